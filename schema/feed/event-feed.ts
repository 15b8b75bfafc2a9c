import { type EventOnRecord, type FeedEvent, firstSeq, lastSeq } from '../../db/queries/event.ts';
import { builder } from '../builder.ts';
import { codedError } from '../coded.ts';
import type { GraphContext } from '../context.ts';
import { decodeFeedCursor, encodeFeedCursor } from '../reading/feed-cursor.ts';
import { lastSeen, visibleTo } from '../reading/last-seen.ts';

/** How often a subscriber who asked for checkpoints has one at least. */
export const checkpointMs = 30_000;

/** From where a subscriber is told, and of what. */
export interface Subscribed {
  /** The cursor of the last event known; from now on where it is left out. */
  readonly after?: string | null | undefined;
  readonly checkpoints?: boolean | null | undefined;
  /** Looks only at what was fixed when the event was written, so that a replay selects what live did. */
  readonly selects: (event: EventOnRecord) => boolean;
}

/** The arguments of every subscription but its filter. */
export const feedArgs = builder.args((t) => ({
  after: t.string({
    description:
      'The cursor of the last event you have: you get all that came after it, then live. From now on where it is left out.',
  }),
  checkpoints: t.boolean({
    defaultValue: false,
    description: `Whether to be told, with nothing but a cursor, when all that was there has been sent, and every ${checkpointMs / 1000} seconds from then on.`,
  }),
}));

/** The cursor of every event. */
export const cursorOf = ({ seq }: FeedEvent, _args: object, { db }: GraphContext): string =>
  encodeFeedCursor(db, seq);

/** The number of the last event of the record, whoever may know of it. */
export async function headOf({ reader }: Pick<GraphContext, 'reader'>): Promise<number> {
  const [last] = await reader.read(lastSeq);
  return last?.seq ?? 0;
}

/**
 * The number of the event with this cursor.
 * @throws CURSOR_INVALID where it is none of this log, CURSOR_EXPIRED where the log no longer reaches back to it
 */
export async function seqOfCursor(
  cursor: string,
  { db, reader }: Pick<GraphContext, 'db' | 'reader'>,
  head: number,
): Promise<number> {
  const seq = decodeFeedCursor(db, cursor);
  // Where a replica is read, it may not have come so far.
  if (seq > head && seq > (await headOf({ reader: db.written })))
    throw codedError('CURSOR_INVALID', 'This is a cursor of what is not here yet.');
  const [first] = await reader.read(firstSeq);
  const kept = (first?.seq ?? 1) - 1;
  if (seq >= kept) return seq;
  throw codedError('CURSOR_EXPIRED', 'What came next after this cursor is not kept any more.', {
    oldest: encodeFeedCursor(db, kept),
  });
}

/** What a subscriber asked to be told. The server follows the log, once for all, and tells each its share. */
export class Followed implements AsyncIterable<FeedEvent> {
  /** The number of the last event that needs not be told. */
  readonly place: number;
  /** The number of the last event up to there of which the subscriber may know, or knows already: what his cursors name. */
  readonly seen: number;
  /** The number of the last event when the subscriber came. */
  readonly head: number;
  readonly checkpoints: boolean;
  /** Whether the subscriber may know of an event. */
  readonly sees: (event: EventOnRecord) => boolean;
  /** Whether an event is meant, and the subscriber may know of it. */
  readonly selects: (event: EventOnRecord) => boolean;

  constructor(asked: Omit<Followed, typeof Symbol.asyncIterator>) {
    this.place = asked.place;
    this.seen = asked.seen;
    this.head = asked.head;
    this.checkpoints = asked.checkpoints;
    this.sees = asked.sees;
    this.selects = asked.selects;
  }

  /** For GraphQL, where what a subscription selects is something to iterate. */
  [Symbol.asyncIterator](): AsyncIterator<FeedEvent> {
    throw new Error('What a subscriber asked for is told by the feed of the server.');
  }
}

/** The events that are selected and visible, from where the subscriber says. */
export async function feedOf(
  { after, checkpoints, selects }: Subscribed,
  context: GraphContext,
): Promise<Followed> {
  const head = await headOf(context);
  const known = after ?? context.lastEventId;
  const place = known === null ? head : await seqOfCursor(known, context, head);
  const visible = new Set(visibleTo(context.viewer));
  const sees = ({ visibility }: EventOnRecord): boolean => visible.has(visibility);
  return new Followed({
    place,
    seen: known === null ? (await lastSeen(context, head)).seq : place,
    head,
    checkpoints: checkpoints ?? false,
    sees,
    selects: (event) => sees(event) && selects(event),
  });
}
