import { eventCount, eventPage, type FeedEvent, feedEvents } from '../../db/queries/event.ts';
import type { Args } from '../../db/read/read.ts';
import type { GraphContext } from '../context.ts';
import { encodeFeedCursor } from '../reading/feed-cursor.ts';
import { lastSeen, visibleTo } from '../reading/last-seen.ts';
import { once } from '../reading/list.ts';
import { type PageInfo, pageSize } from '../reading/page.ts';
import { headOf, seqOfCursor } from './event-feed.ts';
import type { EventsMeant } from './event-filter.ts';

/** A page of the log. */
export interface LogPage {
  readonly events: readonly FeedEvent[];
  readonly pageInfo: PageInfo;
  /** The number of the last event that the viewer may know of, when the page was read. */
  readonly seen: number;
  /** How many events are meant, wherever the page begins, up to one more than are counted. */
  readonly count: () => Promise<number>;
}

/** Where a page begins, and how long it is. */
interface Stretch {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The first events meant after the cursor, as far as the viewer may know of them. @throws CURSOR_INVALID, CURSOR_EXPIRED */
export async function readEventPage(
  { first, after }: Stretch,
  meant: EventsMeant,
  context: GraphContext,
): Promise<LogPage> {
  const { aside, db, viewer } = context;
  const size = pageSize(first);
  // Before the page, so that what is written in between comes after it.
  const head = await headOf(context);
  const { seq: seen } = await lastSeen(context, head);
  const place = after === null || after === undefined ? 0 : await seqOfCursor(after, context, head);
  const names = meant.subject?.names ?? [];
  const shape = {
    hasTypes: meant.types !== null,
    hasSubject: meant.subject !== null,
    hasNames: names.length > 1,
    hasClaim: meant.claim !== null,
  };
  const args: Args = {
    visibilities: JSON.stringify(visibleTo(viewer)),
    ...(meant.types && { types: JSON.stringify(meant.types) }),
    ...(meant.subject && { noun: meant.subject.noun, subject: meant.subject.key }),
    ...(shape.hasNames && { names: JSON.stringify(names) }),
    ...(meant.claim && {
      claim: meant.claim.key,
      claimNames: JSON.stringify(meant.claim.names),
    }),
  };
  const found = await aside.read(eventPage(aside, shape), {
    ...args,
    after: place,
    limit: size + 1,
  });
  const events = feedEvents(found.slice(0, size));
  const cursorAt = (index: number) => {
    const event = events.at(index);
    return event === undefined ? null : encodeFeedCursor(db, event.seq);
  };
  return {
    events,
    seen,
    pageInfo: {
      hasNextPage: found.length > size,
      hasPreviousPage: place > 0,
      startCursor: cursorAt(0),
      endCursor: cursorAt(-1),
    },
    count: once(async () => {
      const [counted] = await aside.read(eventCount(aside, shape), args);
      return counted?.total ?? 0;
    }),
  };
}
