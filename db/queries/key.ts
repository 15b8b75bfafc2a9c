import { getColumnTable, is, SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { isGiven, valueAt } from '../read/filter.ts';

/** Names one row of the record from outside: exactly one of the keys is given. */
export interface ClaimReference {
  readonly id?: string | null | undefined;
  readonly slug?: string | null | undefined;
}

export interface ActorReference extends ClaimReference {
  readonly wikidataId?: string | null | undefined;
}

export interface ArticleReference extends ClaimReference {
  /** The earliest article with this text. */
  readonly sha256?: string | null | undefined;
  /** The newest article at this address that is not withdrawn. */
  readonly url?: string | null | undefined;
}

/** The key of the claim that is shown for the one that the reference at `path` names; null where there is none. */
export function claimKey(by: ClaimReference, path: string): SQL<number | null> {
  const name = isGiven(by.id) ? 'id' : 'slug';
  return sql`(select coalesce(shown, key) from claims where ${keyCalled('claims', name, path)})`;
}

/** That a row has the id or slug that stands at this path. These never change: they are looked up in the table itself, also as of a moment. */
const keyCalled = (table: string, name: 'id' | 'slug', path: string): SQL =>
  sql`key = (select key from ${sql.raw(`main.${table}`)} where ${sql.raw(name)} = ${valueAt(`${path}.${name}`)})`;

/** The key of the actor that is shown for the one that the reference at `path` names; null where there is none. */
export function actorKey(by: ActorReference, path: string): SQL<number | null> {
  return sql`(select coalesce(shown, key) from actors where ${namedBy(by, path)})`;
}

/** That an actor is the one that the reference at `path` names. */
export function namedBy(by: ActorReference, path: string): SQL {
  if (isGiven(by.id)) return keyCalled('actors', 'id', path);
  if (isGiven(by.slug)) return keyCalled('actors', 'slug', path);
  return sql`wikidata_id = ${valueAt(`${path}.wikidataId`)}`;
}

/** A column by the name of its table, too: in a select from one table it stands without, and an inner one may have its name. */
const qualified = (column: SQLiteColumn | SQL): SQL =>
  is(column, SQL) ? column : sql`${getColumnTable(column)}.${sql.identifier(column.name)}`;

/** The key of the actor that is shown for the one whose key stands in `column`. */
export const shownActorOf = <Key extends number | null = number>(
  column: SQLiteColumn | SQL,
): SQL<Key> =>
  sql<Key>`(select coalesce(named.shown, named.key) from actors named where named.key = ${qualified(column)})`;

/** The key of the claim that is shown for the one whose key stands in `column`. */
export const shownClaimOf = <Key extends number | null = number>(
  column: SQLiteColumn | SQL,
): SQL<Key> =>
  sql<Key>`(select coalesce(named.shown, named.key) from claims named where named.key = ${qualified(column)})`;

/** That `column` holds the key of an actor which is one with the shown one of key `shown`. */
export const isOneWithActor = (column: SQLiteColumn, shown: SQL): SQL =>
  sql`(${column} = ${shown} or ${column} in (select named.key from actors named where named.shown = ${shown}))`;

/** The keys of all actors that are one with the shown one of key `shown`. */
export const namesOfActor = (shown: SQL | SQLiteColumn): SQL =>
  sql`(select ${shown} union all select named.key from actors named where named.shown = ${shown})`;

/** That `column` holds the key of a claim which is one with the shown one of key `shown`. */
export const isOneWithClaim = (column: SQLiteColumn, shown: SQL): SQL =>
  sql`(${column} = ${shown} or ${column} in (select named.key from claims named where named.shown = ${shown}))`;

/** The key of the article that the reference at `path` names; null where there is none. */
export function articleKey(by: ArticleReference, path: string): SQL<number | null> {
  if (isGiven(by.id))
    return sql`(select key from main.articles where id = ${valueAt(`${path}.id`)})`;
  if (isGiven(by.slug))
    return sql`(select key from main.articles where slug = ${valueAt(`${path}.slug`)})`;
  if (isGiven(by.sha256)) {
    return sql`(select key from main.articles where sha256 = ${valueAt(`${path}.sha256`)} order by key limit 1)`;
  }
  return sql`(select one.key from articles one where one.url = ${valueAt(`${path}.url`)}
    and one.withdrawn_at is null order by exists (
      select 1 from articles newer where newer.supersedes = one.key and newer.url = one.url
        and newer.withdrawn_at is null), one.key desc limit 1)`;
}
