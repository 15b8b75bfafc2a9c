import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/sqlite-core';

/** The key inside the database: an integer that grows in the order of commits. It never leaves the server. */
export const key = () => integer('key').primaryKey();

/** The public id: a noun, an underscore and a UUIDv7. */
export const id = () => text('id').notNull().unique();

/** The public name: unique for its noun, and immutable. */
export const slug = () => text('slug').notNull().unique();

/** A moment, in milliseconds since 1970 (UTC). */
export const moment = (name: string) => integer(name);

/** The moment of the event by which the row entered the record. */
export const recordedAt = () => moment('recorded_at').notNull();

/** A calendar date, `YYYY-MM-DD`. */
export const date = (name: string) => text(name);

/** A truth value, 0 or 1. */
export const flag = (name: string) => integer(name, { mode: 'boolean' });

/** A JSON value in a TEXT column. */
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

/** A CHECK that holds a column to a closed list. */
export const oneOf = (column: AnyColumn, values: readonly string[]): SQL =>
  sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;
