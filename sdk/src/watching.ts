import { mayShowIn, type RecordChange } from './changes.ts';
import { FeedError, ResponseError } from './errors.ts';
import type { FeedState } from './feed-options.ts';
import type { Signal } from './host.ts';
import { retryDelay } from './patience.ts';
import { pause, watchOver } from './watch.ts';

/** What is watched. */
export interface Watchable<Value> {
  /** Whether what is read knows at which cursor it was read. */
  readonly isPage: boolean;
  readonly read: (signal: Signal) => Promise<Value>;
}

/** What watching needs of the feed. */
export interface FeedPlace {
  /** The place in the feed behind which changes are told; undefined where that is not settled yet. */
  readonly cursor: string | undefined;
  /** Settles the place, where it is not. False where it was settled, and is another. */
  begin(cursor: string): boolean;
  /** Settles the place by asking for it. */
  settle(): Promise<unknown>;
  /** Does it when few others are under way. */
  inTurn<Value>(task: () => Promise<Value>): Promise<Value>;
}

/** One who watches. */
export interface Watcher {
  wake(): void;
  tell(state: FeedState): void;
}

/** What was read last, and the text by which it is told from what was read before. */
interface Reading<Value> {
  readonly value: Value;
  readonly content: string;
}

/** At the first change it is read at once, then at most once in so long. */
const restMs = 2_000;
/** Whoever watches hears of a change at the same moment: they do not all read at the same one. */
const settleMs = 100;

/** One question that is read again at changes, for all who watch it. */
export class Watching<Value> {
  reading: Reading<Value> | undefined;
  /** Why it is not read any more. */
  failure: { readonly cause: unknown } | undefined;
  readonly #asked: Watchable<Value>;
  readonly #place: FeedPlace;
  readonly #watchers = new Set<Watcher>();
  readonly #watch = watchOver(0, undefined);
  #isStale = false;
  #alarm = () => {};

  constructor(asked: Watchable<Value>, place: FeedPlace) {
    this.#asked = asked;
    this.#place = place;
    this.#watch.signal.addEventListener('abort', () => this.#alarm());
  }

  get isWatched(): boolean {
    return this.#watchers.size > 0;
  }

  add(watcher: Watcher): void {
    const isFirst = !this.isWatched;
    this.#watchers.add(watcher);
    if (isFirst) this.#keepRead().catch((cause) => this.fail(cause));
  }

  /** Ends the reading with the last who leaves. */
  remove(watcher: Watcher): void {
    this.#watchers.delete(watcher);
    if (!this.isWatched) this.#watch.end();
  }

  /** Hears of a change; with none, of anything that may have been missed. */
  hear(change?: RecordChange): void {
    const content = this.reading?.content;
    if (change && content && !this.#asked.isPage && !mayShowIn(content, change)) return;
    this.#isStale = true;
    this.#alarm();
  }

  tell(state: FeedState): void {
    for (const { tell } of this.#watchers) tell(state);
  }

  fail(cause: unknown): void {
    this.failure ??= { cause };
    this.#wake();
    this.#watch.end();
  }

  #wake(): void {
    for (const { wake } of this.#watchers) wake();
  }

  async #keepRead(): Promise<void> {
    const { signal } = this.#watch;
    while (!signal.aborted) {
      this.#isStale = false;
      const begun = Date.now();
      await this.#read(signal);
      await this.#untilStale(signal);
      await pause(settleMs * Math.random(), signal);
      await pause(begun + restMs - Date.now(), signal);
    }
  }

  async #read(signal: Signal): Promise<void> {
    const { isPage, read } = this.#asked;
    const place = this.#place;
    // Where the answer does not tell it, the place is asked for before: what changes in between is told then.
    const isTold = isPage && this.reading?.content !== 'null';
    if (!isTold && place.cursor === undefined) await this.#outlast(() => place.settle());
    const isSettled = place.cursor !== undefined;
    await this.#outlast(async () => {
      const value = await read(signal);
      const { feedCursor }: { readonly feedCursor?: string } = Object(value);
      if (!isSettled && !(feedCursor && place.begin(feedCursor))) this.#isStale = true;
      this.#show(value);
    });
  }

  #show(value: Value): void {
    // When it was read is no part of what is shown.
    const content = JSON.stringify(value, (key, part) =>
      key === 'feedCursor' || key === 'asOf' ? undefined : part,
    );
    if (content === this.reading?.content) return;
    this.reading = { value, content };
    this.#wake();
  }

  /** Repeats what fails for a reason that passes, until nobody watches. */
  async #outlast(task: () => Promise<unknown>): Promise<void> {
    const { signal } = this.#watch;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        // Who waits for the next try lets others read.
        await this.#place.inTurn(task);
        return;
      } catch (cause) {
        if (signal.aborted) return;
        const { cursor } = this.#place;
        const retryInMs = retryDelay(cause, failures);
        if (retryInMs === undefined)
          throw cause instanceof ResponseError ? new FeedError('live', cause, cursor) : cause;
        const isFirst = !this.reading;
        if (isFirst) this.tell({ kind: 'waiting', retryInMs, cause, cursor });
        await pause(retryInMs, signal);
        if (isFirst) this.tell({ kind: 'connecting', cursor });
      }
    }
  }

  #untilStale(signal: Signal): Promise<void> {
    return new Promise((resolve) => {
      this.#alarm = resolve;
      if (this.#isStale || signal.aborted) resolve();
    });
  }
}
