import { randomUUID } from 'node:crypto';
import { checkLines, mostFaults } from '../../db/interchange/check.ts';
import { type MissingAt, missingFault } from '../../db/interchange/checked.ts';
import { type Count, noCounts } from '../../db/interchange/counts.ts';
import { LinesRefused } from '../../db/interchange/lines-refused.ts';
import type { KeptLine } from '../../db/interchange/on-conflict.ts';
import type { LineFault, LineSource } from '../../db/interchange/source.ts';
import { RecordError } from '../../db/rules/errors.ts';
import type { ImportRecordRefusal, LineRefused } from '../../sdk/src/index.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import type { ImportAnswer, ImportChoices } from './record-access.ts';
import type { ServerClient } from './server-client.ts';

/**
 * Imports files through a server: by themselves they are checked here, against the record there, and written in
 * chunks only when all of them are sound.
 * @throws LinesRefused
 */
export async function remoteImport(
  client: ServerClient,
  files: readonly LineSource[],
  choices: ImportChoices,
): Promise<ImportAnswer> {
  const { signal, onProgress } = choices;
  const checked = await checkLines(null, files, {
    missing: 'tell',
    signal,
    onProgress: (lines) => onProgress({ doing: 'checking', lines, of: null }),
  });
  if (checked.faults.length > 0) throw new LinesRefused(checked.faults);

  const rehearsed = await sendAll(client, files, {
    ...choices,
    dryRun: true,
    of: checked.lines,
    later: checked.later,
  });
  const faults = faultsOf(rehearsed, checked.missing);
  if (faults.length > 0) throw new LinesRefused(faults);
  if (choices.dryRun) return rehearsed;

  const written = await sendAll(client, files, {
    ...choices,
    of: checked.lines,
    later: checked.later,
  });
  if (written.faults.length > 0) throw new LinesRefused(written.faults);
  return written;
}

/** What a server answered to the chunks of files. */
interface Sent extends ImportAnswer {
  readonly faults: readonly LineFault[];
  /** What it did not find. */
  readonly missing: ReadonlySet<string>;
}

interface SendChoices extends ImportChoices {
  /** How many lines there are. */
  readonly of: number;
  /** What lines name that a later one brings. */
  readonly later: ReadonlySet<string>;
}

async function sendAll(
  client: ServerClient,
  files: readonly LineSource[],
  { dryRun, onConflict, signal, onProgress, of, later }: SendChoices,
): Promise<Sent> {
  const counts = noCounts();
  const countOf = new Map<string, Count>(Object.entries(counts));
  const faults: LineFault[] = [];
  const missing = new Set<string>();
  const kept: KeptLine[] = [];
  let standings: ImportAnswer['standings'] = [];
  let lines = 0;
  for await (const chunk of chunksOf(files)) {
    signal.throwIfAborted();
    // Without the signal: what was sent is written, and its answer is waited for.
    const awaited = chunk.names.filter((name) => later.has(name));
    const choices = { later: awaited, onConflict, dryRun, idempotencyKey: randomUUID() };
    const input = { ...choices, lines: chunk.lines };
    const answer = await client.ask((record) => record.importRecord.safe(input));
    if (answer.ok) {
      for (const { type, created, unchanged } of answer.byType) {
        const count = countOf.get(type);
        if (count === undefined) continue;
        count.created += created;
        count.unchanged += unchanged;
      }
      for (const reference of answer.missing) missing.add(reference);
      kept.push(...answer.kept.map((line) => ({ ...line, ...placeIn(chunk, line.line) })));
      // What a part would change rests on the parts before it, which a dry run does not write.
      standings = lines === 0 ? answer.standings : null;
    } else {
      faults.push(...refusedIn(chunk, answer.refusal));
      if (!dryRun) break;
    }
    lines += chunk.lines.length;
    onProgress({ doing: dryRun ? 'checking' : 'writing', lines, of });
  }
  return { counts, faults, missing, kept, standings };
}

/** What is wrong with the files as a whole: what a chunk lacks may stand in one before it. */
function faultsOf(sent: Sent, unresolved: readonly MissingAt[]): readonly LineFault[] {
  const nowhere = new Map(unresolved.map((missing) => [placeOf(missingFault(missing)), missing]));
  const real = sent.faults.filter(
    (fault) => fault.refusal.code !== 'NOT_ON_RECORD' || nowhere.has(placeOf(fault)),
  );
  for (const fault of real) nowhere.delete(placeOf(fault));
  const missing = [...nowhere.values()].filter(({ noun, reference }) =>
    sent.missing.has(`${noun} ${reference}`),
  );
  return [...real, ...missing.map(missingFault)].slice(0, mostFaults);
}

function placeOf({ source, line, refusal }: LineFault): string {
  return `${source}:${line} ${refusal.path.join('.')}`;
}

/** A refusal of the server, where it belongs in the files. */
class RemoteRefusal extends RecordError {
  readonly code: string;

  constructor({ code, message, path }: LineRefused) {
    super(message, path ?? []);
    this.code = code;
  }
}

function refusedIn(chunk: Chunk, refusal: ImportRecordRefusal): LineFault[] {
  if (refusal.code !== 'LINES_REFUSED') throw new CommandFailed(exitCodes.fault, refusal.message);
  return refusal.faults.map((fault) => {
    return { ...placeIn(chunk, fault.line), refusal: new RemoteRefusal(fault) };
  });
}

/** Where a line of a chunk stands in the files. */
function placeIn({ places }: Chunk, line: number): Chunk['places'][number] {
  const place = places[line - 1];
  if (place === undefined)
    throw new Error(`The server speaks of line ${line} of ${places.length}.`);
  return place;
}
