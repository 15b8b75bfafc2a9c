import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { placeholder, select } from '../read/query.ts';
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
      sql`${claims.key} in (select value from json_each(${placeholder('keys')}))
        and (${claims.publicAt} is null or ${claims.review} <> 'VERIFIED')`,
    ),
);

function whicheverTable<T>(look: (table: SQLiteTable) => SQL): SQL<T | null> {
  const cases = Object.entries(tables).map(
    ([noun, table]) => sql`when ${sql.raw(`'${noun}'`)} then (${look(table)})`,
  );
  return sql`case asked.noun ${sql.join(cases, sql` `)} end`;
}
