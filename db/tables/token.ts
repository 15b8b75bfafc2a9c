import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Role, roles } from '../rules/vocabulary.ts';
import { id, json, key, moment, oneOf, recordedAt } from './column.ts';

/** Who may do what. The token itself is shown once and never stored. */
export const tokens = sqliteTable(
  'tokens',
  {
    key: key(),
    id: id(),
    name: text('name').notNull(),
    role: text('role').$type<Role>().notNull(),
    /** SHA-256 of the token, in hex. */
    hash: text('hash').notNull().unique(),
    recordedAt: recordedAt(),
    expiresAt: moment('expires_at'),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
  },
  (t) => [check('token_role', oneOf(t.role, roles))],
);

export type TokenRow = typeof tokens.$inferSelect;

/** What each keyed request was answered, so that a repetition is answered the same and writes nothing. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    /** The key of the token that the request came with; 0 for the owner of the file. */
    token: integer('token').notNull(),
    idempotencyKey: text('idempotency_key').notNull(),
    /** SHA-256 of the command and its input, in hex. */
    request: text('request').notNull(),
    answer: json<unknown>('answer').notNull(),
    recordedAt: recordedAt(),
  },
  (t) => [primaryKey({ columns: [t.token, t.idempotencyKey] })],
);
