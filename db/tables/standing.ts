import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { ProjectedStanding } from '../rules/standing.ts';
import { claims } from './claim.ts';
import { json } from './column.ts';

/** The cache of each claim's standing with its reasons, as db/rules/standing.ts computes it. */
export const standings = sqliteTable(
  'standings',
  {
    claim: integer('claim')
      .primaryKey()
      .references(() => claims.key),
    rule: integer('rule').notNull(),
    /** The whole answer, by integer keys. */
    standing: json<ProjectedStanding>('standing').notNull(),
  },
  (t) => [check('standing_rule', sql`${t.rule} between 1 and 8`)],
);
