import { asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';

const query = new QueryBuilder();
const { placeholder } = sql;

/** The claims of stances that `article` shows. */
export const claimsShownBy = statement(
  query
    .selectDistinct({ claim: stances.claim })
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(eq(evidence.article, placeholder('article')))
    .orderBy(asc(stances.claim)),
);

/** The claims on which `actor` has a stance. */
export const claimsOfActor = claimsOf(sql`(${placeholder('actor')})`);

/** The claims on which `actor`, anyone that belongs to it, or a source that one of them left unnamed has a stance. */
export const claimsOfBelonging = claimsOf(sql`(
  with recursive belonging(actor) as (
    select ${placeholder('actor')}
    union
    select affiliations.actor from belonging join affiliations on of_actor = belonging.actor
    where kind in ('PART_OF', 'OWNED_BY')
    union
    select key from belonging join actors on granted_by = actor
  ) select actor from belonging)`);

function claimsOf(speakers: SQL) {
  return statement(
    query
      .selectDistinct({ claim: stances.claim })
      .from(stances)
      .where(inArray(stances.actor, speakers))
      .orderBy(asc(stances.claim)),
  );
}
