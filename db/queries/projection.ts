import { asc, eq, inArray, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { listed, placeholder } from '../read/query.ts';
import { type Statement, statement } from '../read/read.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { claimParties, claims } from '../tables/claim.ts';
import { meta } from '../tables/meta.ts';
import { stances } from '../tables/stance.ts';
import { standings } from '../tables/standing.ts';
import { isConfirmed, isSameAs, links, otherEnds, wasConfirmed } from './other-ends.ts';

const query = new QueryBuilder();

/** These claims with the projection of their standing; `standing` is its text as it is stored, null before the first one. */
export const projectedClaims = statement(
  query
    .select({
      key: claims.key,
      kind: claims.kind,
      language: claims.language,
      topics: claims.topics,
      allTopics: claims.allTopics,
      shown: claims.shown,
      toldAt: claims.toldAt,
      review: claims.review,
      withdrawnAt: claims.withdrawnAt,
      publicAt: claims.publicAt,
      listed: claims.listed,
      status: claims.status,
      onlyUnnamedSources: claims.onlyUnnamedSources,
      replies: claims.replies,
      dispute: claims.dispute,
      // As `storedParties` writes them.
      parties: sql<string>`(select json_group_array(json_array(role, actor)) from (
        select role, actor from ${claimParties} where claim = ${claims}.key order by role, actor)) || ''`,
      standingChangedAt: claims.standingChangedAt,
      // A text that happens to be JSON must not be packed as JSON.
      standing: sql<string | null>`${standings.standing} || ''`,
    })
    .from(claims)
    .leftJoin(standings, eq(standings.claim, claims.key))
    .where(inArray(claims.key, listed('claims')))
    .orderBy(asc(claims.key)),
);

/** Every stance on these claims with its projection. */
export const projectedStances = statement(
  query
    .select({
      key: stances.key,
      claim: stances.claim,
      actor: stances.actor,
      shownClaim: stances.shownClaim,
      shownActor: stances.shownActor,
      effectiveAt: stances.effectiveAt,
      effectiveBasis: stances.effectiveBasis,
      review: stances.review,
      withdrawnAt: stances.withdrawnAt,
      listed: stances.listed,
      counting: stances.counting,
      hearsay: stances.hearsay,
      carrierRetracted: stances.carrierRetracted,
      turnedFrom: stances.turnedFrom,
      splitFrom: stances.splitFrom,
      splitOf: stances.splitOf,
    })
    .from(stances)
    .where(inArray(stances.claim, listed('claims')))
    .orderBy(asc(stances.key)),
);

/** The claims whose `disputedVia` may name one of these: those that presuppose it, and those of stances said in it. */
export const claimsResting = statement(
  query
    .select({ key: claims.key })
    .from(claims)
    .where(
      sql`${claims.key} in (
        with recursive resting(claim) as (
          select value from json_each(${placeholder('claims')})
          union
          select from_claim from resting cross join claim_links on to_claim = claim
          where kind = 'PRESUPPOSES' and ${isConfirmed}
          union ${otherEnds(links, { of: 'resting.claim', by: sql`${isSameAs} and ${wasConfirmed}` })}
        )
        select claim from resting
        union
        select stances.claim from resting cross join stances on said_in = resting.claim)`,
    )
    .orderBy(asc(claims.key)),
);

/** Whether all claims are to be projected anew. */
export const projectionDue = statement(
  query.select({ value: meta.value }).from(meta).where(eq(meta.name, 'standings')),
);

/** A page of all claims. */
export const claimsAfter = statement(
  query
    .select({ key: claims.key })
    .from(claims)
    .where(sql`${claims.key} > ${placeholder('after')}`)
    .orderBy(asc(claims.key))
    .limit(placeholder('limit')),
);

/** How many claims come after one. */
export const claimsLeft = statement(
  query
    .select({ count: sql<number>`count(*)` })
    .from(claims)
    .where(sql`${claims.key} > ${placeholder('after')}`),
);

/** The actors that were ever judged to be others. */
export const mergedActors = statement(
  query
    .selectDistinct({ key: actorMerges.from })
    .from(actorMerges)
    .where(eq(actorMerges.judgement, 'CONFIRMED')),
);

export type ProjectedClaimRow = RowOf<typeof projectedClaims>;
export type ProjectedStanceRow = RowOf<typeof projectedStances>;

type RowOf<S> = S extends Statement<infer Row> ? Row : never;
