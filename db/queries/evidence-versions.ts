import {
  and,
  asc,
  eq,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { listed, placeholder, select, selectDistinct } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { articles } from '../tables/article.ts';
import { evidence, evidenceVersions } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';

/** In which versions the words of `evidence`, a JSON list of keys, stand; of each piece its own article is one. */
export const versionsOfEvidence = statement(
  select({ evidence: sql<number>`evidence`, article: sql<number>`article` })
    .from(
      sql`(
        select key as evidence, article from ${evidence} where key in ${listed('evidence')}
        union
        select evidence, article from ${evidenceVersions} where evidence in ${listed('evidence')}) versions`,
    )
    .orderBy(sql`evidence`, sql`article`),
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
  select(words)
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(inArray(evidence.article, listed('articles')))
    .orderBy(asc(evidence.key)),
);

/** The words of `evidence`. */
export const wordsOfEvidence = statement(
  select(words)
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(inArray(evidence.key, listed('evidence')))
    .orderBy(asc(evidence.key)),
);

const older = alias(articles, 'older');

/** An article, and those that supersede it, beside what each supersedes, where both texts are known. */
export const versionPairs = statement(
  select({
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
  selectDistinct({ claim: stances.claim })
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
  select({
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
          where slug in ${listed('names')}
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

/** The evidence whose words stand in an article, wherever they are quoted from. */
export function evidenceShownIn(article: SQLWrapper): SQL<number> {
  return sql`(
    select key from evidence where article = ${article}
    union select evidence from evidence_versions where article = ${article})`;
}
