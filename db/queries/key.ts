import { type SQL, sql } from 'drizzle-orm';
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

/** The key of the claim that the reference at `path` names; null where there is none. */
export function claimKey(by: ClaimReference, path: string): SQL<number | null> {
  return isGiven(by.id)
    ? sql`(select key from claims where id = ${valueAt(`${path}.id`)})`
    : sql`(select key from claims where slug = ${valueAt(`${path}.slug`)})`;
}

/** The key of the actor that the reference at `path` names; null where there is none. */
export function actorKey(by: ActorReference, path: string): SQL<number | null> {
  if (isGiven(by.id)) return sql`(select key from actors where id = ${valueAt(`${path}.id`)})`;
  if (isGiven(by.slug))
    return sql`(select key from actors where slug = ${valueAt(`${path}.slug`)})`;
  return sql`(select key from actors where wikidata_id = ${valueAt(`${path}.wikidataId`)})`;
}

/** The key of the article that the reference at `path` names; null where there is none. */
export function articleKey(by: ArticleReference, path: string): SQL<number | null> {
  if (isGiven(by.id)) return sql`(select key from articles where id = ${valueAt(`${path}.id`)})`;
  if (isGiven(by.slug))
    return sql`(select key from articles where slug = ${valueAt(`${path}.slug`)})`;
  if (isGiven(by.sha256)) {
    return sql`(select key from articles where sha256 = ${valueAt(`${path}.sha256`)} order by key limit 1)`;
  }
  return sql`(select one.key from articles one where one.url = ${valueAt(`${path}.url`)}
    and one.withdrawn_at is null order by exists (
      select 1 from articles newer where newer.supersedes = one.key and newer.url = one.url
        and newer.withdrawn_at is null), one.key desc limit 1)`;
}
