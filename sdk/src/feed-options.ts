import type { Signal } from './host.ts';

/**
 * Where a feed begins, how it ends, and who hears of its state.
 * @example for await (const { claim } of record.claimAdded({ after: saved, signal, onState: show })) add(claim);
 */
export interface FeedOptions {
  /** The cursor behind which it begins: of an event, or the `feedCursor` of a page. With none it begins now. */
  readonly after?: string | null | undefined;
  /** Ends the loop when it falls, without an error. */
  readonly signal?: Signal | undefined;
  /** Keeps the cursor, so that the feed goes on where it was when your program starts again. `after` wins over what it loads. */
  readonly persist?: CursorStore | undefined;
  /** Hears of each change of the feed's state, for a light on the page that says whether it is live. */
  readonly onState?: ((state: FeedState) => void) | undefined;
}

/**
 * Where the cursor of a feed is kept.
 * @example
 * const persist: CursorStore = {
 *   load: () => localStorage.getItem('cursor'),
 *   save: (cursor) => localStorage.setItem('cursor', cursor),
 * };
 */
export interface CursorStore {
  /** Reads the cursor when the feed begins; null or undefined where none was saved. */
  load(): string | null | undefined | Promise<string | null | undefined>;
  /** Writes the cursor each time that the loop's body is done with an event. It is waited for, and what it throws ends the loop. */
  save(cursor: string): unknown;
}

/**
 * What a feed is doing. `cursor` is that of the last event that the loop's body was done with.
 * @example onState: ({ kind }) => light.classList.toggle('on', kind === 'live')
 */
export type FeedState = { readonly cursor: string | undefined } & FeedActivity;

/**
 * What a feed is doing, of the five things that it does.
 * @example const isTrouble = (activity: FeedActivity) => activity.kind === 'waiting' && activity.cause !== undefined;
 */
export type FeedActivity =
  /** It asks the server, for the first time or again. */
  | { readonly kind: 'connecting' }
  /** The server answers: it tells what has happened since `cursor`. */
  | { readonly kind: 'catchingUp' }
  /** All of that has been told; what comes is told as it happens. */
  | { readonly kind: 'live' }
  /** It asks again in `retryInMs`, by itself. `cause` is the error, or undefined where the server just ended its answer. */
  | { readonly kind: 'waiting'; readonly retryInMs: number; readonly cause: unknown }
  /** It is over: the loop was left, its signal fell, or `cause` was thrown. */
  | { readonly kind: 'ended'; readonly cause: unknown };

/** Tells each activity once, when it begins. */
export function teller(onState: FeedOptions['onState']): (state: FeedState) => void {
  let last: FeedState['kind'] | undefined;
  return (state) => {
    if (state.kind !== last) onState?.(state);
    last = state.kind;
  };
}
