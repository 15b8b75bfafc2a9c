import { and, asc, eq, gt, lte, type SQL, sql } from 'drizzle-orm';
import { alias, QueryBuilder, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import type { Review } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { affiliations } from '../tables/affiliation.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { claimLinks } from '../tables/claim-link.ts';
import { events } from '../tables/event.ts';
import { reviewLog } from '../tables/review.ts';

const select = new QueryBuilder();

const after = sql.placeholder('after');
const limit = sql.placeholder('limit');

/** Those that have one of these slugs, hashes or other names. */
export const isAmong = (column: SQLiteColumn): SQL =>
  sql`${column} in (select "value" from json_each(${sql.placeholder('names')}))`;

/** A page of those whose slug comes after `after`, among what was on record at `asOf`. */
export const following = (table: {
  readonly slug: SQLiteColumn;
  readonly recordedAt: SQLiteColumn;
}) => and(gt(table.slug, after), lte(table.recordedAt, sql.placeholder('asOf')));

/** What it was reviewed as when it was recorded. */
export const firstReview = (of: SQL) =>
  sql<Review>`(select review from ${reviewLog} where ${of} order by key limit 1)`;

/** The moment of the last event, 0 without any. */
export const lastMoment = statement(
  select.select({ at: sql<number>`coalesce(max(${events.at}), 0)` }).from(events),
);

const grantor = alias(actors, 'grantor');

const actorContent = () =>
  select
    .select({
      key: actors.key,
      id: actors.id,
      slug: actors.slug,
      name: actors.name,
      kind: actors.kind,
      aliases: actors.aliases,
      description: actors.description,
      wikidataId: actors.wikidataId,
      grantedBy: grantor.slug,
      review: actors.review,
    })
    .from(actors)
    .leftJoin(grantor, eq(grantor.key, actors.grantedBy))
    .orderBy(asc(actors.slug))
    .$dynamic();

export const actorsBySlug = statement(actorContent().where(isAmong(actors.slug)));
export const actorsByWikidataId = statement(actorContent().where(isAmong(actors.wikidataId)));
export const actorsInOrder = statement(actorContent().where(following(actors)).limit(limit));

const affiliated = alias(actors, 'affiliated');
const affiliatedTo = alias(actors, 'affiliated_to');

/** The affiliations that these actors have. */
export const affiliationsOf = statement(
  select
    .select({
      key: affiliations.key,
      id: affiliations.id,
      actor: affiliated.slug,
      of: affiliatedTo.slug,
      kind: affiliations.kind,
      role: affiliations.role,
      from: affiliations.from,
      until: affiliations.until,
      recordedAt: affiliations.recordedAt,
    })
    .from(affiliations)
    .innerJoin(affiliated, eq(affiliated.key, affiliations.actor))
    .innerJoin(affiliatedTo, eq(affiliatedTo.key, affiliations.of))
    .where(isAmong(affiliated.slug)),
);

const publisher = alias(actors, 'publisher');
const agency = alias(actors, 'agency');
const older = alias(articles, 'older');

// Its event alone holds it.
const erasedReason = sql<string | null>`case when ${articles.erasedAt} is not null then (
  select payload ->> 'reason' from ${events}
  where noun = 'article' and subject = ${articles.key} and type = 'ARTICLE_ERASED') end`;

const articleContent = () =>
  select
    .select({
      key: articles.key,
      id: articles.id,
      slug: articles.slug,
      title: articles.title,
      language: articles.language,
      outlet: publisher.slug,
      creditedTo: agency.slug,
      url: articles.url,
      byline: articles.byline,
      publishedAt: articles.publishedAt,
      publishedOn: articles.publishedOn,
      modifiedAt: articles.modifiedAt,
      modifiedOn: articles.modifiedOn,
      retrievedAt: articles.retrievedAt,
      supersedes: older.slug,
      textIsPublic: articles.textIsPublic,
      sha256: articles.sha256,
      withdrawnReason: articles.withdrawnReason,
      erasedReason,
      text: articles.text,
    })
    .from(articles)
    .leftJoin(publisher, eq(publisher.key, articles.outlet))
    .leftJoin(agency, eq(agency.key, articles.creditedTo))
    .leftJoin(older, eq(older.key, articles.supersedes))
    .$dynamic();

export const articlesBySlug = statement(articleContent().where(isAmong(articles.slug)));
/** The articles with these hashes, the earliest first. */
export const articlesBySha256 = statement(
  articleContent().where(isAmong(articles.sha256)).orderBy(asc(articles.key)),
);
export const articlesInOrder = statement(
  articleContent().where(following(articles)).orderBy(asc(articles.slug)).limit(limit),
);

const claimContent = () =>
  select
    .select({
      key: claims.key,
      id: claims.id,
      slug: claims.slug,
      text: claims.text,
      kind: claims.kind,
      language: claims.language,
      topics: claims.topics,
      happenedFrom: claims.happenedFrom,
      happenedUntil: claims.happenedUntil,
      review: claims.review,
      firstReview: firstReview(sql`claim = ${claims}.key`),
      withdrawnReason: claims.withdrawnReason,
    })
    .from(claims)
    .orderBy(asc(claims.slug))
    .$dynamic();

export const claimsBySlug = statement(claimContent().where(isAmong(claims.slug)));
export const claimsInOrder = statement(claimContent().where(following(claims)).limit(limit));

const linkFrom = alias(claims, 'link_from');
const linkTo = alias(claims, 'link_to');

/** The links that lead from these claims, revoked ones included. */
export const linksFrom = statement(
  select
    .select({
      key: claimLinks.key,
      id: claimLinks.id,
      from: linkFrom.slug,
      to: linkTo.slug,
      kind: claimLinks.kind,
      judgement: claimLinks.judgement,
      reason: claimLinks.reason,
      revokedReason: claimLinks.revokedReason,
      isRevoked: sql<number>`${claimLinks.revokedAt} is not null`,
      recordedAt: claimLinks.recordedAt,
    })
    .from(claimLinks)
    .innerJoin(linkFrom, eq(linkFrom.key, claimLinks.from))
    .innerJoin(linkTo, eq(linkTo.key, claimLinks.to))
    .where(isAmong(linkFrom.slug)),
);

const mergeFrom = alias(actors, 'merge_from');
const mergeInto = alias(actors, 'merge_into');

/** The judgements that these actors are others, revoked ones included. */
export const mergesOf = statement(
  select
    .select({
      key: actorMerges.key,
      id: actorMerges.id,
      from: mergeFrom.slug,
      into: mergeInto.slug,
      judgement: actorMerges.judgement,
      reason: actorMerges.reason,
      revokedReason: actorMerges.revokedReason,
      isRevoked: sql<number>`${actorMerges.revokedAt} is not null`,
      recordedAt: actorMerges.recordedAt,
    })
    .from(actorMerges)
    .innerJoin(mergeFrom, eq(mergeFrom.key, actorMerges.from))
    .innerJoin(mergeInto, eq(mergeInto.key, actorMerges.into))
    .where(isAmong(mergeFrom.slug)),
);

/** Of those that are superseded: the first slug among all that came to supersede them. */
export const firstSuperseding = statement(
  select
    .select({ key: sql<number>`root`, slug: sql<string>`min(slug)` })
    .from(
      sql`(
        with recursive newer(root, key) as (
          select value, value from json_each(${sql.placeholder('keys')})
          union
          select newer.root, articles.key from newer join articles on articles.supersedes = newer.key
        ) select root, slug from newer join articles using (key) where newer.key <> root) newer_articles`,
    )
    .groupBy(sql`root`),
);

/** Of those that granted anonymity: the first slug among their unnamed sources. */
export const firstSource = statement(
  select
    .select({ key: sql<number>`${actors.grantedBy}`, slug: sql<string>`min(${actors.slug})` })
    .from(actors)
    .where(sql`${actors.grantedBy} in (select value from json_each(${sql.placeholder('keys')}))`)
    .groupBy(actors.grantedBy),
);
