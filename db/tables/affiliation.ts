import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type AffiliationKind, affiliationKinds } from '../rules/vocabulary.ts';
import { actors } from './actor.ts';
import { date, id, key, moment, oneOf, recordedAt } from './column.ts';

/** A dated link between actors. Its end is recorded once, with the record's clock. */
export const affiliations = sqliteTable(
  'affiliations',
  {
    key: key(),
    id: id(),
    actor: integer('actor')
      .notNull()
      .references(() => actors.key),
    of: integer('of_actor')
      .notNull()
      .references(() => actors.key),
    kind: text('kind').$type<AffiliationKind>().notNull(),
    role: text('role'),
    /** First day in force; unknown where null. */
    from: date('from_date'),
    /** Last day in force; open where null. */
    until: date('until_date'),
    recordedAt: recordedAt(),
    /** When the record learned of `until`: before it, the affiliation was open. */
    endedAt: moment('ended_at'),
  },
  (t) => [
    check('affiliation_kind', oneOf(t.kind, affiliationKinds)),
    check('affiliation_of_two', sql`${t.actor} <> ${t.of}`),
    check('affiliation_end', sql`(${t.until} is null) = (${t.endedAt} is null)`),
    index('affiliations_by_actor').on(t.actor, t.kind),
    index('affiliations_by_of').on(t.of, t.kind),
  ],
);

export type AffiliationRow = typeof affiliations.$inferSelect;
