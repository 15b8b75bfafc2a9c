import {
  and,
  asc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core';
import { statement } from '../read/read.ts';
import { articles } from '../tables/article.ts';
import { evidence, evidenceVersions } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';

const query = new QueryBuilder();
const { placeholder } = sql;

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

/** In which versions the words of `evidence`, a JSON list of keys, stand; of each piece its own article is one. */
export const versionsOfEvidence = statement(
  query
    .select({ evidence: sql<number>`evidence`, article: sql<number>`article` })
    .from(
      sql`(
        select key as evidence, article from ${evidence} where key in ${listed('evidence')}
        union
        select evidence, article from ${evidenceVersions} where evidence in ${listed('evidence')}) versions`,
    )
    .orderBy(sql`evidence`, sql`article`),
);

/** All articles that supersession joins with `articles`, a JSON list of keys, step by step, these included. */
export const articlesInChains = statement(
  query
    .select(version)
    .from(articles)
    .where(
      inArray(articles.key, chainsOf(sql`select value from json_each(${placeholder('articles')})`)),
    )
    .orderBy(asc(articles.key)),
);

/** The versions of the page that `outlet` has at `url`, and all that supersession joins with them. */
export const versionsOfPage = statement(
  query
    .select({
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
  query
    .select({
      key: articles.key,
      slug: articles.slug,
      hasText: sql<number>`${articles.text} is not null`,
    })
    .from(articles)
    .where(inArray(articles.key, listed('articles'))),
);

/** A page of the articles that supersede another one. */
export const changedVersions = statement(
  query
    .select({ key: articles.key })
    .from(articles)
    .where(and(isNotNull(articles.supersedes), gt(articles.key, placeholder('after'))))
    .orderBy(asc(articles.key))
    .limit(placeholder('limit')),
);

/** The texts of `articles`. */
export const textsOfVersions = statement(
  query
    .select({ key: articles.key, text: articles.text, erasedAt: articles.erasedAt })
    .from(articles)
    .where(inArray(articles.key, listed('articles'))),
);

const words = {
  key: evidence.key,
  article: evidence.article,
  claim: stances.claim,
  quote: evidence.quote,
  prefix: evidence.prefix,
  suffix: evidence.suffix,
  recordedAt: evidence.recordedAt,
  firstShownBy: evidence.firstShownBy,
};

/** The words that are quoted from `articles`. */
export const wordsInArticles = statement(
  query
    .select(words)
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(inArray(evidence.article, listed('articles')))
    .orderBy(asc(evidence.key)),
);

/** The words of `evidence`. */
export const wordsOfEvidence = statement(
  query
    .select(words)
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(inArray(evidence.key, listed('evidence')))
    .orderBy(asc(evidence.key)),
);

const older = alias(articles, 'older');

/** An article, and those that supersede it, beside what each supersedes, where both texts are known. */
export const versionPairs = statement(
  query
    .select({
      key: articles.key,
      text: sql<string>`${articles.text}`,
      older: sql<string>`${older.text}`,
    })
    .from(articles)
    .innerJoin(older, eq(older.key, articles.supersedes))
    .where(
      and(
        or(
          eq(articles.key, placeholder('article')),
          eq(articles.supersedes, placeholder('article')),
        ),
        isNotNull(articles.text),
        isNotNull(older.text),
      ),
    )
    .orderBy(asc(articles.key)),
);

/** The claims of stances whose words stand in `article`, wherever they are quoted from. */
export const claimsShownIn = statement(
  query
    .selectDistinct({ claim: stances.claim })
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(inArray(evidence.key, evidenceShownIn(placeholder('article'))))
    .orderBy(asc(stances.claim)),
);

/**
 * What articles of these slugs, whose texts are not known, were told of words: that they are the first with them (`isFirst`)
 * or, of a later version, that they lack them.
 */
export const wordsToldFirst = statement(
  query
    .select({
      article: sql<string>`"root"`,
      quote: sql<string>`${evidence.quote}`,
      prefix: evidence.prefix,
      suffix: evidence.suffix,
      isFirst: sql<number>`"is_first"`,
    })
    .from(
      sql`(
        with recursive newer(root, origin, key) as (
          select slug, key, key from articles
          where slug in (select value from json_each(${placeholder('names')}))
          union
          select root, origin, articles.key from newer cross join articles on articles.supersedes = newer.key
        ) select root, key as version, key = origin as is_first from newer) told`,
    )
    .crossJoin(evidence)
    .where(
      and(
        eq(evidence.firstShownBy, sql`version`),
        isNull(evidence.withdrawnAt),
        sql`${evidence.quote} is not null`,
      ),
    ),
);

/** The versions before those of these slugs, the nearest first. */
export const olderVersions = statement(
  query
    .select({
      of: sql<string>`"of"`,
      slug: sql<string>`slug`,
      text: sql<string | null>`text`,
    })
    .from(
      sql`(
        with recursive older("of", key, depth) as (
          select slug, supersedes, 1 from articles
          where slug in (select value from json_each(${placeholder('names')}))
          union
          select "of", supersedes, depth + 1 from older cross join articles using (key)
        ) select "of", slug, text, depth from older cross join articles using (key)) earlier`,
    )
    .orderBy(sql`"of"`, sql`depth`),
);

/** Where a page returned last to an earlier text, of `articles`: which, when, and the dates that were told of it then. */
export const lastReturn = statement(
  query
    .select({
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

/** The evidence whose words stand in an article, wherever they are quoted from. */
export function evidenceShownIn(article: SQLWrapper): SQL<number> {
  return sql`(
    select key from evidence where article = ${article}
    union select evidence from evidence_versions where article = ${article})`;
}

function listed(name: string): SQL {
  return sql`(select value from json_each(${placeholder(name)}))`;
}

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
