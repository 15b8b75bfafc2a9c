import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { DrizzleQueryError } from 'drizzle-orm';
import {
  hasCode,
  isFull,
  isUnreachable,
  StorageBusy,
  StorageClosed,
  StorageFull,
  StorageReadOnly,
  StorageUnreachable,
} from '../read/storage-error.ts';
import { RecordError } from '../rules/errors.ts';
import type { Touched } from '../rules/grounds.ts';
import type { Connection } from './connection.ts';
import { answerOnce } from './idempotency.ts';
import { Opened } from './opened.ts';
import { RecordTx } from './record-tx.ts';
import type { Author } from './transaction.ts';
import type { Command, Rehearsal, WriteRequest } from './write-request.ts';

export type { Author, Recorded, WriteTx } from './transaction.ts';
export type { Command, Rehearsal, WriteRequest } from './write-request.ts';

/** Where the writer writes, and what it tells. */
export interface WriterOptions {
  /** A new connection with its pragmas set. */
  readonly open: () => Connection | Promise<Connection>;
  /** Called before a connection is opened and before each commit: what it throws keeps what is written from being lost. */
  readonly assertInPlace?: () => void;
  readonly now?: () => number;
  /** Called each time that someone else's lock was met. */
  readonly onBusy?: () => void;
  /** Told how long a write waited for those before it. */
  readonly onWait?: (waitedMs: number) => void;
}

const patienceMs = 5000;
const pauseMs = 20;

/** The only way the record is changed: one transaction at a time, in the order of asking. */
export class Writer {
  readonly #options: WriterOptions;
  readonly #listeners = new Set<(lastSeq: number) => void>();
  readonly #watchers = new Set<(touched: Touched) => void>();
  #opened: Opened | null = null;
  #closed = false;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  constructor(options: WriterOptions) {
    this.#options = options;
  }

  /** Runs the command in a transaction of its own; its answer is JSON. */
  write<T>(request: WriteRequest, command: Command<T>): Promise<T> {
    return this.#inTurn(() => this.#untilDone(() => this.#writeOnce(request, command)));
  }

  /** Runs the command in a transaction of its own, lets `look` read what would be on record, and takes all of it back. */
  rehearse<T>(author: Author, { command, look }: Rehearsal<T>): Promise<T> {
    return this.#inTurn(() => this.#untilDone(() => this.#rehearseOnce(author, { command, look })));
  }

  /** Runs a job between two writes, while this holds no connection. */
  alone<T>(job: () => Promise<T>): Promise<T> {
    return this.#inTurn(() => {
      this.#letGo();
      return job();
    });
  }

  /** How many writes wait or run. */
  get waiting(): number {
    return this.#waiting;
  }

  /**
   * Calls `listener` right before each commit that changes what is answered: nothing is read in between. What it is told of
   * may yet fail to be committed.
   */
  beforeCommit(listener: (touched: Touched) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  /** Calls `listener` after each commit that appended events. */
  onCommit(listener: (lastSeq: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Refuses what comes now, carries out what is queued, and lets go of the database. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#last;
    this.#letGo();
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new StorageClosed());
    const since = performance.now();
    this.#waiting += 1;
    const done = this.#last.then(() => {
      this.#options.onWait?.(performance.now() - since);
      return job();
    });
    const after = (): Promise<void> => {
      this.#waiting -= 1;
      // A local database answers without leaving the turn: without this, a long queue would starve all else.
      return yieldToEventLoop();
    };
    this.#last = done.then(after, after);
    return done;
  }

  async #untilDone<T>(job: () => Promise<T>): Promise<T> {
    const since = performance.now();
    for (;;) {
      try {
        return await job();
      } catch (error) {
        if (!this.#isTrusted(error)) this.#letGo();
        if (isFull(error)) throw new StorageFull(withoutValues(error));
        if (hasCode(error, 'SQLITE_READONLY')) throw new StorageReadOnly(withoutValues(error));
        if (isUnreachable(error)) throw new StorageUnreachable(withoutValues(error));
        if (!hasCode(error, 'SQLITE_BUSY')) throw withoutValues(error);
        this.#options.onBusy?.();
        if (performance.now() - since > patienceMs) throw new StorageBusy(withoutValues(error));
        await pause(pauseMs);
      }
    }
  }

  /** Whether a connection is as it was after this error. */
  #isTrusted(error: unknown): boolean {
    if (error instanceof RecordError) return true;
    return this.#opened?.connection.isFile === true && hasCode(error, 'SQLITE_BUSY');
  }

  async #begin(): Promise<Opened> {
    if (this.#opened === null) {
      this.#options.assertInPlace?.();
      this.#opened = new Opened(await this.#options.open());
    }
    await this.#opened.begin();
    return this.#opened;
  }

  async #writeOnce<T>(request: WriteRequest, command: Command<T>): Promise<T> {
    const opened = await this.#begin();
    try {
      const tx = await RecordTx.begin(opened, request.author, this.#options.now ?? Date.now);
      const answer = await answerOnce(tx, request, command);
      const lastSeq = await tx.complete();
      const touched = this.#watchers.size > 0 ? await tx.touched() : null;
      this.#options.assertInPlace?.();
      // A local file commits within the call, so that whoever watches and the commit are in one turn.
      if (touched !== null) for (const watcher of this.#watchers) watcher(touched);
      await opened.connection.commit();
      if (lastSeq !== null) this.#announce(lastSeq);
      return answer;
    } catch (error) {
      await this.#takeBack(opened, error);
      throw error;
    }
  }

  async #rehearseOnce<T>(author: Author, { command, look }: Rehearsal<T>): Promise<T> {
    const opened = await this.#begin();
    try {
      const tx = await RecordTx.begin(opened, author, this.#options.now ?? Date.now);
      await command(tx);
      await tx.complete();
      const seen = await look(tx.reader);
      await opened.connection.rollback();
      return seen;
    } catch (error) {
      await this.#takeBack(opened, error);
      throw error;
    }
  }

  async #takeBack({ connection }: Opened, reason: unknown): Promise<void> {
    try {
      if (this.#isTrusted(reason) && connection.isOpen) await connection.rollback();
    } catch {
      // It cannot even be rolled back. What counts is why it was to be.
      this.#letGo();
    }
  }

  #announce(lastSeq: number): void {
    for (const listener of this.#listeners) queueMicrotask(() => listener(lastSeq));
  }

  #letGo(): void {
    this.#opened?.connection.close();
    this.#opened = null;
  }
}

/** The error of a statement without the values that it was filled with: logs keep no articles. */
function withoutValues(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error;
  return new Error(`This statement failed: ${error.query}`, { cause: error.cause });
}

async function yieldToEventLoop(): Promise<void> {
  await nextTurn();
}
