import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { actors } from './actor.ts';
import { stances } from './stance.ts';

/** Whom the actor of a drafted stance speaks for, by the words of the article: on record once the draft is accepted. */
export const affiliationDrafts = sqliteTable(
  'affiliation_drafts',
  {
    stance: integer('stance')
      .notNull()
      .references(() => stances.key),
    actor: integer('actor')
      .notNull()
      .references(() => actors.key),
    of: integer('of_actor')
      .notNull()
      .references(() => actors.key),
    /** The word of the article: `spokeswoman`. */
    role: text('role').notNull(),
  },
  (t) => [primaryKey({ columns: [t.stance, t.of] })],
);
