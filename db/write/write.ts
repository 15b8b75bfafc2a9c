import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { lastEvent } from '../queries/last-event.ts';
import type { Soundness } from '../read/soundness.ts';
import { hasCode, isDamage, StorageBusy, StorageClosed } from '../read/storage-error.ts';
import { RecordError } from '../rules/errors.ts';
import type { Touched } from '../rules/grounds.ts';
import type { Connection } from './connection.ts';
import { type Change, Group } from './group.ts';
import { AnsweredBefore, answerOnce } from './idempotency.ts';
import { Opened } from './opened.ts';
import { Queue, type Queued } from './queue.ts';
import { RecordTx } from './record-tx.ts';
import { LogMoved, toldError } from './storage-failure.ts';
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
  readonly soundness?: Soundness;
  readonly now?: () => number;
  /** For how long a transaction of a file takes on what waits; 50 unless said otherwise. */
  readonly groupMs?: number;
  /** Called each time that someone else's lock was met. */
  readonly onBusy?: () => void;
  /** Told how long a write waited for those before it. */
  readonly onWait?: (waitedMs: number) => void;
}

const patienceMs = 5000;
const pauseMs = 20;

/**
 * The only way the record is changed, in the order of asking. What waits shares a transaction, and its sync, where the record is a
 * file: see Group.
 */
export class Writer {
  readonly #options: WriterOptions;
  readonly #listeners = new Set<(lastSeq: number) => void>();
  readonly #watchers = new Set<(touched: Touched) => void>();
  readonly #queue: Queue;
  #opened: Opened | null = null;
  #closed = false;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#queue = new Queue({
      carryOut: (first) => this.#carryOut(first),
      onWait: options.onWait,
    });
  }

  /** Runs the command in a transaction, which it may share with others that are asked for beside it; its answer is JSON. */
  write<T>(request: WriteRequest, command: Command<T>): Promise<T> {
    return this.#asked((resolve, reject) => ({
      change: {
        author: request.author,
        async run(tx) {
          const answer = await answerOnce(tx, request, command);
          return () => resolve(answer);
        },
        reject: (error) =>
          // The answer to this very request, which was of this type.
          error instanceof AnsweredBefore ? resolve(error.answer as T) : reject(error),
      },
    }));
  }

  /** Runs the command in a transaction of its own, lets `look` read what would be on record, and takes all of it back. */
  rehearse<T>(author: Author, { command, look }: Rehearsal<T>): Promise<T> {
    return this.#inTurn(() => this.#untilDone(() => this.#rehearseOnce(author, { command, look })));
  }

  /** Runs a job between two transactions, while this holds no connection. */
  alone<T>(job: () => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      this.#letGo();
      return job();
    });
  }

  /** How many writes wait or run. */
  get waiting(): number {
    return this.#queue.waiting;
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
    await this.#queue.ended();
    this.#letGo();
  }

  #inTurn<T>(job: () => Promise<T>): Promise<T> {
    return this.#asked((resolve, reject) => ({
      async job() {
        try {
          resolve(await job());
        } catch (error) {
          reject(error);
        }
      },
    }));
  }

  #asked<T>(
    queued: (resolve: (answer: T) => void, reject: (error: unknown) => void) => Queued,
  ): Promise<T> {
    if (this.#closed) return Promise.reject(new StorageClosed());
    return new Promise((resolve, reject) => this.#queue.add(queued(resolve, reject)));
  }

  /** Carries out a change, with those behind it as long as there is room: one by one where their transaction is lost. */
  async #carryOut(first: Change): Promise<void> {
    const changes = [first];
    const more = (): void => {
      const next = this.#queue.takeChange();
      if (next !== null) changes.push(next);
    };
    try {
      await this.#untilDone(
        () => this.#together(changes, more),
        () => changes.length === 1,
      );
    } catch (error) {
      if (changes.length === 1) return first.reject(error);
      for (const change of changes) {
        await nextTurn();
        await this.#untilDone(() => this.#together([change])).catch(change.reject);
      }
    }
  }

  /** Carries out changes in one transaction. Each time that there is room for another, `more` may add one. */
  async #together(
    changes: readonly Change[],
    more?: () => void,
    { isApart = false } = {},
  ): Promise<void> {
    const { assertInPlace, groupMs = 50, now = Date.now } = this.#options;
    const options = { now, groupMs, isApart, assertInPlace, watchers: this.#watchers };
    const group = new Group(await this.#connected(), options);
    for (const change of changes) {
      await group.add(change);
      if (group.isSpoiled) return this.#together(changes, undefined, { isApart: true });
      if (group.hasRoom) more?.();
    }
    const lastSeq = await group.commit();
    if (lastSeq !== null) this.#announce(lastSeq);
    group.tell();
  }

  async #rehearseOnce<T>(author: Author, { command, look }: Rehearsal<T>): Promise<T> {
    const opened = await this.#connected();
    await opened.begin();
    const [last = { seq: 0, at: 0 }] = await opened.reader.read(lastEvent);
    const tx = new RecordTx(opened, { author, now: this.#options.now ?? Date.now, last });
    await command(tx);
    await tx.complete();
    tx.end();
    const seen = await look(tx.reader);
    await opened.connection.rollback();
    return seen;
  }

  /** Tries until it meets no lock, for as long as it has patience. */
  async #untilDone<T>(job: () => Promise<T>, isPatient = () => true): Promise<T> {
    const since = performance.now();
    for (;;) {
      try {
        return await job();
      } catch (error) {
        const isBusy = hasCode(error, 'SQLITE_BUSY');
        const isMoved = error instanceof LogMoved;
        await this.#recover(error);
        if (isBusy) this.#options.onBusy?.();
        if (!(isBusy || isMoved) || !isPatient()) throw toldError(error);
        if (performance.now() - since > patienceMs) throw new StorageBusy(toldError(error));
        if (isBusy) await pause(pauseMs);
      }
    }
  }

  async #connected(): Promise<Opened> {
    if (this.#opened === null) {
      this.#options.assertInPlace?.();
      this.#opened = new Opened(await this.#options.open());
    }
    return this.#opened;
  }

  /** Goes on with a connection that is as it was before this error, and lets go of any other. */
  async #recover(error: unknown): Promise<void> {
    if (isDamage(error)) this.#options.soundness?.noteDamage();
    const connection = this.#opened?.connection;
    const isBusy = connection?.isFile === true && hasCode(error, 'SQLITE_BUSY');
    const isMet = isBusy || error instanceof LogMoved;
    try {
      if (!isMet && !(error instanceof RecordError)) this.#letGo();
      else if (connection?.isOpen === true) await connection.rollback();
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
