import { and, desc, eq, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import { events } from '../tables/event.ts';

/** The last event on record. */
export const lastEvent = statement(
  new QueryBuilder()
    .select({ seq: events.seq, at: events.at })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1),
);

/** The number of the last event that told of a subject; 0 where none did. */
export const lastEventOf = statement(
  new QueryBuilder()
    .select({ seq: sql<number>`coalesce(max(${events.seq}), 0)` })
    .from(events)
    .where(
      and(eq(events.noun, sql.placeholder('noun')), eq(events.subject, sql.placeholder('subject'))),
    ),
);
