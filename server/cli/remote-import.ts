import { checkLines } from '../../db/interchange/check.ts';
import type { MissingAt } from '../../db/interchange/checking.ts';
import { type Counts, noCounts } from '../../db/interchange/counts.ts';
import { LinesRefused } from '../../db/interchange/lines-refused.ts';
import type { LineFault, LineSource } from '../../db/interchange/source.ts';
import { NotOnRecord, RecordError } from '../../db/rules/errors.ts';
import { type Chunk, chunksOf } from './chunks.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import type { GraphClient } from './graph-client.ts';
import type { ImportChoices } from './record-access.ts';
import { importAnswer } from './remote-answers.ts';
import { importRecord } from './remote-documents.ts';

/**
 * Imports files through a server: by themselves they are checked here, against the record there, and written in
 * chunks only when all of them are sound.
 * @throws LinesRefused
 */
export async function remoteImport(
  client: GraphClient,
  files: readonly LineSource[],
  choices: ImportChoices,
): Promise<Counts> {
  const { signal, onProgress, dryRun } = choices;
  const checked = await checkLines(null, files, {
    missing: 'tell',
    signal,
    onProgress: (lines) => onProgress({ doing: 'checking', lines, of: null }),
  });
  if (checked.faults.length > 0) throw new LinesRefused(checked.faults);

  const missing = new Set<string>();
  const found = await sendAll(client, files, { ...choices, dryRun: true, of: checked.lines, missing });
  const nowhere = checked.missing.filter(({ noun, reference }) => missing.has(`${noun} ${reference}`));
  if (nowhere.length > 0) throw new LinesRefused(nowhere.map(missingFault));
  if (dryRun) return found;
  return sendAll(client, files, { ...choices, of: checked.lines, missing });
}

interface Sending extends ImportChoices {
  readonly of: number;
  /** Gathers what the server does not find. */
  readonly missing: Set<string>;
}

async function sendAll(
  client: GraphClient,
  files: readonly LineSource[],
  { dryRun, signal, onProgress, of, missing }: Sending,
): Promise<Counts> {
  const counts = noCounts();
  let lines = 0;
  for await (const chunk of chunksOf(files)) {
    signal.throwIfAborted();
    // Without the signal: what was sent is written, and its answer is waited for.
    const data = await client.ask(importRecord, { lines: chunk.lines, dryRun });
    const answer = importAnswer.parse(data).importRecord;
    if (!('byType' in answer)) throw refused(answer, chunk);
    for (const { type, created, unchanged } of answer.byType) {
      counts[type].created += created;
      counts[type].unchanged += unchanged;
    }
    for (const reference of answer.missing) missing.add(reference);
    lines += chunk.lines.length;
    onProgress({ doing: dryRun ? 'checking' : 'writing', lines, of });
  }
  return counts;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[] | null;
}

/** A refusal of the server, where it belongs in the files. */
class RemoteRefusal extends RecordError {
  readonly code: string;

  constructor({ code, message, path }: Refusal) {
    super(message, path ?? []);
    this.code = code;
  }
}

function refused(
  answer: Refusal & { readonly faults?: readonly (Refusal & { readonly line: number })[] },
  chunk: Chunk,
): Error {
  if (answer.faults === undefined) return new CommandFailed(exitCodes.fault, answer.message);
  return new LinesRefused(
    answer.faults.map((fault) => faultOf(chunk, fault.line, new RemoteRefusal(fault))),
  );
}

function faultOf({ places }: Chunk, line: number, refusal: RecordError): LineFault {
  const place = places[line - 1];
  if (place === undefined) throw new Error(`The server speaks of line ${line} of ${places.length}.`);
  return { ...place, refusal };
}

function missingFault({ source, line, noun, reference, path }: MissingAt): LineFault {
  return { source, line, refusal: new NotOnRecord({ noun, reference }, path) };
}
