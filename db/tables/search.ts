import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/**
 * The articles whose public words were taken out of their index before a change and are not in again yet. Whatever puts an
 * article here takes its words out, whatever takes it away puts those of now in: see the migration that made it. Empty at each commit.
 */
export const searchPending = sqliteTable('search_pending', {
  article: integer('article').primaryKey(),
});
