import { asc, inArray, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { listed, placeholder } from '../read/query.ts';
import { type Statement, statement } from '../read/read.ts';
import type { AffiliationKind } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { affiliations } from '../tables/affiliation.ts';
import { articles, articleWithdrawals } from '../tables/article.ts';
import { claimConcerns, claims } from '../tables/claim.ts';
import { claimLinks } from '../tables/claim-link.ts';
import { events } from '../tables/event.ts';
import { attributions, evidence, evidenceVersions } from '../tables/evidence.ts';
import { reviewLog } from '../tables/review.ts';
import { stances } from '../tables/stance.ts';
import { likenesses } from '../tables/text.ts';
import { isSameAs, links, merges, otherEnds, wasConfirmed } from './other-ends.ts';

const query = new QueryBuilder();

const isPresupposed = sql.raw("kind = 'PRESUPPOSES' and judgement = 'CONFIRMED'");

/**
 * `claims`, all that they presuppose, those that stances on them are said in, and all that were ever one with these;
 * each with the confirmed links of both kinds that lead from it as JSON. Those that are, or were, one with `claims` have `isAsked`.
 */
export const claimsReached = statement(
  query
    .select({
      key: claims.key,
      isAsked: sql<number>`max(asked)`,
      withdrawnAt: claims.withdrawnAt,
      concerns: textOf(sql`select json_group_array(actor) from (
        select actor from ${claimConcerns} where claim = ${claims}.key order by position)`),
      links:
        textOf(sql`select json_group_array(json_array(key, to_claim, kind, shown, recorded_at, revoked_at)) from (
        select * from ${claimLinks} where from_claim = ${claims}.key and judgement = 'CONFIRMED'
          and kind in ('SAME_AS', 'PRESUPPOSES') order by key)`),
    })
    .from(claims)
    .innerJoin(
      sql`(
        with recursive reached(claim, asked) as (
          select value, 1 from json_each(${placeholder('claims')})
          union ${otherEnds(links, { of: 'reached.claim', by: sql`${isSameAs} and ${wasConfirmed}`, along: sql`, asked` })}
          union
          select to_claim, 0 from reached cross join claim_links on from_claim = claim and ${isPresupposed}
          union
          select said_in, 0 from reached cross join stances on stances.claim = reached.claim
            where asked and said_in is not null
        ) select claim, asked from reached) reached`,
      sql`reached.claim = ${claims.key}`,
    )
    .groupBy(claims.key)
    .orderBy(asc(claims.key)),
);

/** Every stance on `claims`, with its reviews, corrections and evidence as JSON. */
export const stancesReached = statement(
  query
    .select({
      key: stances.key,
      claim: stances.claim,
      actor: stances.actor,
      kind: stances.kind,
      saidAt: stances.saidAt,
      saidOn: stances.saidOn,
      saidIn: stances.saidIn,
      note: stances.note,
      knownBy: stances.knownBy,
      recordedAt: stances.recordedAt,
      withdrawnAt: stances.withdrawnAt,
      reviews: textOf(sql`select json_group_array(json_array(review, recorded_at)) from (
        select review, recorded_at from ${reviewLog} where stance = ${stances}.key order by key)`),
      corrections: correctionsOf('stance', sql`${stances}.key`),
      evidence: textOf(sql`select json_group_array(json_array(
          key, article, mode, recorded_at, withdrawn_at,
          (select json_group_array(actor) from (
            select actor from ${attributions} where evidence = shown.key order by position)),
          (select json_group_array(article) from (
            select shown.article as article union select article from ${evidenceVersions} where evidence = shown.key)))) from (
        select * from ${evidence} where stance = ${stances}.key order by key) shown`),
    })
    .from(stances)
    .where(inArray(stances.claim, listed('claims')))
    .orderBy(asc(stances.key)),
);

/** `articles` and all that they supersede or ever did, with their withdrawals and corrections as JSON. */
export const articlesReached = statement(
  query
    .select({
      key: articles.key,
      outlet: articles.outlet,
      creditedTo: articles.creditedTo,
      text: articles.textKey,
      publishedAt: articles.publishedAt,
      publishedOn: articles.publishedOn,
      modifiedAt: articles.modifiedAt,
      modifiedOn: articles.modifiedOn,
      supersedes: articles.supersedes,
      recordedAt: articles.recordedAt,
      withdrawals: textOf(sql`select json_group_array(json_array(recorded_at, restored_at)) from (
        select recorded_at, restored_at from ${articleWithdrawals} where article = ${articles}.key order by key)`),
      corrections: correctionsOf('article', sql`${articles}.key`),
      alike: textOf(
        sql`select json_group_array(other) from ${likenesses} where one = ${articles}.text_key and other > one`,
      ),
    })
    .from(articles)
    .where(
      // A cross join is read from its left side: the articles that are not meant have events, too.
      sql`${articles.key} in (
        with recursive reached(article) as (
          select value from json_each(${placeholder('articles')})
          union
          select supersedes from reached cross join articles on key = article where supersedes is not null
          union
          select payload -> 'before' ->> 'supersedes' from reached
            cross join events on noun = 'article' and subject = article
            where type = 'ARTICLE_CHANGED' and payload -> 'before' ->> 'supersedes' is not null
        ) select article from reached)`,
    )
    .orderBy(asc(articles.key)),
);

// Membership bears on no standing.
const bearing: readonly AffiliationKind[] = ['SPEAKS_FOR', 'PART_OF', 'OWNED_BY'];
const isBearing = inArray(affiliations.kind, sql.raw(`('${bearing.join("', '")}')`));

/**
 * `actors`, who granted them anonymity, all that these belong to or speak for, and all that were ever one with these;
 * with their corrections, affiliations and confirmed merges as JSON.
 */
export const actorsReached = statement(
  query
    .select({
      key: actors.key,
      kind: actors.kind,
      grantedBy: actors.grantedBy,
      corrections: correctionsOf('actor', sql`${actors}.key`),
      affiliations: textOf(sql`select json_group_array(
        json_array(key, of_actor, kind, from_date, until_date, recorded_at, ended_at)) from (
        select * from ${affiliations} where actor = ${actors}.key and ${isBearing} order by key)`),
      merges:
        textOf(sql`select json_group_array(json_array(key, into_actor, recorded_at, revoked_at)) from (
        select * from ${actorMerges} where from_actor = ${actors}.key and ${wasConfirmed} order by key)`),
    })
    .from(actors)
    .where(
      sql`${actors.key} in (
        with recursive reached(actor) as (
          select value from json_each(${placeholder('actors')})
          union
          select granted_by from reached cross join actors on key = actor where granted_by is not null
          union
          select of_actor from reached cross join affiliations using (actor) where ${isBearing}
          union ${otherEnds(merges, { of: 'reached.actor', by: wasConfirmed })}
        ) select actor from reached)`,
    ),
);

export type ClaimReached = RowOf<typeof claimsReached>;
export type StanceReached = RowOf<typeof stancesReached>;
export type ArticleReached = RowOf<typeof articlesReached>;
export type ActorReached = RowOf<typeof actorsReached>;

type RowOf<S> = S extends Statement<infer Row> ? Row : never;

/** What each correction replaced, and when it was made, in their order. */
function correctionsOf(noun: 'actor' | 'article' | 'stance', key: SQL): SQL<string> {
  const type = sql.raw(`'${noun.toUpperCase()}_CHANGED'`);
  return textOf(sql`select json_group_array(json_array(at, json(before))) from (
    select at, payload -> 'before' as before from ${events}
    where noun = ${sql.raw(`'${noun}'`)} and subject = ${key} and type = ${type} order by seq)`);
}

/** A JSON answer of its own, as text: inside a packed answer it would be JSON or text as the planner likes. */
function textOf(json: SQL): SQL<string> {
  return sql<string>`(${json}) || ''`;
}
