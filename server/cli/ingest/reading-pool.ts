import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Drafts } from '../../../extract/extractor.ts';
import type { ReadInput, TextExtractor } from '../../../schema/context.ts';
import {
  type ReadingOptions,
  type ReadingRequest,
  ReadingThread,
} from '../../reading/reading-thread.ts';
import type { SecondReader, SecondReading } from '../../second-reader/second-reader.ts';
import {
  type FileBytes,
  type FiledArticle,
  FileRefused,
  FileWithoutArticle,
} from '../article-file.ts';
import { assertOwn, cannotBeUsed, extractorChosen, openSecondReader } from '../extractor.ts';
import { configOf } from '../settings.ts';
import type { Call } from '../shell.ts';
import { TurnsOf } from './turns-of.ts';

interface PoolOptions extends ReadingOptions {
  /** The name of the extractor. */
  readonly extractor: string;
  /** How many threads read. */
  readonly jobs: number;
  /** Who reads elsewhere what the rules read here, where the extractor is `llm`. */
  readonly openSecondReader: () => Promise<SecondReader>;
}

const filesAhead = 6;

interface PooledThread {
  readonly thread: ReadingThread;
  readonly turns: TurnsOf;
}

/**
 * Threads that read files, and the texts in them. What will be asked soon is read ahead, and handed out when it is asked; where
 * the record knows more actors by then, it is read again by the thread that has the text at hand.
 */
export class ReadingPool {
  readonly #options: PoolOptions;
  readonly #threads: readonly PooledThread[];
  /** Who has a text at hand. */
  readonly #readers = new Map<string, PooledThread>();
  /** What was read ahead, by its text. */
  readonly #ahead = new Map<string, { readonly key: string; readonly drafts: Promise<Drafts> }>();
  /** What the second reader makes of texts that will be asked soon. */
  readonly #elsewhere = new Map<string, Promise<SecondReading>>();
  #extractor: Promise<TextExtractor> | null = null;
  #second: Promise<SecondReader> | null = null;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#threads = Array.from({ length: options.jobs }, () => ({
      thread: new ReadingThread(options),
      turns: new TurnsOf(),
    }));
  }

  get extractor(): string {
    return this.#options.extractor;
  }

  /** How many files are opened before their turn comes. */
  get ahead(): number {
    return filesAhead * this.#threads.length;
  }

  /** The article in a file. @throws FileRefused */
  async articleIn(file: FileBytes): Promise<FiledArticle> {
    const reader = this.#idlest();
    const read = await this.#ask(reader, { file });
    // What the thread answers is what `fileRead` answered there.
    const { article, refused, isNoArticle } = Object(read);
    if (article === undefined) {
      throw isNoArticle ? new FileWithoutArticle(refused) : new FileRefused(refused);
    }
    this.#readers.set(article.text, reader);
    return article;
  }

  /** The extractor that reads here. */
  open(): Promise<TextExtractor> {
    this.#extractor ??= this.#opened();
    return this.#extractor;
  }

  /** Reads what will be asked soon. What is wrong with it is told to whoever asks. */
  readAhead(input: ReadInput): void {
    if (this.#ahead.has(input.text)) return;
    const drafts = this.#read(input, false);
    drafts.catch(() => {});
    this.#ahead.set(input.text, { key: JSON.stringify(input), drafts });
    if (this.#second !== null) this.#readElsewhere(input.text).catch(() => {});
  }

  /** Waits until a text that is read elsewhere, too, is read there, and tells whether it was: of all others it was. */
  async isReadElsewhere(text: string): Promise<boolean> {
    const reading = await this.#elsewhere.get(text)?.catch(() => undefined);
    return reading?.hasFailed !== true;
  }

  /** Forgets what was read ahead of a text: it is not asked again. */
  forget(text: string): void {
    this.#readers.delete(text);
    this.#ahead.delete(text);
    this.#elsewhere.delete(text);
  }

  async close(): Promise<void> {
    (await this.#second?.catch(() => null))?.close();
    await Promise.all(this.#threads.map(({ thread }) => thread.close()));
  }

  /** Those who read in threads, and whoever reads after them. */
  async #opened(): Promise<TextExtractor> {
    const { extractor } = assertOwn(this.#options);
    if (extractor !== 'llm') return this.#openedHere(extractor);
    this.#second = this.#options.openSecondReader();
    const [{ readTwice }, { id, version }] = await Promise.all([
      import('../../second-reader/read-twice.ts'),
      this.#second,
    ]);
    const read = (text: string) => this.#readElsewhere(text);
    return readTwice(await this.#openedHere('rules'), { id, version, read });
  }

  /** Once, however often it is asked while it is at hand. */
  #readElsewhere(text: string): Promise<SecondReading> {
    const reading =
      this.#elsewhere.get(text) ??
      this.#second?.then((second) => second.read(text)) ??
      Promise.reject(new Error('There is no second reader.'));
    this.#elsewhere.set(text, reading);
    return reading;
  }

  async #openedHere(extractor: string): Promise<TextExtractor> {
    const opening = this.#ask(this.#idlest(), { extractor });
    const { id, version } = Object(
      await opening.catch(cannotBeUsed(this.#options.weights ?? extractor)),
    );
    return {
      id,
      version,
      extract: (input) => this.#extract(input),
      // It takes a millisecond, and threads may be busy.
      languageOf: async (text, declared) => {
        const { languageOf } = await import('../../../extract/words/language.ts');
        return languageOf(text, declared);
      },
    };
  }

  #extract(input: ReadInput): Promise<Drafts> {
    const ahead = this.#ahead.get(input.text);
    return ahead?.key === JSON.stringify(input) ? ahead.drafts : this.#read(input, true);
  }

  #read(input: ReadInput, isUrgent: boolean): Promise<Drafts> {
    const extractor = this.#options.extractor === 'llm' ? 'rules' : this.#options.extractor;
    const reader = this.#readers.get(input.text) ?? this.#idlest();
    this.#readers.set(input.text, reader);
    // What the thread answers is what an extractor of ours answered there.
    return this.#ask(reader, { extractor, input, isKept: true }, isUrgent) as Promise<Drafts>;
  }

  #ask({ thread, turns }: PooledThread, request: ReadingRequest, isUrgent = false) {
    return turns.take(() => thread.ask(request), isUrgent);
  }

  #idlest(): PooledThread {
    return this.#threads.reduce((one, other) =>
      other.turns.waiting < one.turns.waiting ? other : one,
    );
  }
}

/** What chosen flags read by: another version, other weights or another model read otherwise. */
export async function readerChosen(call: Call): Promise<string> {
  const { extractor, weights } = extractorChosen(call.command);
  const version = call.command.parent?.version() ?? '';
  if (extractor === 'llm') return `${extractor} ${version} ${configOf(call).reader?.model}`;
  if (weights === undefined) return `${extractor} ${version}`;
  const bytes = await readFile(weights).catch(cannotBeUsed(weights));
  return `${extractor} ${version} ${createHash('sha256').update(bytes).digest('hex')}`;
}

// Whoever waits for one text waits for all that come after it.
const patienceMs = 120_000;

/** The threads that a command's flags choose; they are started when they are first needed, and ended by `close`. */
export function poolOf(call: Call, jobs: number): ReadingPool {
  const chosen = extractorChosen(call.command);
  const open = () => openSecondReader(call);
  return new ReadingPool({ ...chosen, jobs, patienceMs, openSecondReader: open });
}
