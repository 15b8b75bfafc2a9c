import { asc, eq, inArray, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';
import { isConfirmed, merges, otherEnds } from './other-ends.ts';

const query = new QueryBuilder();
const { placeholder } = sql;

/** The claims of stances that `article` shows, or a later version of it: when those were issued goes by this one, too. */
export const claimsShownBy = statement(
  query
    .selectDistinct({ claim: stances.claim })
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(
      inArray(
        evidence.article,
        sql`(
          with recursive versions(article) as (
            select ${placeholder('article')}
            union
            select key from versions cross join articles on supersedes = article
          ) select article from versions)`,
      ),
    )
    .orderBy(asc(stances.claim)),
);

/** The claims on which `actor`, or one that it is one with, has a stance, and those that bear on it. */
export const claimsOfActor = statement(
  query
    .select({ claim: sql<number>`claim` })
    .from(
      sql`(
        with meant(actor) as (select coalesce(shown, key) from actors where key = ${placeholder('actor')})
        select claim from meant cross join stances on shown_actor = meant.actor
        union
        select claim from meant cross join claim_parties on role = 'CONCERNED' and claim_parties.actor = meant.actor
      ) of_actor`,
    )
    .orderBy(sql`claim`),
);

/** The claims that bear on one of `actors`, and those of stances that one of them holds, is named in a chain of, published or was credited with, or that a source or member of theirs does. */
export const claimsNaming = statement(
  query
    .select({ claim: sql<number>`claim` })
    .from(
      sql`(
        with recursive named(actor) as (
          select value from json_each(${placeholder('actors')})
          union
          select affiliations.actor from named cross join affiliations on of_actor = named.actor where kind <> 'MEMBER_OF'
          union
          select key from named cross join actors on granted_by = named.actor
          union ${otherEnds(merges, { of: 'named.actor', by: isConfirmed })}
        )
        select claim from named cross join stances on shown_actor = named.actor
        union
        select claim from named cross join claim_concerns using (actor)
        union
        select stances.claim from named cross join attributions using (actor)
          cross join evidence on evidence.key = attributions.evidence cross join stances on stances.key = evidence.stance
        union
        select stances.claim from named cross join articles on shown_outlet = named.actor or credited_to = named.actor
          cross join evidence on evidence.article = articles.key cross join stances on stances.key = evidence.stance
      ) naming`,
    )
    .orderBy(sql`claim`),
);
