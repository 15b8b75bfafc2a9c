import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { checkpointMs } from '../../schema/feed/event-feed.ts';
import { asGraphQLError } from '../coded-errors.ts';
import type { Cohort, Member, Passed } from './cohort.ts';
import type { Delivery, Sink } from './delivery.ts';
import { pace } from './log-tail.ts';

/** Who is told, as far as limits and permissions go. */
export interface Asker {
  readonly address: string;
  /** The key of the token that was shown; null for a stranger, and for the owner of the file. */
  readonly token: number | null;
}

export interface StreamOptions {
  readonly asker: Asker;
  readonly cohort: Cohort;
  /** The number of the last event that needs not be told. */
  readonly place: number;
  /** The number of the last event up to there of which the subscriber may know. */
  readonly seen: number;
  readonly checkpoints: boolean;
  /** Told how many events of the past were looked at and told; answers for how many milliseconds to rest. */
  readonly replay: (events: number, told: number) => number;
  /** When it ends, for its reader to come again. */
  readonly endsAt: number;
  /** Called once, when it is over. */
  readonly onEnd: (stream: Stream) => void;
  /** Called when its reader was given up for not reading. */
  readonly onSlow: (stream: Stream) => void;
}

const commentMs = 12_000;
/** How long a reader may leave unread what was written to it. */
const patienceMs = 60_000;
/** How many characters a reader may have before it, or one event: what is held where it does not read. */
const mostHeld = 1024 * 1024;

/**
 * One subscriber: its place in the log and the way to it, and nothing of what it is still to be told. Who has caught
 * up is told with its cohort; who has not pages the log, as fast as it reads.
 */
export class Stream implements Member, AsyncGenerator<ExecutionResult, void, void> {
  readonly asker: Asker;
  readonly #options: StreamOptions;
  #place: number;
  #seen: number;
  #sink: Sink | null = null;
  #commentedAt = 0;
  #checkpointDue = 0;
  #blockedAt: number | null = null;
  /** Until when it is told nothing of the past, having been told much. */
  #restsUntil = 0;
  #isBusy = false;
  /** How many events of the log are told at once: the fewer, the longer they are. */
  #mostAtOnce: number = pace.batch;
  #isOver = false;
  #error: GraphQLError | null = null;
  #onOver: () => void = () => {};

  constructor(options: StreamOptions) {
    this.asker = options.asker;
    this.#options = options;
    this.#place = options.place;
    this.#seen = options.seen;
  }

  /** Begins to tell. */
  attach(sink: Sink): void {
    this.#sink = sink;
    this.#commentedAt = performance.now();
    void this.settle();
  }

  take(delivery: Delivery | undefined, passed: Passed): void {
    if (delivery === undefined || this.#place !== passed.from || !this.#hasRoom())
      void this.settle();
    else {
      this.#pass(passed);
      this.#hand(delivery);
    }
  }

  /** The reader has read: there is room again. */
  drained(): void {
    this.#blockedAt = null;
    void this.settle();
  }

  /** Does what has to be done now and then. */
  tend(now: number): void {
    const { endsAt, checkpoints } = this.#options;
    if (now >= endsAt) this.finish();
    else if (this.#blockedAt !== null) {
      if (now - this.#blockedAt >= patienceMs) this.#giveUp();
    } else {
      if (now - this.#commentedAt >= commentMs) {
        this.#commentedAt = now;
        this.#sink?.keepAlive();
      }
      if (this.#restsUntil > 0 || (checkpoints && now >= this.#checkpointDue)) void this.settle();
    }
  }

  /** Tells the reader that this is the end, and why where it is for an error. */
  finish(error: GraphQLError | null = null): void {
    if (this.#isOver) return;
    const { rendering } = this.#options.cohort;
    this.#error = error;
    this.#sink?.complete(error && rendering.refuse(error));
    this.leave();
  }

  /** The reader has left. */
  leave(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#options.cohort.members.delete(this);
    this.#options.onEnd(this);
    this.#onOver();
  }

  /** Brings the stream to where its cohort is, as far as there is room. */
  async settle(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      while (this.#hasRoom() && (await this.#step()));
    } catch (error) {
      this.finish(asGraphQLError(error));
    } finally {
      this.#isBusy = false;
    }
  }

  async #step(): Promise<boolean> {
    const { cohort, checkpoints } = this.#options;
    if (this.#place > cohort.tail.head) return false;
    if (this.#place < cohort.tail.head) return this.#turnPage();
    if (!checkpoints || performance.now() < this.#checkpointDue) return false;
    return this.#tellCheckpoint();
  }

  async #turnPage(): Promise<boolean> {
    const { cohort, replay } = this.#options;
    if (performance.now() < this.#restsUntil) return false;
    this.#restsUntil = 0;
    const batch = await cohort.tail.after(this.#place);
    let part = batch.slice(0, this.#mostAtOnce);
    let delivery = await cohort.share(part);
    if (part.length === this.#mostAtOnce) this.#mostAtOnce *= 2;
    while (delivery.length > mostHeld && part.length > 1) {
      part = part.slice(0, Math.ceil(part.length / 8));
      delivery = await cohort.share(part);
      this.#mostAtOnce = part.length;
    }
    // Others may have filled the line meanwhile.
    if (!this.#hasRoom()) return false;
    this.#pass({ to: part.at(-1)?.seq ?? cohort.tail.head, seen: cohort.seenIn(part) });
    this.#hand(delivery);
    const restMs = replay(part.length, delivery.told.length);
    if (restMs > 0) this.#restsUntil = performance.now() + restMs;
    // Those who are behind take their turns with everybody else.
    await nextTurn();
    return true;
  }

  async #tellCheckpoint(): Promise<boolean> {
    const place = this.#place;
    const delivery = await this.#options.cohort.checkpoint(this.#seen);
    if (!this.#hasRoom()) return false;
    if (this.#place !== place) return true;
    this.#checkpointDue = performance.now() + checkpointMs;
    this.#hand(delivery);
    return true;
  }

  #pass({ to, seen }: Pick<Passed, 'to' | 'seen'>): void {
    this.#place = to;
    this.#seen = seen ?? this.#seen;
  }

  #hasRoom(): boolean {
    if (this.#sink === null || this.#isOver || this.#blockedAt !== null) return false;
    if (this.#sink.hasRoom()) return true;
    this.#blockedAt = performance.now();
    return false;
  }

  #hand(delivery: Delivery): void {
    if (delivery.told.length === 0 || this.#sink === null) return;
    if (!this.#sink.write(delivery)) this.#blockedAt ??= performance.now();
  }

  #giveUp(): void {
    this.#options.onSlow(this);
    this.#sink?.destroy();
    this.leave();
  }

  // What follows is for graphql-ws, which knows a subscription as a generator. The events go past it, to the sink.

  async next(): Promise<IteratorResult<ExecutionResult, void>> {
    if (!this.#isOver) await new Promise<void>((resolve) => (this.#onOver = resolve));
    if (this.#error) throw this.#error;
    return { done: true, value: undefined };
  }

  async return(): Promise<IteratorResult<ExecutionResult, void>> {
    this.leave();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<never> {
    this.leave();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.leave();
  }
}
