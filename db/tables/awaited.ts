import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AwaitedNoun } from '../rules/awaited.ts';

/**
 * What rows are to refer to that a later line of their import brings: the grantor of an actor, or the article that an
 * article supersedes. Empty but while an import is under way, or was interrupted.
 */
export const awaitedReferences = sqliteTable(
  'awaited_references',
  {
    noun: text('noun').$type<AwaitedNoun>().notNull(),
    /** The key of the row that is to refer, in the table of `noun`. */
    subject: integer('subject').notNull(),
    /** The slug of what it is to refer to, or `sha256:` and the hash of its text. */
    name: text('name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.noun, t.subject] }),
    index('awaited_references_by_name').on(t.noun, t.name),
  ],
);
