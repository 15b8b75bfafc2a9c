import { getColumns, getTableName, gt, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { actors } from '../tables/actor.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { stances } from '../tables/stance.ts';

type Kept = SQLiteTable & { readonly key: SQLiteColumn; readonly id: SQLiteColumn };

const isPresent = 'past.until = 9007199254740991';

/** That the history of a table holds a row as it is. `lasting` are its columns that never change. */
function isInHistory(table: Kept, lasting: readonly string[]): string {
  const name = getTableName(table);
  const columns = Object.values(getColumns(table)).flatMap((column) =>
    column.generated || [...lasting, 'id', 'slug', 'recorded_at'].includes(column.name)
      ? []
      : column.name,
  );
  const of = (row: string) => columns.map((column) => `${row}.${column}`).join();
  return `exists (select 1 from ${name.slice(0, -1)}_history past
    where past.key = ${name}.key and ${isPresent} and (${of('past')}) is (${of(name)}))`;
}

/** A page of rows, each with whether the history holds it as it is. */
function rowsIn(table: Kept, isKept: string) {
  const rows = select({
    key: sql<number>`${table.key}`,
    id: sql<string>`${table.id}`,
    isKept: sql<number>`${sql.raw(isKept)}`,
  });
  return statement(
    rows
      .from(table)
      .where(gt(table.key, placeholder('after')))
      .orderBy(table.key)
      .limit(placeholder('limit')),
  );
}

const standingIsKept = `(select standing from standings where standings.claim = claims.key) is (
  select standing from standing_history past where past.claim = claims.key and ${isPresent})`;

/** What the history keeps each row of, by their nouns. */
export const historiesToVerify = {
  actor: rowsIn(actors, isInHistory(actors, [])),
  article: rowsIn(articles, isInHistory(articles, ['sha256', 'text'])),
  claim: rowsIn(claims, `${isInHistory(claims, [])} and ${standingIsKept}`),
  stance: rowsIn(stances, isInHistory(stances, ['known_by'])),
} as const;
