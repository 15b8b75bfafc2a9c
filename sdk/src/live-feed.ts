import { type Hearer, hearChanges } from './change-stream.ts';
import { feedCursorNow, type RecordChange } from './changes.ts';
import type { Connection } from './connect.ts';
import type { FeedState } from './feed-options.ts';
import type { Signal } from './host.ts';
import { pause, type Watch, watchOver } from './watch.ts';
import { type FeedPlace, type Watchable, type Watcher, Watching } from './watching.ts';

/** What is watched, and what tells whether others watch the same: the function that reads it, and its variables. */
export interface Named<Value> extends Watchable<Value> {
  readonly question: object;
  readonly name: string;
}

/** Reads under way at once: a browser has six connections to an origin, for all that its tabs ask. */
const readsAtOnce = 4;

const feeds = new WeakMap<Connection, LiveFeed>();

/** The one feed of a connection. */
export function liveFeedOf(connection: Connection): LiveFeed {
  const feed = feeds.get(connection) ?? new LiveFeed(connection);
  feeds.set(connection, feed);
  return feed;
}

/** All that is watched on a connection, and the one stream by which it hears of changes. */
class LiveFeed implements Hearer, FeedPlace {
  readonly #connection: Connection;
  readonly #watched = new Map<object, Map<string, Watching<unknown>>>();
  #stream: Watch | undefined;
  #cursor: string | undefined;
  #state: FeedState | undefined;
  #onSettled = () => {};
  #settling: Promise<unknown> | undefined;
  #reads = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  get cursor(): string | undefined {
    return this.#cursor;
  }

  set cursor(cursor: string | undefined) {
    this.#cursor = cursor;
    if (cursor !== undefined) this.#onSettled();
  }

  /** Watches what is asked, with others who do; the first of all opens the stream. */
  watch<Value>(asked: Named<Value>, watcher: Watcher): Watching<Value> {
    const { question, name } = asked;
    const named = this.#watched.get(question) ?? new Map();
    this.#watched.set(question, named);
    const known = named.get(name) as Watching<Value> | undefined;
    const watching = known && !known.failure ? known : new Watching(asked, this);
    named.set(name, watching);
    watching.add(watcher);
    if (this.#state && watching.reading) watcher.tell(this.#state);
    this.#stream ??= this.#open();
    return watching;
  }

  /** Ends what nobody watches any more, and with the last of it the stream. */
  leave<Value>(
    { question, name }: Named<Value>,
    watching: Watching<Value>,
    watcher: Watcher,
  ): void {
    watching.remove(watcher);
    const named = this.#watched.get(question);
    if (!watching.isWatched && named?.get(name) === watching) named.delete(name);
    if (named?.size === 0) this.#watched.delete(question);
    // Who shows another list instead leaves this one first.
    pause(0, undefined).then(() => {
      if (this.#watched.size === 0) this.#close();
    });
  }

  hear(change?: RecordChange): void {
    for (const watching of this.#all()) watching.hear(change);
  }

  tell(state: FeedState): void {
    this.#state = state;
    for (const watching of this.#all()) watching.tell(state);
  }

  begin(cursor: string): boolean {
    this.cursor ??= cursor;
    return this.cursor === cursor;
  }

  settle(): Promise<unknown> {
    this.#settling ??= feedCursorNow(this.#connection, {})
      .then((cursor) => this.begin(cursor))
      .finally(() => {
        this.#settling = undefined;
      });
    return this.#settling;
  }

  untilSettled(signal: Signal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        signal.removeEventListener('abort', done);
        resolve();
      };
      this.#onSettled = done;
      signal.addEventListener('abort', done);
      if (this.#cursor !== undefined || signal.aborted) done();
    });
  }

  async inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    if (this.#reads >= readsAtOnce) await new Promise<void>((go) => this.#waiting.push(go));
    else this.#reads += 1;
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#reads -= 1;
    }
  }

  #all(): Watching<unknown>[] {
    return [...this.#watched.values()].flatMap((named) => [...named.values()]);
  }

  #open(): Watch {
    const stream = watchOver(0, undefined);
    hearChanges(this.#connection, this, stream.signal).catch((cause: unknown) => {
      const all = this.#all();
      this.#close();
      for (const watching of all) watching.fail(cause);
    });
    return stream;
  }

  #close(): void {
    this.#stream?.end();
    this.#stream = undefined;
    this.#state = undefined;
    this.#cursor = undefined;
  }
}
