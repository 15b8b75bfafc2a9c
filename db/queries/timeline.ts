import { eq, type SQL, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { conditionsFor, filtered, isGiven, keysGiven, valueAt } from '../read/filter.ts';
import { newestFirst, type Source } from '../read/page.ts';
import { place } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import type { Noun, StandingStatus } from '../rules/vocabulary.ts';
import { claims } from '../tables/claim.ts';
import { type ClaimFilter, claimConditions } from './claim-list.ts';

/** The log, called as lists call their rows: what leads them is `key`. */
export const eventLog = sqliteTable('events', {
  key: integer('seq').primaryKey(),
  type: text('type').notNull(),
  noun: text('noun').notNull(),
  subject: integer('subject').notNull(),
  at: integer('at').notNull(),
  visibility: text('visibility').notNull(),
  payload: text('payload').notNull(),
});

const fields = {
  place,
  key: eventLog.key,
  claimKey: eventLog.subject,
  /** When it was written: no two are of one moment. */
  toldAt: eventLog.at,
  /** Since when, as `since` tells it: the moment of what brought it. */
  at: sql<number>`${eventLog.payload} ->> 'causedAt'`,
  from: sql<StandingStatus>`${eventLog.payload} ->> 'from'`,
  to: sql<StandingStatus>`${eventLog.payload} ->> 'to'`,
  noun: sql<Noun>`${eventLog.payload} -> 'because' ->> 'noun'`,
  subject: sql<number>`${eventLog.payload} -> 'because' ->> 'key'`,
  /** How many changes that everyone may know of came before: one at most is counted. Selected columns lose their table's name. */
  earlier: sql<number>`(select count(*) from (select 1 from events earlier
    where earlier.noun = 'claim' and earlier.subject = events.subject and earlier.seq < events.seq
      and +earlier.type = 'STANDING_CHANGED' and +earlier.visibility = 'PUBLIC' limit 1))`,
};

/** A change of the status of a claim. */
export type StandingChangeOnRecord = RowOf<typeof fields>;
export const standingChangeShape = rowShape(fields);

/** Which changes are meant; those from before a moment alone, where there is one. */
export interface ChangesMeant {
  readonly toldBefore?: number | null | undefined;
}

/** Moments of the log go up with its numbers: the last one before a moment bounds them by its index. */
const isBefore = (toldBefore: unknown): SQL[] =>
  isGiven(toldBefore)
    ? [
        sql`${eventLog.key} <= (select coalesce(max(seq), 0) from (select seq from events
          where at < ${valueAt('filter.toldBefore')} order by at desc limit 1))`,
      ]
    : [];

/**
 * The changes of the status of each of `keys`, which are claims: all of them, also from before it was public in its own words, since
 * `standing(asOf:)` answers for these as well.
 */
export const changesOfClaims = ({ toldBefore }: ChangesMeant): Source => ({
  ...filtered('changesOfClaims', { toldBefore }),
  table: eventLog,
  from: eventLog,
  key: eventLog.key,
  // Little else is told of a claim.
  isIndexed: true,
  where: (parent) => [
    sql`${eventLog.noun} = 'claim'`,
    eq(eventLog.subject, parent),
    sql`+${eventLog.type} = 'STANDING_CHANGED'`,
    ...isBefore(toldBefore),
  ],
});

/**
 * The changes of all claims that meet the filter by now and are in the lists of readers, or were until they were withdrawn.
 * Which claim it is leads to no change: the changes are gone through from the last one on.
 */
export function changesOnRecord(filter: ClaimFilter, { toldBefore }: ChangesMeant): Source {
  return {
    ...filtered('changesOnRecord', { ...filter, toldBefore }),
    table: eventLog,
    from: eventLog,
    key: eventLog.key,
    // Of most claims that were told of, all may still know.
    isIndexed: keysGiven(filter).length === 0,
    where: () => [
      eq(eventLog.type, 'STANDING_CHANGED'),
      sql`+${eventLog.visibility} = 'PUBLIC'`,
      ...isBefore(toldBefore),
      sql`exists (select 1 from ${claims} where ${sql.join(meeting(filter), sql` and `)})`,
    ],
  };
}

/** What the claim of a change has to meet. */
function meeting(filter: ClaimFilter): SQL[] {
  const { topic } = filter;
  return [
    sql`${claims.key} = ${eventLog.subject}`,
    sql`(${claims.listed} = 1 or (${claims.withdrawnAt} is not null and ${claims.toldAt} is not null
      and ${claims.shown} is null and ${claims.review} = 'VERIFIED'))`,
    ...conditionsFor(claimConditions, filter, { path: 'filter', order: newestFirst }),
    ...(isGiven(topic)
      ? [
          sql`exists (select 1 from claim_topics where topic = ${valueAt('filter.topic')} and claim = ${claims.key})`,
        ]
      : []),
  ];
}
