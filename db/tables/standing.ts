import { sql } from 'drizzle-orm';
import { check, customType, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { ProjectedStanding } from '../rules/standing.ts';
import { standingOf, storedStanding } from '../rules/standing-stored.ts';
import { claims } from './claim.ts';

const standingColumn = customType<{ data: ProjectedStanding; driverData: string }>({
  dataType: () => 'text',
  toDriver: storedStanding,
  fromDriver: standingOf,
});

/** The cache of each claim's standing with its reasons, as db/rules/standing.ts computes it. */
export const standings = sqliteTable(
  'standings',
  {
    claim: integer('claim')
      .primaryKey()
      .references(() => claims.key),
    rule: integer('rule').notNull(),
    /** The whole answer, by integer keys. */
    standing: standingColumn('standing').notNull(),
  },
  (t) => [check('standing_rule', sql`${t.rule} between 1 and 8`)],
);
