import { lastEvent } from '../queries/last-event.ts';
import type { Touched } from '../rules/grounds.ts';
import { type EventPlace, LogUnread } from './log-place.ts';
import type { Opened } from './opened.ts';
import { RecordTx } from './record-tx.ts';
import { isOfStorage, toldError } from './storage-failure.ts';
import { touchedTogether } from './touched-together.ts';
import type { Author } from './transaction.ts';

/** A change that somebody waits for. */
export interface Change {
  readonly author: Author;
  /** Carries it out, and tells how its answer is handed on. It may run again where its transaction was lost. */
  run(tx: RecordTx): Promise<() => void>;
  reject(error: unknown): void;
}

export interface GroupOptions {
  readonly now: () => number;
  /** For how long it takes more: those that came first wait for its commit. */
  readonly groupMs: number;
  /** What it throws keeps what was written from being committed where it would be lost. */
  readonly assertInPlace: (() => void) | undefined;
  readonly watchers: ReadonlySet<(touched: Touched) => void>;
  /** Whether each change has a savepoint of its own, so that one that is refused behind a write can be taken back by itself. */
  readonly isApart: boolean;
}

/**
 * Changes that share a transaction and its sync, each as though it were alone. Few are refused once they have written: without
 * savepoints the group is spoiled then, and its changes are to be carried out anew, apart; any other refusal has nothing to take
 * back. What it throws took the transaction with it: then nothing of the group is on record, and nobody was told of anything.
 */
export class Group {
  readonly #opened: Opened;
  readonly #options: GroupOptions;
  readonly #since = performance.now();
  readonly #outcomes: (() => void)[] = [];
  readonly #kept: RecordTx[] = [];
  #last: EventPlace | null = null;
  #isBegun = false;
  #isEnding = false;
  #isSpoiled = false;

  constructor(opened: Opened, options: GroupOptions) {
    this.#opened = opened;
    this.#options = options;
  }

  /** Whether it takes one more. On a server each change has a transaction of its own: whether one is committed may stay unknown. */
  get hasRoom(): boolean {
    const { isFile } = this.#opened.connection;
    return isFile && !this.#isEnding && performance.now() - this.#since < this.#options.groupMs;
  }

  /** Whether its transaction was given up, and nothing but that: nobody was told of anything. */
  get isSpoiled(): boolean {
    return this.#isSpoiled;
  }

  async add(change: Change): Promise<void> {
    const { connection } = this.#opened;
    if (!this.#isBegun) await this.#opened.begin();
    this.#isBegun = true;
    // What comes first is taken back with the transaction.
    const hasSavepoint = this.#options.isApart && this.#kept.length > 0;
    if (hasSavepoint) await connection.execute('savepoint change', []);
    const found = this.#last ?? this.#lastEvent();
    const last = connection.isFile ? await found : found;
    const tx = new RecordTx(this.#opened, { author: change.author, now: this.#options.now, last });
    try {
      const settle = await change.run(tx);
      await tx.complete();
      if (hasSavepoint) await connection.execute('release change', []);
      this.#outcomes.push(settle);
    } catch (error) {
      tx.end();
      if (error instanceof LogUnread) return this.#addBehind(await last, change);
      if (!connection.isOpen || isOfStorage(error)) throw error;
      await this.#takeBack({ hasSavepoint, hasWritten: tx.hasWritten }, error);
      this.#outcomes.push(() => change.reject(toldError(error)));
      return;
    }
    tx.end();
    this.#kept.push(tx);
    this.#last = tx.last;
    this.#isEnding = tx.endsGroup;
  }

  /** Commits; the number of the last event that it appended, null without any. */
  async commit(): Promise<number | null> {
    if (this.#kept.length === 0) {
      if (this.#isBegun) await this.#opened.connection.rollback();
      return null;
    }
    const { assertInPlace, watchers } = this.#options;
    await this.#opened.giveWay();
    const touched =
      watchers.size > 0 ? await touchedTogether(this.#opened.reader, this.#kept) : null;
    assertInPlace?.();
    // A file commits within the call, so that whoever watches and the commit are in one turn.
    if (touched !== null) for (const watcher of watchers) watcher(touched);
    await this.#opened.connection.commit();
    return this.#kept.findLast((tx) => tx.hasAppended)?.last.seq ?? null;
  }

  /** Tells everybody what became of their change. */
  tell(): void {
    for (const outcome of this.#outcomes) outcome();
  }

  async #takeBack(
    { hasSavepoint, hasWritten }: { readonly hasSavepoint: boolean; readonly hasWritten: boolean },
    reason: unknown,
  ): Promise<void> {
    const { connection } = this.#opened;
    try {
      if (hasSavepoint) {
        await connection.execute('rollback to change', []);
        await connection.execute('release change', []);
      } else if (hasWritten) {
        this.#isBegun = false;
        this.#isSpoiled = this.#kept.length > 0;
        await connection.rollback();
      }
    } catch {
      // It cannot even be taken back. What counts is why it was to be.
      throw reason;
    }
  }

  /** Where the log ends, which is read with what a change reads first: a server is asked no more often for it. */
  #lastEvent(): EventPlace | Promise<EventPlace> {
    const noted = ([last = { seq: 0, at: 0 }]: readonly EventPlace[]): EventPlace => {
      this.#opened.connection.expectLast?.(last.seq);
      return last;
    };
    const found = this.#opened.reader.read(lastEvent);
    return found instanceof Promise ? found.then(noted) : noted(found);
  }

  /** Adds a change anew that asked where the log ends before that was known. */
  async #addBehind(last: EventPlace, change: Change): Promise<void> {
    const { connection } = this.#opened;
    await this.#opened.begin();
    connection.expectLast?.(last.seq);
    this.#last = last;
    return this.add(change);
  }
}
