import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder } from 'drizzle-orm/sqlite-core';
import { type Statement, statement } from '../read/read.ts';
import type { AffiliationKind } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { affiliations } from '../tables/affiliation.ts';
import { articles, articleWithdrawals } from '../tables/article.ts';
import { claimLinks } from '../tables/claim-link.ts';
import { attributions, evidence } from '../tables/evidence.ts';
import { reviewLog } from '../tables/review.ts';
import { stances } from '../tables/stance.ts';

const query = new QueryBuilder();
const { placeholder } = sql;

const isPresupposed = sql.raw("kind = 'PRESUPPOSES' and judgement = 'CONFIRMED'");

/** Confirmed links from `claims` and from all that they presuppose, revoked ones included. */
export const presuppositions = statement(
  query
    .select({
      from: claimLinks.from,
      to: claimLinks.to,
      recordedAt: claimLinks.recordedAt,
      revokedAt: claimLinks.revokedAt,
    })
    .from(claimLinks)
    .where(
      and(
        isPresupposed,
        sql`${claimLinks.from} in (
          with recursive reached(claim) as (
            select value from json_each(${placeholder('claims')})
            union
            select to_claim from reached join claim_links on from_claim = claim and ${isPresupposed}
          ) select claim from reached)`,
      ),
    )
    .orderBy(asc(claimLinks.key)),
);

/** Every stance on the claims `reached`, and on those that stances on `claims` are said in. */
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
      hasNote: sql<number>`${stances.note} is not null`,
      recordedAt: stances.recordedAt,
      withdrawnAt: stances.withdrawnAt,
      reviews: textOf(sql`select json_group_array(json_array(review, recorded_at)) from (
        select review, recorded_at from ${reviewLog} where stance = ${stances}.key order by key)`),
    })
    .from(stances)
    .where(
      sql`${stances.claim} in (
        select value from json_each(${placeholder('reached')})
        union
        select said_in from json_each(${placeholder('claims')}) join stances said on said.claim = value
        where said_in is not null)`,
    )
    .orderBy(asc(stances.key)),
);

/** Every piece of evidence of `stances`, with its chain and its article's withdrawals as JSON. */
export const standingEvidence = statement(
  query
    .select({
      key: evidence.key,
      stance: evidence.stance,
      article: evidence.article,
      publishedAt: articles.publishedAt,
      recordedAt: evidence.recordedAt,
      withdrawnAt: evidence.withdrawnAt,
      attribution: textOf(sql`select json_group_array(actor) from (
        select actor from ${attributions} where evidence = ${evidence.key} order by position)`),
      withdrawals: textOf(sql`select json_group_array(json_array(recorded_at, restored_at)) from (
        select recorded_at, restored_at from ${articleWithdrawals} where article = ${articles.key} order by key)`),
    })
    .from(evidence)
    .innerJoin(articles, eq(articles.key, evidence.article))
    .where(inArray(evidence.stance, among('stances')))
    .orderBy(asc(evidence.key)),
);

// Membership bears on no standing.
const bearing: readonly AffiliationKind[] = ['SPEAKS_FOR', 'PART_OF', 'OWNED_BY'];
const isBearing = inArray(affiliations.kind, sql.raw(`('${bearing.join("', '")}')`));

/** `actors`, who granted them anonymity, and all that these belong to or speak for, with their affiliations as JSON. */
export const actorsReached = statement(
  query
    .select({
      key: actors.key,
      kind: actors.kind,
      grantedBy: actors.grantedBy,
      affiliations: textOf(sql`select json_group_array(
        json_array(of_actor, kind, from_date, until_date, recorded_at, ended_at)) from (
        select * from ${affiliations} where actor = ${actors}.key and ${isBearing} order by key)`),
    })
    .from(actors)
    .where(
      sql`${actors.key} in (
        with recursive reached(actor) as (
          select value from json_each(${placeholder('actors')})
          union
          select granted_by from reached join actors on key = actor where granted_by is not null
          union
          select of_actor from reached join affiliations using (actor) where ${isBearing}
        ) select actor from reached)`,
    ),
);

export type Presupposition = RowOf<typeof presuppositions>;
export type StanceReached = RowOf<typeof stancesReached>;
export type StandingEvidence = RowOf<typeof standingEvidence>;
export type ActorReached = RowOf<typeof actorsReached>;

type RowOf<S> = S extends Statement<infer Row> ? Row : never;

function among(name: string): SQL {
  return sql`(select value from json_each(${placeholder(name)}))`;
}

/** A JSON answer of its own, as text: inside a packed answer it would be JSON or text as the planner likes. */
function textOf(json: SQL): SQL<string> {
  return sql<string>`(${json}) || ''`;
}
