import { readingByGet } from './by-hash.ts';
import { allChanges, feedCursorNow, type RecordChange } from './changes.ts';
import type { Connection } from './connect.ts';
import { FeedError, ResponseError } from './errors.ts';
import type { FeedState } from './feed-options.ts';
import type { Signal } from './host.ts';
import { backOff } from './patience.ts';
import { follow } from './subscribe.ts';
import { joinTabs, onHidden, sharedBy, type Tabs, untilShown } from './tabs.ts';
import { pause, type Watch, watchOver } from './watch.ts';

/** Who hears of changes. */
export interface Hearer {
  /** The place in the feed up to which everything was heard; undefined where that is not settled. */
  cursor: string | undefined;
  /** Hears of a change; with none, of anything that may have been missed. */
  hear(change?: RecordChange): void;
  tell(state: FeedState): void;
  /** Passes when the place is settled, or the signal falls. */
  untilSettled(signal: Signal): Promise<void>;
}

/** What the tabs that share a stream tell each other: the one that has it what it hears, and a new one that it is there. */
type Message =
  | { readonly kind: 'hello' }
  | { readonly kind: 'begin'; readonly cursor: string | undefined }
  | {
      readonly kind: 'change';
      readonly change: RecordChange | undefined;
      readonly cursor: string | undefined;
    }
  | { readonly kind: 'state'; readonly state: FeedState };

/** How often it is looked whether there is a stream; where there is none, the server is asked for changes. */
const lookMs = 5_000;
/** When a stream that something on the way refuses is tried again. */
const refusedMs = 60_000;

/**
 * Hears all changes of the record until the signal falls: by one stream, which the tabs share that can, and which is let go
 * while the page is hidden; by asking now and then where there is no stream. Nothing is missed in between.
 * @throws FeedError where the server refuses it
 */
export async function hearChanges(
  connection: Connection,
  hearer: Hearer,
  signal: Signal,
): Promise<void> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const wasHidden = await untilShown(signal);
    if (wasHidden || !isFirst) {
      hearer.cursor = undefined;
      hearer.hear();
    }
    const watch = watchOver(0, signal);
    const stopLooking = onHidden(() => watch.end());
    try {
      await new Turn(connection, hearer, watch).take();
    } finally {
      stopLooking();
      watch.end();
    }
  }
}

/** From when a page is shown, or has another token, until it is hidden, or has another. */
class Turn {
  readonly #connection: Connection;
  readonly #hearer: Hearer;
  readonly #watch: Watch;
  #tabs: Tabs<Message> | undefined;
  #state: FeedState | undefined;
  #isLeading = false;

  constructor(connection: Connection, hearer: Hearer, watch: Watch) {
    this.#connection = connection;
    this.#hearer = hearer;
    this.#watch = watch;
  }

  async take(): Promise<void> {
    const { signal } = this.#watch;
    const shared = await sharedBy(this.#connection);
    const looking = this.#look(shared);
    try {
      if (shared === undefined) await this.#lead(signal);
      else {
        const tabs = await joinTabs<Message>(shared, (message) => this.#heard(message));
        this.#tabs = tabs;
        tabs.post({ kind: 'hello' });
        await tabs.alone(signal, () => this.#lead(signal));
      }
    } finally {
      this.#tabs?.close();
      this.#tabs = undefined;
      this.#watch.end();
      await looking;
    }
  }

  /** Has the stream, and tells the other tabs what it hears. */
  async #lead(signal: Signal): Promise<void> {
    const hearer = this.#hearer;
    this.#isLeading = true;
    for (let failures = 0; !signal.aborted; failures += 1) {
      await hearer.untilSettled(signal);
      this.#tabs?.post({ kind: 'begin', cursor: hearer.cursor });
      const onState = (state: FeedState) => this.#tell(state);
      const options = { after: hearer.cursor, signal, onState };
      try {
        for await (const change of follow<RecordChange>(this.#connection, allChanges, options)) {
          failures = 0;
          this.#hear(change.cursor, change as RecordChange);
        }
      } catch (error) {
        await this.#bear(error, failures);
      }
    }
  }

  /** Waits where there is hope. @throws what the server itself says against the stream. */
  async #bear(error: unknown, failures: number): Promise<void> {
    const { signal } = this.#watch;
    const cause = error instanceof FeedError ? error.cause : undefined;
    if (!(cause instanceof ResponseError)) throw error;
    if (cause.code.startsWith('CURSOR_')) {
      // The record is another than it was, or it was too long ago.
      this.#hear(undefined);
      await pause(backOff(failures), signal);
    } else if (cause.serverErrors.length === 0) {
      const { cursor } = this.#hearer;
      this.#tell({ kind: 'waiting', retryInMs: refusedMs, cause, cursor });
      await pause(refusedMs, signal);
    } else throw error;
  }

  #hear(cursor: string | undefined, change?: RecordChange): void {
    this.#hearer.cursor = cursor;
    this.#hearer.hear(change);
    this.#tabs?.post({ kind: 'change', change, cursor });
  }

  #tell(state: FeedState): void {
    if (state.kind === 'ended') return;
    this.#state = state;
    this.#hearer.tell(state);
    this.#tabs?.post({ kind: 'state', state: withoutCause(state) });
  }

  /** What another tab tells. */
  #heard(message: Message): void {
    const hearer = this.#hearer;
    if (message.kind === 'hello') {
      if (this.#state) this.#tabs?.post({ kind: 'state', state: withoutCause(this.#state) });
      return;
    }
    if (this.#isLeading) return;
    if (message.kind === 'state') {
      hearer.tell(message.state);
      return;
    }
    const isKnown = message.kind === 'begin' && message.cursor === hearer.cursor;
    hearer.cursor = message.cursor;
    if (message.kind === 'change') hearer.hear(message.change);
    else if (!isKnown) hearer.hear();
  }

  /** Looks now and then whether this is still so, and asks for changes where no stream tells them. */
  async #look(shared: string | undefined): Promise<void> {
    const { signal } = this.#watch;
    const getting = readingByGet(this.#connection);
    while (!signal.aborted) {
      await pause(lookMs * (0.75 + Math.random() / 2), signal);
      if (signal.aborted) return;
      if ((await sharedBy(this.#connection)) !== shared) this.#watch.end();
      else if (this.#isLeading && this.#state?.kind !== 'live') await this.#poll(getting);
    }
  }

  async #poll(connection: Connection): Promise<void> {
    const { signal } = this.#watch;
    try {
      const cursor = await feedCursorNow(connection, { signal, retries: 0 });
      if (cursor !== this.#hearer.cursor) this.#hear(cursor);
    } catch (error) {
      // Why nothing is heard, the stream tells.
      await pause(error instanceof ResponseError ? (error.retryAfterMs ?? 0) : 0, signal);
    }
  }
}

/** Errors stay in the tab that had them. */
const withoutCause = (state: FeedState): FeedState =>
  'cause' in state ? { ...state, cause: undefined } : state;
