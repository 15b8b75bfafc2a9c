import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../db/client.ts';
import { type EventOnRecord, eventsAfter } from '../../db/queries/event.ts';

export const pace = { batch: 100, busyMs: 25, idleMs: 250, restMs: 50 } as const;

export type Batch = readonly EventOnRecord[];

export interface TailOptions {
  readonly db: Database;
  /** Makes a batch ready to be told. What it answers is called once the batch is behind the tail's head. */
  readonly prepare: (batch: Batch) => Promise<(from: number, to: number) => void>;
  readonly onError: (error: unknown) => void;
}

/**
 * The end of the log, as this process follows it: once, whatever the number of those who are told. A database of our
 * own tells of each commit; a server is asked, more often while the log grows.
 */
export class LogTail {
  readonly #options: TailOptions;
  #running: AbortController | undefined;
  #head = 0;
  #hasGrown = false;
  #pauseMs: number = pace.busyMs;
  #wake: () => void = () => {};
  #page: { readonly after: number; readonly head: number; readonly batch: Promise<Batch> } | null =
    null;

  constructor(options: TailOptions) {
    this.#options = options;
  }

  /** The number of the last event that was handed on. */
  get head(): number {
    return this.#head;
  }

  /** Follows the log from the event with this number on, unless it is followed already. */
  start(head: number): void {
    if (this.#running) return;
    this.#running = new AbortController();
    this.#head = head;
    void this.#follow(this.#running.signal);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#wake();
  }

  /** Looks at the log now. */
  look(): void {
    this.#hasGrown = true;
    this.#wake();
  }

  /** The events after this number, one batch at most. Those who stand at the same place share one reading. */
  after(seq: number): Promise<Batch> {
    if (this.#page?.after === seq && this.#page.head === this.#head) return this.#page.batch;
    const page = { after: seq, head: this.#head, batch: this.#read(seq) };
    page.batch.catch(() => {
      if (this.#page === page) this.#page = null;
    });
    this.#page = page;
    return page.batch;
  }

  async #read(after: number): Promise<Batch> {
    return this.#options.db.reader.read(eventsAfter, { after, limit: pace.batch });
  }

  async #follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      this.#hasGrown = false;
      try {
        if (await this.#tellNext(signal)) this.#pauseMs = pace.busyMs;
        else await this.#growth(signal, this.#options.db.isLocal ? null : this.#longerPause());
      } catch (error) {
        this.#options.onError(error);
        await this.#growth(signal, this.#longerPause());
      }
    }
  }

  async #tellNext(signal: AbortSignal): Promise<boolean> {
    const from = this.#head;
    const batch = await this.#read(from);
    const to = batch.at(-1)?.seq;
    if (to === undefined) return false;
    const since = performance.now();
    const tell = await this.#options.prepare(batch);
    if (signal.aborted) return false;
    this.#head = to;
    tell(from, to);
    // What it took to tell all is left free for others; what is committed meanwhile is told together.
    const spentMs = performance.now() - since;
    await (spentMs < 1 ? nextTurn() : pause(Math.min(spentMs, pace.restMs)));
    return true;
  }

  #longerPause(): number {
    const pauseMs = this.#pauseMs;
    this.#pauseMs = Math.min(pauseMs * 2, pace.idleMs);
    return pauseMs;
  }

  /** Resolves when the log may have grown: when somebody says so or, where nobody can be relied on to, after a pause. */
  #growth(signal: AbortSignal, pauseMs: number | null): Promise<void> {
    if (this.#hasGrown || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = pauseMs === null ? undefined : setTimeout(() => this.#wake(), pauseMs);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = () => {};
        resolve();
      };
    });
  }
}
