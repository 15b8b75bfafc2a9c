import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Facts about this database itself: `epoch`, the random name of its event log. */
export const meta = sqliteTable('meta', {
  name: text('name').primaryKey().notNull(),
  value: text('value').notNull(),
});
