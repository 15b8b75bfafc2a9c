import { gt, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { historyColumns, historyOf, noEnd } from '../read/past/history-columns.ts';
import { placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { actors } from '../tables/actor.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { stances } from '../tables/stance.ts';

type Kept = SQLiteTable & { readonly key: SQLiteColumn; readonly id: SQLiteColumn };

const isPresent = `past.until = ${noEnd}`;

/** That the history of a table holds a row as it is: what indexes lead by, and nothing that ends with it. */
function isInHistory(table: keyof typeof historyColumns): string {
  const { led, ended } = historyColumns[table];
  const of = (row: string) => led.map((column) => `${row}.${column}`).join();
  return `exists (select 1 from ${historyOf(table)} past
    where past.key = ${table}.key and ${isPresent} and (${of('past')}) is (${of(table)})
      and coalesce(${ended.map((column) => `past.${column}`)}) is null)`;
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

const standingIsKept = `exists (select 1 from standings where standings.claim = claims.key) is exists (
  select 1 from standing_history past where past.claim = claims.key and ${isPresent} and past.standing is null)`;

/** What the history keeps each row of, by their nouns. */
export const historiesToVerify = {
  actor: rowsIn(actors, isInHistory('actors')),
  article: rowsIn(articles, isInHistory('articles')),
  claim: rowsIn(claims, `${isInHistory('claims')} and ${standingIsKept}`),
  stance: rowsIn(stances, isInHistory('stances')),
} as const;
