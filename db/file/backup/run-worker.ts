import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isFull, StorageFull } from '../../read/storage-error.ts';

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW, PRIORITY_NORMAL } = constants.priority;

const program = fileURLToPath(new URL('./worker.js', import.meta.url));

/** What is done to a file in a process of its own, so that this one goes on answering; see worker.js. */
type Task =
  | { readonly task: 'copy'; readonly from: string; readonly to: string }
  | { readonly task: 'examine'; readonly from: string }
  | { readonly task: 'sum'; readonly from: string }
  | { readonly task: 'inspect'; readonly from: string }
  | { readonly task: 'compact'; readonly from: string }
  | { readonly task: 'checkSearch'; readonly from: string };

/** What a file that was examined holds. */
export interface Examined {
  /** The number of its last event. */
  readonly seq: number;
  readonly bytes: number;
  /** Of the whole file, in hex. */
  readonly sha256: string;
}

/** A file of SQLite could not be worked on as asked. */
export class FileWorkFailed extends Error {
  readonly code: string;

  constructor(facts: { readonly code: string; readonly message: string }) {
    super(facts.message);
    this.name = 'FileWorkFailed';
    this.code = facts.code;
  }
}

/** Examines the file `from` or, with `to`, a new copy of it. @throws FileWorkFailed, StorageFull */
export async function examinedFile(
  { from, to }: { readonly from: string; readonly to?: string },
  signal: AbortSignal | undefined,
): Promise<Examined> {
  const done = await run(
    to === undefined ? { task: 'examine', from } : { task: 'copy', from, to },
    signal,
  );
  const { seq, bytes, sha256 } = Object(done);
  return { seq: Number(seq), bytes: Number(bytes), sha256: String(sha256) };
}

/**
 * The checksum of a file that nobody folds a log into meanwhile, worked out while all else goes first.
 * @throws FileWorkFailed
 */
export async function fileSumBeside(from: string, signal: AbortSignal): Promise<number> {
  return Number(await run({ task: 'sum', from }, signal, PRIORITY_BELOW_NORMAL));
}

/**
 * What is wrong with a page, an index or a reference of a database that others read and write, or null, found when nothing
 * else wants the processor.
 * @throws FileWorkFailed
 */
export async function faultInFile(from: string, signal: AbortSignal): Promise<string | null> {
  const fault = await run({ task: 'inspect', from }, signal, PRIORITY_LOW);
  return fault === null ? null : String(fault);
}

/** Rewrites a database without what was deleted. Nobody else may write it meanwhile. @throws FileWorkFailed, StorageFull */
export async function compactFile(from: string): Promise<void> {
  await run({ task: 'compact', from }, undefined);
}

/**
 * The names of the indexes of the search that do not hold the words that they are to hold. Nobody else may write meanwhile.
 * @throws FileWorkFailed
 */
export async function indexesAtFault(from: string): Promise<readonly string[]> {
  const found = await run({ task: 'checkSearch', from }, undefined);
  if (!Array.isArray(found)) throw new TypeError('Indexes come as their names.');
  return found.map(String);
}

/**
 * Not a thread: one that is ended inside SQLite takes its process with it, and until SQLite is done no process that has
 * one can leave.
 */
async function run(
  asked: Task,
  signal: AbortSignal | undefined,
  priority = PRIORITY_NORMAL,
): Promise<unknown> {
  signal?.throwIfAborted();
  const worker = fork(program, { execArgv: [], stdio: 'ignore' });
  if (priority > PRIORITY_NORMAL) giveWay(worker, priority);
  const end = (): void => void worker.kill('SIGKILL');
  signal?.addEventListener('abort', end, { once: true });
  process.once('exit', end);
  const told: unknown[] = [];
  worker.on('message', (message: unknown) => told.push(message));
  worker.send(asked);
  try {
    await once(worker, 'exit');
  } finally {
    signal?.removeEventListener('abort', end);
    process.off('exit', end);
  }
  signal?.throwIfAborted();
  return doneIn(told[0]);
}

/** Everything else has the processor, and the disk, first. */
function giveWay({ pid }: ChildProcess, priority: number): void {
  try {
    if (pid !== undefined) setPriority(pid, priority);
  } catch {
    // It has ended, or the system does not let it be.
  }
}

function doneIn(message: unknown): unknown {
  const { done, failed } = Object(message);
  if (failed === undefined && done !== undefined) return done;
  const { code = 'UNKNOWN', message: because = 'The process that worked on the file ended.' } =
    Object(failed);
  const error = new FileWorkFailed({ code: String(code), message: String(because) });
  throw isFull(error) ? new StorageFull(error) : error;
}
