import { createSourceEventStream, type ExecutionResult } from 'graphql';
import type { Database } from '../../db/client.ts';
import { tokensInForce } from '../../db/queries/token.ts';
import { StorageDamaged } from '../../db/read/storage-error.ts';
import { codedError, unauthenticated } from '../../schema/coded.ts';
import { Followed } from '../../schema/feed/event-feed.ts';
import { createExecutor } from '../../schema/reading/execute.ts';
import { schema } from '../../schema/schema.ts';
import { asGraphQLError, type ErrorCoder } from '../coded-errors.ts';
import type { Log } from '../log.ts';
import { Cohorts, type Subscription } from './cohorts.ts';
import { LogTail } from './log-tail.ts';
import { Stream } from './stream.ts';
import { type StreamLimits, StreamTally } from './stream-tally.ts';

export interface FeedOptions {
  readonly db: Database;
  readonly coder: ErrorCoder;
  readonly log: Log;
  readonly limits: StreamLimits;
  /** How long a stream lasts at most; up to a quarter less by chance, lest all readers come again at once. */
  readonly lifetimeMs: number;
}

/** What the feed does and has done. */
export interface FeedCounts {
  /** Streams that are open. */
  readonly streams: number;
  /** Readers given up so far, because they did not read. */
  readonly slowConsumers: number;
}

const tendEveryMs = 1_000;

/** The feed of this process: it follows the log once, and tells each stream its share. */
export class EventFeed {
  readonly #options: FeedOptions;
  readonly #tail: LogTail;
  readonly #cohorts: Cohorts;
  readonly #tally: StreamTally;
  readonly #streams = new Set<Stream>();
  readonly #stopListening: () => void;
  #tending: NodeJS.Timeout | undefined;
  #slowConsumers = 0;
  #isClosed = false;

  constructor(options: FeedOptions) {
    this.#options = options;
    this.#tally = new StreamTally(options.limits);
    this.#tail = new LogTail({
      db: options.db,
      prepare: async (batch) => {
        await this.#endUnpermitted();
        return this.#cohorts.prepare(batch);
      },
      onError: (error) => this.#failed(error),
    });
    const execute = createExecutor(schema);
    this.#cohorts = new Cohorts({ coder: options.coder, execute, tail: this.#tail });
    const { db } = options;
    const heard = [
      db.onCommit(() => this.#tail.look()),
      db.onDamage(() => this.#endAll(new StorageDamaged())),
    ];
    this.#stopListening = () => {
      for (const stop of heard) stop();
    };
  }

  get counts(): FeedCounts {
    return { streams: this.#streams.size, slowConsumers: this.#slowConsumers };
  }

  /** The number of the last event that was told to those who keep up; null while nobody follows. */
  get head(): number | null {
    return this.#streams.size === 0 ? null : this.#tail.head;
  }

  /** Looks whether the log has grown. */
  look(): void {
    this.#tail.look();
  }

  /** A stream that begins once it has a sink, or why there is none. */
  async subscribe(subscription: Subscription): Promise<Stream | ExecutionResult> {
    const { reader, viewer } = subscription.context;
    await viewer?.confirm?.(reader);
    const followed = await createSourceEventStream(subscription.args);
    if (Symbol.asyncIterator in followed) {
      if (!(followed instanceof Followed)) throw new TypeError('A subscription follows the log.');
      const refused = this.#isClosed
        ? codedError('UNAVAILABLE', 'This server is stopping.')
        : this.#tally.refusal(subscription.asker);
      return refused ? { errors: [refused] } : this.#open(subscription, followed);
    }
    return followed;
  }

  /** Completes all streams, and follows the log no longer. */
  close(): void {
    this.#isClosed = true;
    this.#stopListening();
    for (const stream of [...this.#streams]) stream.finish();
  }

  #open(subscription: Subscription, followed: Followed): Stream {
    const { asker, replay = () => 0 } = subscription;
    const cohort = this.#cohorts.of(subscription, followed);
    const stream = new Stream({
      asker,
      cohort,
      replay,
      place: followed.place,
      seen: followed.seen,
      checkpoints: followed.checkpoints,
      endsAt: performance.now() + this.#options.lifetimeMs * (1 - Math.random() / 4),
      onEnd: () => this.#forget(stream),
      onSlow: () => this.#noteSlow(stream),
    });
    cohort.members.add(stream);
    this.#streams.add(stream);
    this.#tally.add(asker);
    this.#tail.start(followed.head);
    this.#tending ??= setInterval(() => this.#tend(), tendEveryMs);
    return stream;
  }

  #forget(stream: Stream): void {
    this.#streams.delete(stream);
    this.#tally.remove(stream.asker);
    if (this.#streams.size > 0) return;
    this.#tail.stop();
    clearInterval(this.#tending);
    this.#tending = undefined;
    this.#cohorts.prune();
  }

  #tend(): void {
    const now = performance.now();
    for (const stream of [...this.#streams]) stream.tend(now);
    this.#cohorts.prune();
    this.#endUnpermitted().catch((error: unknown) => this.#failed(error));
  }

  /** Ends the streams of tokens that were revoked or have expired. */
  async #endUnpermitted(): Promise<void> {
    const tokens = new Set<number>();
    for (const { asker } of this.#streams) if (asker.token !== null) tokens.add(asker.token);
    if (tokens.size === 0) return;
    const { reader } = this.#options.db;
    const args = { keys: JSON.stringify([...tokens]), at: Date.now() };
    for (const { key } of await reader.read(tokensInForce, args)) tokens.delete(key);
    for (const stream of [...this.#streams]) {
      if (stream.asker.token !== null && tokens.has(stream.asker.token)) stream.finish(refused());
    }
  }

  #noteSlow({ asker }: Stream): void {
    this.#slowConsumers += 1;
    this.#options.log.warn({ code: 'SLOW_CONSUMER', token: asker.token }, 'a reader did not read');
  }

  #failed(error: unknown): void {
    this.#options.log.error({ err: error }, 'the log of events cannot be told');
    // It does not come back by waiting for it.
    if (error instanceof StorageDamaged) this.#endAll(error);
  }

  #endAll(error: StorageDamaged): void {
    for (const stream of [...this.#streams]) stream.finish(asGraphQLError(error));
  }
}

function refused() {
  return unauthenticated('This token has expired or was revoked.');
}
