import { once } from 'node:events';
import Sqlite from 'libsql';
import type { Soundness } from '../read/soundness.ts';
import { isDamage, StorageDamaged } from '../read/storage-error.ts';
import { faultInFile, fileSumBeside } from './backup/run-worker.ts';
import type { Verdict } from './closed-mark.ts';

/** How the check of a file stands; `none` where none was asked for, or it could not be carried out. */
export type CheckState = 'none' | 'running' | 'passed' | 'failed';

/** What came of a check: what is wrong with the file, or null; or why it could not be carried out. */
export type CheckOutcome =
  | { readonly fault: string | null; readonly ms: number }
  | { readonly error: unknown };

export interface FileCheckOptions {
  /** The checksum of the file when it was closed; null where that is not known. */
  readonly sum: number | null;
  /** Whether the file is in its place: another one is not looked at. */
  readonly isInPlace: () => boolean;
  readonly onChecked?: ((outcome: CheckOutcome) => void) | undefined;
}

/**
 * Checks a file whole beside whoever works with it, in a process that lets all else go first: whether each byte is what it
 * was when the file was closed, then each page, index and reference. What it finds holds until the file is closed.
 */
export class FileCheck implements Soundness {
  readonly #path: string;
  readonly #options: FileCheckOptions;
  readonly #closing = new AbortController();
  readonly #listeners = new Set<() => void>();
  #isCompared: boolean;
  /** Lets the log be folded into the file again. */
  #letGo: () => void = () => {};
  #state: CheckState = 'none';
  #hasMetDamage = false;
  #running: Promise<void> = Promise.resolve();

  /** From here on until the bytes are compared, nobody folds the log into the file. */
  constructor(path: string, options: FileCheckOptions) {
    this.#path = path;
    this.#options = options;
    this.#isCompared = options.sum === null;
    if (!this.#isCompared) this.#letGo = holdStill(path);
  }

  get state(): CheckState {
    return this.#state;
  }

  get verdict(): Verdict {
    if (this.#state === 'failed' || this.#hasMetDamage) return 'damaged';
    return this.#isCompared ? 'sound' : 'unknown';
  }

  fault(): 'file damaged' | null {
    return this.#state === 'failed' ? 'file damaged' : null;
  }

  start(): void {
    this.#state = 'running';
    this.#running = this.#run();
  }

  assertSound(): void {
    if (this.#state === 'failed') throw new StorageDamaged();
  }

  noteDamage(): void {
    if (this.#hasMetDamage) return;
    this.#hasMetDamage = true;
    if (this.#state === 'passed') this.start();
  }

  /** Calls `listener` when the check finds the file damaged, until the returned function is called. */
  onDamage(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Waits until a check that runs has ended. @throws StorageDamaged */
  async untilChecked(signal?: AbortSignal): Promise<void> {
    await (signal ? unlessAborted(this.#running, signal) : this.#running);
    this.assertSound();
  }

  /** Breaks off a check that runs. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
    this.#letGo();
  }

  async #run(): Promise<void> {
    const since = performance.now();
    const { isInPlace } = this.#options;
    try {
      const fault = await this.#look();
      if (!isInPlace()) throw new Error('The file is not where it was opened.');
      this.#end({ fault, ms: performance.now() - since });
    } catch (error) {
      if (this.#closing.signal.aborted) return;
      const isMet = isDamage(error) && isInPlace();
      this.#end(isMet ? { fault: error.message, ms: performance.now() - since } : { error });
    }
  }

  /** What is wrong with the file, or null. */
  async #look(): Promise<string | null> {
    const { signal } = this.#closing;
    if (!this.#isCompared) {
      const sum = await fileSumBeside(this.#path, signal).finally(this.#letGo);
      if (sum !== this.#options.sum) return 'it is not what it was when it was closed';
      this.#isCompared = true;
    }
    return faultInFile(this.#path, signal);
  }

  #end(outcome: CheckOutcome): void {
    if ('error' in outcome) this.#state = 'none';
    else this.#state = outcome.fault === null ? 'passed' : 'failed';
    if (this.#state === 'failed') for (const listener of this.#listeners) listener();
    this.#options.onChecked?.(outcome);
  }
}

async function unlessAborted(job: Promise<void>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const over = new AbortController();
  const aborted = once(signal, 'abort', { signal: over.signal });
  try {
    await Promise.race([job, aborted]);
  } finally {
    over.abort();
    await aborted.catch(() => {});
  }
  signal.throwIfAborted();
}

/** Reads the file as it is, without its log, until what is returned is called: nothing is folded into it meanwhile. */
function holdStill(path: string): () => void {
  const file = new Sqlite(path, { timeout: 0 });
  file.exec('begin; select count(*) from sqlite_schema');
  return () => {
    if (!file.open) return;
    file.exec('commit');
    file.close();
  };
}
