import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { listed, placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import type { Noun } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { affiliations } from '../tables/affiliation.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { claimLinks } from '../tables/claim-link.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';
import { tokens } from '../tables/token.ts';
import { isSameAs, links, merges, otherEnds, wasConfirmed } from './other-ends.ts';

const tables: Readonly<Record<Noun, SQLiteTable>> = {
  article: articles,
  actor: actors,
  affiliation: affiliations,
  claim: claims,
  link: claimLinks,
  merge: actorMerges,
  stance: stances,
  evidence,
  token: tokens,
};

/** The public ids of `rows`, a JSON array of pairs of a noun and a key, in their order; null for what is not there. */
export const publicIds = statement(
  select({
    id: whicheverTable<string>((table) => sql`select id from ${table} where key = asked.key`),
  }).from(
    sql`(select value ->> 0 as noun, value ->> 1 as key from json_each(${placeholder('rows')})) asked`,
  ),
);

/** Which of `keys`, a JSON array, are claims that editors alone see. */
export const hiddenClaims = statement(
  select({ key: claims.key })
    .from(claims)
    .where(
      sql`${claims.key} in ${listed('keys')}
        and (${claims.publicAt} is null or ${claims.review} <> 'VERIFIED')`,
    ),
);

/** As `publicIds`, but of an actor or a claim for which another is shown, the id of that. */
export const shownIds = statement(
  select({
    id: whicheverTable<string>((table) =>
      table === actors || table === claims
        ? sql`select id from ${table} where key = (
            select coalesce(shown, key) from ${table} named where named.key = asked.key)`
        : sql`select id from ${table} where key = asked.key`,
    ),
  }).from(
    sql`(select value ->> 0 as noun, value ->> 1 as key from json_each(${placeholder('rows')})) asked`,
  ),
);

/** The keys of all that are one with each of `rows`, pairs of a noun, `actor` or `claim`, and a key: as JSON, without that key. */
export const namesBeside = statement(
  select({
    keys: sql<string>`case asked.noun
      when 'actor' then (${besideIn(actors)}) when 'claim' then (${besideIn(claims)}) else '[]' end || ''`,
  }).from(
    sql`(select value ->> 0 as noun, value ->> 1 as key from json_each(${placeholder('rows')})) asked`,
  ),
);

/** The keys of all that were ever judged one with what has this `noun` and `key`, and that key itself. */
export const everBeside = statement(
  select({ key: sql<number>`beside` }).from(
    sql`(
      with recursive joined(beside) as (
        select ${placeholder('key')}
        union ${otherEnds(merges, { of: 'joined.beside', by: sql`${wasConfirmed} and ${placeholder('noun')} = 'actor'` })}
        union ${otherEnds(links, { of: 'joined.beside', by: sql`${isSameAs} and ${wasConfirmed} and ${placeholder('noun')} = 'claim'` })}
      ) select beside from joined)`,
  ),
);

function besideIn(table: SQLiteTable): SQL {
  return sql`select json_group_array(other.key) from ${table} named cross join ${table} other
    on other.shown = coalesce(named.shown, named.key) or other.key = named.shown
    where named.key = asked.key and other.key <> named.key`;
}

/** The key of what has the public `id`, which is one of a `noun`; null where nothing has it. */
export const keyOfId = statement(
  select({
    key: whicheverTable<number>((table) => sql`select key from ${table} where id = asked.id`),
  }).from(sql`(select ${placeholder('noun')} as noun, ${placeholder('id')} as id) asked`),
);

function whicheverTable<T>(look: (table: SQLiteTable) => SQL): SQL<T | null> {
  const cases = Object.entries(tables).map(
    ([noun, table]) => sql`when ${sql.raw(`'${noun}'`)} then (${look(table)})`,
  );
  return sql`case asked.noun ${sql.join(cases, sql` `)} end`;
}
