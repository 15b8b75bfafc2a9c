import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * Facts about this database itself: `epoch`, the random name of its event log, what else cursors go by (see
 * db/file/log-facts.ts), and what a migration left to be done.
 */
export const meta = sqliteTable('meta', {
  name: text('name').primaryKey().notNull(),
  value: text('value').notNull(),
});
