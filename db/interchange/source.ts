import { InputInvalid, RecordError } from '../rules/errors.ts';
import { type ArticleLine, type Line, parseLine } from './lines.ts';

/** Where lines come from: a file, or a request. Read once to be checked and once more to be written. */
export interface LineSource {
  /** What the person who sent it calls it; null where there is one and it needs no name. */
  readonly name: string | null;
  /** Whether it begins with the `record` line that names the format. Parts of a file do not. */
  readonly isWhole: boolean;
  lines(): Iterable<string> | AsyncIterable<string>;
  /**
   * The text that an article's `textFile` leads to; absent where nobody can read it.
   * @throws RecordError
   */
  readText?(textFile: string): Promise<string>;
}

/** A line with its place; numbers begin with 1 and count empty lines, too. */
export interface SourceLine {
  readonly source: LineSource;
  readonly number: number;
  readonly text: string;
}

/** What is wrong with a line. */
export interface LineFault {
  readonly source: string | null;
  readonly line: number;
  readonly refusal: RecordError;
}

/** The lines of all sources one after the other, empty ones left out. */
export async function* linesOf(sources: readonly LineSource[]): AsyncGenerator<SourceLine, void> {
  for (const source of sources) {
    let number = 0;
    for await (const text of source.lines()) {
      number += 1;
      if (text.trim() !== '') yield { source, number, text };
    }
  }
}

/** In arrays of at most `size`. */
export async function* inBatches<T>(
  all: AsyncIterable<T>,
  size: number,
): AsyncGenerator<T[], void> {
  let batch: T[] = [];
  for await (const one of all) {
    batch.push(one);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/**
 * The line, with the text of its `textFile` in it.
 * @throws RecordError when there is nobody to read it, or nothing to read
 */
async function withText(line: Line, source: LineSource): Promise<Line> {
  if (line.type !== 'article' || line.textFile === undefined) return line;
  const { textFile, ...article } = line;
  if (article.text !== undefined) {
    throw new InputInvalid('An article has a text or a textFile, not both.', ['textFile']);
  }
  if (source.readText === undefined) {
    throw new InputInvalid('Nobody can read a textFile here: send the text itself.', ['textFile']);
  }
  return { ...article, text: await source.readText(textFile) } satisfies ArticleLine;
}

/** A line as it was read, or what is wrong with it by itself. */
export interface ReadLine {
  readonly line?: Line;
  readonly refusals: readonly RecordError[];
}

/** Reads a line of a source, with its text in it. */
export async function readLine({
  source,
  text,
}: Pick<SourceLine, 'source' | 'text'>): Promise<ReadLine> {
  const parsed = parseLine(text);
  if (parsed.line === undefined) return { refusals: parsed.refusals };
  try {
    return { line: await withText(parsed.line, source), refusals: [] };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { refusals: [error] };
  }
}

/** Reads the line of this number once more. */
export async function readAgain(source: LineSource, number: number): Promise<ReadLine> {
  for await (const at of linesOf([source])) if (at.number === number) return readLine(at);
  return { refusals: [] };
}
