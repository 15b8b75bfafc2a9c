import { and, asc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import { QueryBuilder, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { listed } from '../read/query.ts';
import { type Statement, statement } from '../read/read.ts';
import type { ReferredArticle } from '../rules/record-view.ts';
import { actors } from '../tables/actor.ts';
import { articles } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';

const query = new QueryBuilder();

/** What is told of an actor that is referred to. */
export const actorReferred = {
  key: actors.key,
  id: actors.id,
  slug: actors.slug,
  name: actors.name,
  kind: actors.kind,
  grantedBy: slugOf<string | null>(actors, actors.grantedBy),
  review: actors.review,
  shown: actors.shown,
};

const claim = {
  key: claims.key,
  id: claims.id,
  slug: claims.slug,
  review: claims.review,
  publicAt: claims.publicAt,
  order: claims.key,
  withdrawnAt: claims.withdrawnAt,
};

const stance = {
  key: stances.key,
  id: stances.id,
  slug: stances.slug,
  claim: stances.claim,
  actor: stances.actor,
  actorSlug: slugOf<string>(stances, stances.actor),
  review: stances.review,
  withdrawnAt: stances.withdrawnAt,
};

const article = {
  key: articles.key,
  id: articles.id,
  slug: articles.slug,
  sha256: articles.sha256,
  outlet: articles.outlet,
  outletSlug: slugOf<string | null>(articles, articles.outlet),
  shownOutlet: articles.shownOutlet,
  creditedTo: articles.creditedTo,
  creditedToSlug: slugOf<string | null>(articles, articles.creditedTo),
  text: articles.text,
  /** Whether it supersedes none, and none supersedes it. */
  isAlone: sql<number>`${articles.supersedes} is null and not exists (
    select 1 from articles newer where newer.supersedes = ${articles}.key)`,
  publishedAt: articles.publishedAt,
  publishedOn: articles.publishedOn,
  withdrawnAt: articles.withdrawnAt,
  erasedAt: articles.erasedAt,
};

/** The actors with one of `names`, a JSON array of what they are named by. */
export const actorsNamed = {
  id: statement(query.select(actorReferred).from(actors).where(isNamed(actors.id))),
  slug: statement(query.select(actorReferred).from(actors).where(isNamed(actors.slug))),
};

export const claimsNamed = {
  id: statement(query.select(claim).from(claims).where(isNamed(claims.id))),
  slug: statement(query.select(claim).from(claims).where(isNamed(claims.slug))),
};

export const stancesNamed = {
  id: statement(query.select(stance).from(stances).where(isNamed(stances.id))),
  slug: statement(query.select(stance).from(stances).where(isNamed(stances.slug))),
};

/** In the order of the record: a hash names the earliest article with that text. */
export const articlesNamed = {
  id: statement(query.select(article).from(articles).where(isNamed(articles.id))),
  slug: statement(query.select(article).from(articles).where(isNamed(articles.slug))),
  sha256: statement(
    query.select(article).from(articles).where(isNamed(articles.sha256)).orderBy(asc(articles.key)),
  ),
};

/** Which of `names` are slugs that are taken, by noun. */
export const slugsTaken = {
  actor: slugsIn(actors),
  article: slugsIn(articles),
  claim: slugsIn(claims),
  stance: slugsIn(stances),
};

/** Which of `claims` and of `stances` are slugs that are taken, as JSON, and the keys that come next. */
export const roomOnRecord = statement(
  query
    .select({
      actor: sql<number>`(select coalesce(max(key), 0) + 1 from actors)`,
      claim: sql<number>`(select coalesce(max(key), 0) + 1 from claims)`,
      stance: sql<number>`(select coalesce(max(key), 0) + 1 from stances)`,
      evidence: sql<number>`(select coalesce(max(key), 0) + 1 from evidence)`,
      claimsTaken: slugsAmong(claims, 'claims'),
      stancesTaken: slugsAmong(stances, 'stances'),
    })
    .from(sql`(select 1)`),
);

/** The key that the next article comes under. */
export const nextArticle = statement(
  query
    .select({ key: sql<number>`(select coalesce(max(key), 0) + 1 from articles)` })
    .from(sql`(select 1)`),
);

/** The nouns that have a slug. */
export type SlugNoun = keyof typeof slugsTaken;

/** Who is judged to be whom, of these actors, of those that they are merged into, and so on. */
export const mergesInForce = statement(
  query.select({ from: sql<string>`"from"`, into: sql<string>`"into"` }).from(
    sql`(
        with recursive merged("from", "into") as (
          select source, target from in_force
          where source in (select key from actors where ${isNamed(actors.slug)})
          union
          select source, target from merged cross join in_force on source = merged."into"
        ), in_force(source, target) as (
          select from_actor, into_actor from actor_merges where judgement = 'CONFIRMED' and revoked_at is null
        )
        select a.slug as "from", b.slug as "into" from merged
        cross join actors a on a.key = merged."from" cross join actors b on b.key = merged."into") merges`,
  ),
);

/** What quotes these articles and was not withdrawn. */
export const quotesFromArticles = statement(
  query
    .select({
      key: evidence.key,
      article: articles.slug,
      quote: evidence.quote,
      start: evidence.start,
      end: evidence.end,
    })
    .from(evidence)
    .innerJoin(articles, eq(articles.key, evidence.article))
    .where(and(isNamed(articles.slug), isNull(evidence.withdrawnAt)))
    .orderBy(asc(evidence.key)),
);

export type ActorNamed = RowOf<typeof actorsNamed.slug>;
export type ArticleNamed = RowOf<typeof articlesNamed.slug>;
export type ClaimNamed = RowOf<typeof claimsNamed.slug>;
export type StanceNamed = RowOf<typeof stancesNamed.slug>;

/** An article as evidence refers to it. */
export function referredArticle(row: ArticleNamed): ReferredArticle {
  const { key, slug, sha256, text, outlet, outletSlug, creditedTo, creditedToSlug, erasedAt } = row;
  return {
    key,
    slug,
    sha256,
    text,
    outlet: outlet === null || outletSlug === null ? null : { key: outlet, slug: outletSlug },
    creditedTo:
      creditedTo === null || creditedToSlug === null
        ? null
        : { key: creditedTo, slug: creditedToSlug },
    isErased: erasedAt !== null,
    isAlone: row.isAlone === 1,
    published: { publishedAt: row.publishedAt, publishedOn: row.publishedOn },
  };
}

type RowOf<S> = S extends Statement<infer Row> ? Row : never;

/** The slug of the actor whose key stands in this column of the table that is read. */
function slugOf<Slug extends string | null>(
  table: typeof actors | typeof articles | typeof stances,
  column: SQLiteColumn,
) {
  return sql<Slug>`(select named.slug from actors named where named.key = ${table}.${sql.identifier(column.name)})`;
}

function slugsIn(table: typeof actors | typeof articles | typeof claims | typeof stances) {
  return statement(query.select({ slug: table.slug }).from(table).where(isNamed(table.slug)));
}

function slugsAmong(table: typeof claims | typeof stances, names: string) {
  return sql<string>`(select json_group_array(slug) from ${table} where ${isNamed(table.slug, names)}) || ''`;
}

function isNamed(column: SQLiteColumn, names = 'names'): SQL {
  return inArray(column, listed(names));
}
