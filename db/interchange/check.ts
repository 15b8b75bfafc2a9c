import { OnRecordView } from '../queries/record-view.ts';
import type { Reader } from '../read/read.ts';
import { Names } from '../rules/names.ts';
import type { OnConflict } from '../rules/vocabulary.ts';
import { LoopTurns } from '../write/loop-turns.ts';
import type { CheckChoices, Checked, LookUp } from './checked.ts';
import { Check } from './checking.ts';
import { KeptAside } from './kept-aside.ts';
import { addNames, lineInput } from './line-input.ts';
import {
  inBatches,
  type LineSource,
  linesOf,
  type ReadLine,
  readLine,
  type SourceLine,
} from './source.ts';

/** Faults beyond these are not told: whoever mends them checks again. */
export const mostFaults = 20;

const batchSize = 200;

export interface CheckOptions extends Pick<CheckChoices, 'missing'> {
  /** How much of what earlier lines bring stays in memory: entries a map. */
  readonly mostAtHand?: number | undefined;
  /** What becomes of a line of something that is on record with other content; FAIL unless told. */
  readonly onConflict?: OnConflict | undefined;
  /** The names, as `awaitedName` tells them, of what comes after these lines. */
  readonly later?: ReadonlySet<string> | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Told how many lines were checked so far. */
  readonly onProgress?: ((lines: number) => void) | undefined;
}

/** Checks all lines before any is written. Without a reader nothing counts as on record. */
export async function checkLines(
  reader: Reader | null,
  sources: readonly LineSource[],
  { missing, onConflict = 'FAIL', mostAtHand, later = new Set(), signal, onProgress }: CheckOptions,
): Promise<Checked> {
  const lookUp = (names: Names) => OnRecordView.read(reader, names);
  const aside = new KeptAside(mostAtHand);
  const check = new Check(lookUp, await lookUp(new Names()), { missing, onConflict, aside });
  try {
    for await (const batch of inBatches(linesOf(sources), batchSize)) {
      signal?.throwIfAborted();
      await takeAll(check, batch, lookUp);
      onProgress?.(check.lines);
      if (check.faults.length >= mostFaults) return checkedBy(check);
    }
    check.finish(later);
    return checkedBy(check);
  } finally {
    aside.close();
  }
}

/** Looks up at once what some lines name, and judges them one after the other. */
async function takeAll(check: Check, batch: readonly SourceLine[], lookUp: LookUp): Promise<void> {
  const read: (ReadLine & { readonly at: SourceLine })[] = [];
  const names = new Names();
  const turns = new LoopTurns();
  for (const at of batch) {
    await turns.leaveRoom();
    const one = await readLine(at);
    if (one.line !== undefined) addNames(names, lineInput(one.line));
    read.push({ at, ...one });
  }
  check.view.onRecord = await lookUp(names);
  for (const { at, line, refusals } of read) {
    await turns.leaveRoom();
    if (line === undefined) check.refuse(at, refusals);
    else await check.take(at, line);
  }
}

function checkedBy(check: Check): Checked {
  const { missing, counts, unchanged, lines, later, kept, skipped, pieces, sharedClaims } = check;
  const faults = check.faults.slice(0, mostFaults);
  return { faults, missing, counts, unchanged, lines, later, kept, skipped, pieces, sharedClaims };
}
