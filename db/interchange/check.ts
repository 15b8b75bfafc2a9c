import type { Reader } from '../read/read.ts';
import { RecordError } from '../rules/errors.ts';
import { Check, type Checked } from './checking.ts';
import type { Line } from './lines.ts';
import { parseLine } from './lines.ts';
import { onRecord } from './on-record.ts';
import { inBatches, type LineSource, linesOf, type SourceLine, withText } from './source.ts';

/** Faults beyond these are not told: whoever mends them checks again. */
export const faultsTold = 20;

const batchSize = 200;

export interface CheckOptions {
  /** Whether a reference that leads nowhere is a fault, or is told as missing. */
  readonly missing: 'refuse' | 'tell';
  readonly signal?: AbortSignal | undefined;
  /** Told how many lines were checked so far. */
  readonly onProgress?: ((lines: number) => void) | undefined;
}

/** Checks all lines before any is written. Without a reader nothing counts as on record. */
export async function checkLines(
  reader: Reader | null,
  sources: readonly LineSource[],
  { missing, signal, onProgress }: CheckOptions,
): Promise<Checked> {
  const check = new Check(missing);
  for await (const batch of inBatches(linesOf(sources), batchSize)) {
    signal?.throwIfAborted();
    const read: ReadLine[] = [];
    for (const at of batch) read.push({ at, ...(await readLine(at)) });
    check.known.onRecord = await onRecord(
      reader,
      read.flatMap(({ line }) => line ?? []),
    );
    for (const { at, line, refusals } of read) {
      if (line === undefined) check.refuse(at, refusals);
      else check.take(at, line);
    }
    onProgress?.(check.lines);
    if (check.faults.length >= faultsTold) break;
  }
  const { faults, missing: told, counts, unchanged, lines } = check;
  return { faults: faults.slice(0, faultsTold), missing: told, counts, unchanged, lines };
}

/** A line as it was read, or what is wrong with it by itself. */
interface ReadLine {
  readonly at: SourceLine;
  readonly line?: Line;
  readonly refusals: readonly RecordError[];
}

/** Reads a line of a source, with its text in it. */
export async function readLine({ source, text }: SourceLine): Promise<Omit<ReadLine, 'at'>> {
  const parsed = parseLine(text);
  if (parsed.line === undefined) return { refusals: parsed.refusals };
  try {
    return { line: await withText(parsed.line, source), refusals: [] };
  } catch (error) {
    if (!(error instanceof RecordError)) throw error;
    return { refusals: [error] };
  }
}
