import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { oneOfEach } from '../read/query.ts';
import { type Statement, statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { tokens } from '../tables/token.ts';

/** The token with this `hash`, whether or not it is still in force. */
export const tokenByHash = statement(
  new QueryBuilder()
    .select({
      key: tokens.key,
      name: tokens.name,
      role: tokens.role,
      expiresAt: tokens.expiresAt,
      revokedAt: tokens.revokedAt,
    })
    .from(tokens)
    .where(eq(tokens.hash, sql.placeholder('hash'))),
);

export type TokenFound = typeof tokenByHash extends Statement<infer Row> ? Row : never;

/** Those of the tokens with these `keys`, as JSON, that are in force at the moment `at`. */
export const tokensInForce = statement(
  new QueryBuilder()
    .select({ key: tokens.key })
    .from(tokens)
    .where(
      and(
        sql`${tokens.key} in (select value from json_each(${sql.placeholder('keys')}))`,
        isNull(tokens.revokedAt),
        or(isNull(tokens.expiresAt), gt(tokens.expiresAt, sql.placeholder('at'))),
      ),
    ),
);

const fields = {
  key: tokens.key,
  id: tokens.id,
  name: tokens.name,
  role: tokens.role,
  recordedAt: tokens.recordedAt,
  expiresAt: tokens.expiresAt,
  lastUsedAt: tokens.lastUsedAt,
  revokedAt: tokens.revokedAt,
};

/** A token as the record holds it. */
export type TokenOnRecord = RowOf<typeof fields>;

const tokenShape = rowShape(fields, 'token');

/** The tokens with these `keys`, in their order, whoever may see them. */
export const tokensByKey = oneOfEach('tokensByKey', tokenShape, {
  from: tokens,
  on: (parent) => eq(tokens.key, parent),
});

/** The tokens with these `keys`, which are public ids, in their order; one that may not be seen has no key. */
export const tokensById = oneOfEach('tokensById', tokenShape, {
  from: tokens,
  on: (parent) => sql`${tokens.id} = ${parent} and ${sql.placeholder('seesTokens')}`,
});
