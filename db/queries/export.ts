import { and, asc, eq, gt, lte, type SQL, sql } from 'drizzle-orm';
import { alias, QueryBuilder, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type Statement, statement } from '../read/read.ts';
import type { RecordedClaim } from '../rules/record-view.ts';
import type { Review } from '../rules/vocabulary.ts';
import { actors } from '../tables/actor.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { events } from '../tables/event.ts';
import { reviewLog } from '../tables/review.ts';

const select = new QueryBuilder();

const after = sql.placeholder('after');
const limit = sql.placeholder('limit');

/** Those that have one of these slugs, hashes or other names. */
export const isAmong = (column: SQLiteColumn): SQL =>
  sql`${column} in (select "value" from json_each(${sql.placeholder('names')}))`;

/** A page of those recorded after the one with the key `after`, among what was on record at `asOf`. */
export const following = (table: {
  readonly key: SQLiteColumn;
  readonly recordedAt: SQLiteColumn;
}) => and(gt(table.key, after), lte(table.recordedAt, sql.placeholder('asOf')));

/** What a row is to refer to that a later line of its import brings. */
const awaited = (noun: 'actor' | 'article', key: SQLiteColumn) =>
  sql`(select name from awaited_references where noun = ${sql.raw(`'${noun}'`)} and subject = ${key})`;

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
      grantedBy: sql<string | null>`coalesce(${grantor.slug}, ${awaited('actor', actors.key)})`,
      review: actors.review,
    })
    .from(actors)
    .leftJoin(grantor, eq(grantor.key, actors.grantedBy))
    .$dynamic();

export const actorsBySlug = statement(actorContent().where(isAmong(actors.slug)));
export const actorsByWikidataId = statement(actorContent().where(isAmong(actors.wikidataId)));
export const actorsInOrder = statement(
  actorContent().where(following(actors)).orderBy(asc(actors.key)).limit(limit),
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
      retrievedAt: articles.retrievedAt,
      supersedes: sql<string | null>`coalesce(${older.slug}, ${awaited('article', articles.key)})`,
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
  articleContent().where(following(articles)).orderBy(asc(articles.key)).limit(limit),
);

// Without the empty text at its end it would be JSON inside the cell, and not a text.
const concerns = sql<string>`(
  select json_group_array(slug) from (
    select a.slug from claim_concerns c join actors a on a.key = c.actor
    where c.claim = ${claims}.key order by c.position)) || ''`;

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
      concerns,
      happenedFrom: claims.happenedFrom,
      happenedUntil: claims.happenedUntil,
      review: claims.review,
      firstReview: firstReview(sql`claim = ${claims}.key`),
      withdrawnReason: claims.withdrawnReason,
    })
    .from(claims)
    .$dynamic();

export const claimsBySlug = statement(claimContent().where(isAmong(claims.slug)));
export const claimsInOrder = statement(
  claimContent().where(following(claims)).orderBy(asc(claims.key)).limit(limit),
);

/** What a row of the statements above says. */
export function recordedClaim(row: RowOf<typeof claimsBySlug>): RecordedClaim {
  const concerned: readonly string[] = JSON.parse(row.concerns);
  return {
    key: row.key,
    id: row.id,
    slug: row.slug,
    text: row.text,
    kind: row.kind,
    language: row.language,
    topics: row.topics,
    concerns: concerned,
    happenedFrom: row.happenedFrom,
    happenedUntil: row.happenedUntil,
    review: row.review,
    firstReview: row.firstReview,
    withdrawnReason: row.withdrawnReason,
  };
}

/** The statuses of these claims, in the order of recording. */
export const statusesOfClaims = statement(
  select
    .select({ slug: claims.slug, status: claims.status })
    .from(claims)
    .where(isAmong(claims.slug))
    .orderBy(asc(claims.key)),
);

type RowOf<S> = S extends Statement<infer Row> ? Row : never;
