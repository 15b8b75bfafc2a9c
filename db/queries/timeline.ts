import { eq, sql } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Source } from '../read/page.ts';
import { place } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import type { Noun, StandingStatus } from '../rules/vocabulary.ts';

/** The log, called as lists call their rows: what leads them is `key`. */
const log = sqliteTable('events', {
  key: integer('seq').primaryKey(),
  type: text('type').notNull(),
  noun: text('noun').notNull(),
  subject: integer('subject').notNull(),
  payload: text('payload').notNull(),
});

const fields = {
  place,
  key: log.key,
  /** Since when, as `since` tells it: the moment of what brought it. */
  at: sql<number>`${log.payload} ->> 'causedAt'`,
  from: sql<StandingStatus>`${log.payload} ->> 'from'`,
  to: sql<StandingStatus>`${log.payload} ->> 'to'`,
  noun: sql<Noun>`${log.payload} -> 'because' ->> 'noun'`,
  subject: sql<number>`${log.payload} -> 'because' ->> 'key'`,
};

/** A change of the status of a claim. */
export type StandingChangeOnRecord = RowOf<typeof fields>;
export const standingChangeShape = rowShape(fields);

/**
 * The changes of the status of each of `keys`, which are claims: all of them, also from before it was public in its own words, since
 * `standing(asOf:)` answers for these as well.
 */
export const changesOfClaims: Source = {
  name: 'changesOfClaims',
  table: log,
  from: log,
  key: log.key,
  // Little else is told of a claim.
  isIndexed: true,
  where: (parent) => [
    sql`${log.noun} = 'claim'`,
    eq(log.subject, parent),
    sql`+${log.type} = 'STANDING_CHANGED'`,
  ],
};
