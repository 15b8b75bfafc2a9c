import type { Database } from '../client.ts';
import { lastSeq } from '../queries/event.ts';
import type { OnConflict } from '../rules/vocabulary.ts';
import type { Author } from '../write/transaction.ts';
import { ShortBatches, WholeBatches } from './batches.ts';
import { checkLines, mostFaults } from './check.ts';
import { type Checked, type MissingAt, missingFault } from './checked.ts';
import { type Counts, count, noCounts } from './counts.ts';
import { LinesRefused } from './lines-refused.ts';
import type { KeptLine } from './on-conflict.ts';
import { faultAt, type LineAt, recordLines } from './record-lines.ts';
import { type StandingToChange, standingsToChange } from './rehearsal.ts';
import { type LineFault, type LineSource, linesOf, readLine } from './source.ts';

export interface ImportOptions {
  readonly author: Author;
  /** Checks the lines and writes nothing. */
  readonly dryRun?: boolean | undefined;
  /** What becomes of a line of something that is on record with other content; FAIL unless told. */
  readonly onConflict?: OnConflict | undefined;
  /** The names, as `awaitedName` tells them, of what comes after these lines in a later part. */
  readonly later?: ReadonlySet<string> | undefined;
  /** Stops between two transactions: what was written stays, and the same import goes on from there. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How many lines are written in one transaction, where nobody else waits to write; as many as are written in a short time
   * unless told.
   */
  readonly linesAtOnce?: number | undefined;
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
}

export interface ImportProgress {
  readonly doing: 'checking' | 'writing';
  readonly lines: number;
  /** How many there are; not known while they are checked. */
  readonly of: number | null;
}

/** What an import did or, as a dry run, would do. */
export interface Imported {
  readonly counts: Counts;
  /** References that lead nowhere; only a dry run of part of a file knows any. */
  readonly missing: readonly MissingAt[];
  /** Lines of what is on record with other content, and how they differ from what stays; none where that is refused. */
  readonly kept: readonly KeptLine[];
  /**
   * Of a dry run: the claims that both hold and whose standing would change. Null where that is not known, since lines
   * refer to another part.
   */
  readonly standings: readonly StandingToChange[] | null;
  /** The number of the last event on record. */
  readonly lastSeq: number;
}

/**
 * Imports lines that are part of a file, or a whole one. In a dry run a reference that leads nowhere may lead to
 * another part: it is told as missing.
 * @throws LinesRefused
 */
export function importLines(
  db: Database,
  lines: readonly string[],
  options: ImportOptions,
): Promise<Imported> {
  const part: LineSource = { name: null, isWhole: false, lines: () => lines };
  return importChecked(db, [part], {
    ...options,
    missing: options.dryRun === true ? 'tell' : 'refuse',
  });
}

/**
 * Imports whole files, one after the other.
 * @throws LinesRefused
 */
export function importFiles(
  db: Database,
  files: readonly LineSource[],
  options: ImportOptions,
): Promise<Imported> {
  return importChecked(db, files, { ...options, missing: 'refuse' });
}

async function importChecked(
  db: Database,
  sources: readonly LineSource[],
  options: ImportOptions & { readonly missing: 'refuse' | 'tell' },
): Promise<Imported> {
  const { dryRun, signal, onProgress, missing, later, onConflict } = options;
  const checked = await checkLines(db.written, sources, {
    missing,
    onConflict,
    later,
    signal,
    onProgress: (lines) => onProgress?.({ doing: 'checking', lines, of: null }),
  });
  if (checked.faults.length > 0) throw new LinesRefused(allFaults(checked));
  const { kept, missing: nowhere } = checked;
  const standings =
    dryRun === true ? await standingsToChange(db, sources, { ...options, checked }) : [];
  const counts =
    dryRun === true ? checked.counts : await write(db, sources, { ...options, checked });
  const [last] = await db.written.read(lastSeq);
  return { counts, missing: nowhere, kept, standings, lastSeq: last?.seq ?? 0 };
}

/** The faults, and the references that lead nowhere: beside a fault they are told as faults, too. */
function allFaults({ faults, missing }: Checked): readonly LineFault[] {
  const nowhere = missing.map(missingFault);
  const all = [...nowhere, ...faults].sort((a, b) => a.line - b.line);
  return nowhere.length === 0 ? faults : all.slice(0, mostFaults);
}

/** A line that is to be written. */
interface NewLine extends LineAt {
  /** How many pieces of evidence it adds to a stance on record. */
  readonly pieces: number | undefined;
}

async function write(
  db: Database,
  sources: readonly LineSource[],
  options: ImportOptions & { readonly checked: Checked },
): Promise<Counts> {
  const { author, signal, onProgress, checked, onConflict = 'FAIL', linesAtOnce } = options;
  const counts = noCounts();
  const batch = linesAtOnce === undefined ? new ShortBatches() : new WholeBatches(linesAtOnce);
  let waiting: NewLine[] = [];
  let ordinal = 0;
  const writeWaiting = async (): Promise<void> => {
    signal?.throwIfAborted();
    const lines = waiting;
    waiting = [];
    if (lines.length === 0) return;
    const since = performance.now();
    const changed = await db.write({ author, command: 'importRecord', input: null }, (tx) =>
      recordLines(tx, lines, { later: checked.later, onConflict }),
    );
    batch.tookMs(performance.now() - since);
    for (const [index, { line, pieces }] of lines.entries())
      count(counts, line, { isNew: changed[index] === true, pieces });
    onProgress?.({ doing: 'writing', lines: ordinal, of: checked.lines });
  };

  for await (const at of linesOf(sources)) {
    const { line, refusals } = await readLine(at);
    if (line === undefined) throw new LinesRefused(refusals.map((refusal) => faultAt(at, refusal)));
    const isUnchanged = checked.unchanged.has(ordinal);
    const waits = !isUnchanged && !checked.skipped.has(ordinal);
    if (isUnchanged) count(counts, line, { isNew: false });
    if (waits) waiting.push({ at, line, pieces: checked.pieces.get(ordinal) });
    ordinal += 1;
    const { type } = line;
    if (batch.isFullWith({ type, letters: at.text.length, waits })) await writeWaiting();
  }
  await writeWaiting();
  return counts;
}
