import { and, asc, gt, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import { listed, placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { articles } from '../tables/article.ts';

const version = {
  key: articles.key,
  supersedes: articles.supersedes,
  publishedAt: articles.publishedAt,
  publishedOn: articles.publishedOn,
  modifiedAt: articles.modifiedAt,
  modifiedOn: articles.modifiedOn,
  retrievedAt: articles.retrievedAt,
  recordedAt: articles.recordedAt,
};

/** All articles that supersession joins with `articles`, a JSON list of keys, step by step, these included. */
export const articlesInChains = statement(
  select(version)
    .from(articles)
    .where(
      inArray(articles.key, chainsOf(sql`select value from json_each(${placeholder('articles')})`)),
    )
    .orderBy(asc(articles.key)),
);

/** The versions of the page that `outlet` has at `url`, and all that supersession joins with them. */
export const versionsOfPage = statement(
  select({
    ...version,
    isWithdrawn: sql<number>`${articles.withdrawnAt} is not null`,
  })
    .from(articles)
    .where(
      inArray(
        articles.key,
        chainsOf(
          sql`select key from articles where url = ${placeholder('url')} and outlet = ${placeholder('outlet')}`,
        ),
      ),
    )
    .orderBy(asc(articles.key)),
);

/** What `articles` are called, and whether their texts are on record. */
export const versionsInFile = statement(
  select({
    key: articles.key,
    slug: articles.slug,
    hasText: sql<number>`${articles.text} is not null`,
  })
    .from(articles)
    .where(inArray(articles.key, listed('articles'))),
);

/** A page of the articles that supersede another one. */
export const changedVersions = statement(
  select({ key: articles.key })
    .from(articles)
    .where(and(isNotNull(articles.supersedes), gt(articles.key, placeholder('after'))))
    .orderBy(asc(articles.key))
    .limit(placeholder('limit')),
);

/** The texts of `articles`. */
export const textsOfVersions = statement(
  select({ key: articles.key, text: articles.text, erasedAt: articles.erasedAt })
    .from(articles)
    .where(inArray(articles.key, listed('articles'))),
);

/** The versions before those of these slugs, the nearest first. */
export const olderVersions = statement(
  select({
    of: sql<string>`"of"`,
    slug: sql<string>`slug`,
    text: sql<string | null>`text`,
  })
    .from(
      sql`(
        with recursive older("of", key, depth) as (
          select slug, supersedes, 1 from articles
          where slug in ${listed('names')}
          union
          select "of", supersedes, depth + 1 from older cross join articles using (key)
        ) select "of", slug, text, depth from older cross join articles using (key)) earlier`,
    )
    .orderBy(sql`"of"`, sql`depth`),
);

/** Where a page returned last to an earlier text, of `articles`: which, when, and the dates that were told of it then. */
export const lastReturn = statement(
  select({
    subject: sql<number>`subject`,
    at: sql<number>`at`,
    seen: sql<string>`(payload ->> 'seen') || ''`,
  })
    .from(sql`events`)
    .where(
      sql`type = 'ARTICLE_EDITED' and noun = 'article' and payload ->> 'seen' is not null
        and subject in ${listed('articles')}`,
    )
    .orderBy(sql`seq desc`)
    .limit(1),
);

function chainsOf(seeds: SQL): SQL {
  return sql`(
    with recursive chain(key) as (
      ${seeds}
      union
      select supersedes from chain cross join articles using (key) where supersedes is not null
      union
      select articles.key from chain cross join articles on articles.supersedes = chain.key
    ) select key from chain)`;
}
