import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Source } from '../read/page.ts';
import { among, listed, placeholder, query, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { articles } from '../tables/article.ts';
import { evidence } from '../tables/evidence.ts';
import { meta } from '../tables/meta.ts';
import { stances } from '../tables/stance.ts';
import { likenesses, sketches, texts } from '../tables/text.ts';
import { articleShape } from './article.ts';

/** The texts of `articles`, a JSON array of keys: articles of one text have the same. */
export const textsOfArticles = statement(
  select({ article: articles.key, text: sql<number>`${articles.textKey}` })
    .from(articles)
    .where(inArray(articles.key, listed('articles')))
    .orderBy(asc(articles.key)),
);

const textsGiven = sql`(select text_key from articles where key in ${listed('articles')})`;

/** Which of the texts of `articles`, a JSON array of keys, are alike: each pair once, the text with the lower key first. */
export const likenessesAmong = statement(
  select({ one: likenesses.one, other: likenesses.other })
    .from(likenesses)
    .where(
      and(
        inArray(likenesses.one, textsGiven),
        inArray(likenesses.other, textsGiven),
        lt(likenesses.one, likenesses.other),
      ),
    )
    .orderBy(asc(likenesses.one), asc(likenesses.other)),
);

/** The texts on record that each of `texts`, a JSON array of keys, is alike to, and whether an article holds their words. */
export const textsAlike = statement(
  select({
    text: likenesses.one,
    other: likenesses.other,
    isHeld: sql<number>`${texts.folded} is not null`,
  })
    .from(likenesses)
    .innerJoin(texts, eq(texts.key, likenesses.other))
    .where(inArray(likenesses.one, listed('texts'))),
);

/** The row that holds the sketch of `text`. */
export const sketchOfText = statement(
  select({ sketch: texts.sketch })
    .from(texts)
    .where(eq(texts.key, placeholder('text'))),
);

/** The texts that are one of `folded`, a JSON array of hashes, once they are folded. */
export const textsFolded = statement(
  select({ text: texts.key, folded: texts.folded })
    .from(texts)
    .where(inArray(texts.folded, listed('folded'))),
);

/** The words of `texts`, a JSON array of keys. */
export const wordsOfTexts = statement(
  select({ text: sql<number>`${articles.textKey}`, words: sql<string>`${articles.text}` })
    .from(articles)
    .where(
      sql`${articles.key} in (
        select (select key from articles where text_key = value and text is not null limit 1)
        from json_each(${placeholder('texts')}))`,
    ),
);

/** A page of the texts whose words an article holds, and whether each has been compared with the others. */
export const textsHeld = statement(
  select({
    text: texts.key,
    isCompared: sql<number>`${texts.folded} is not null`,
    words: sql<string>`${articles.text}`,
  })
    .from(texts)
    .innerJoin(articles, eq(articles.textKey, texts.key))
    .where(and(gt(texts.key, placeholder('after')), isNotNull(articles.text)))
    .groupBy(texts.key)
    .orderBy(asc(texts.key))
    .limit(placeholder('limit')),
);

/** Whether there may be texts that came on record before texts were compared. */
export const comparisonDue = statement(
  select({ value: meta.value }).from(meta).where(eq(meta.name, 'texts')),
);

/** How many texts are held by an article. */
export const countOfTextsHeld = statement(
  select({ count: sql<number>`count(distinct ${articles.textKey})` })
    .from(articles)
    .where(isNotNull(articles.text)),
);

/** The claims of stances that articles with `text` show. */
export const claimsShowingText = statement(
  select({ claim: sql<number>`distinct ${stances.claim}` })
    .from(articles)
    .innerJoin(evidence, eq(evidence.article, articles.key))
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(eq(articles.textKey, placeholder('text')))
    .orderBy(asc(stances.claim)),
);

const told = alias(articles, 'told');

/** The slugs of the articles with other texts that each of `names`, which are slugs of articles, is alike to. */
export const alikeArticles = statement(
  select({ article: articles.slug, slug: told.slug })
    .from(articles)
    .innerJoin(likenesses, eq(likenesses.one, articles.textKey))
    .innerJoin(told, eq(told.textKey, likenesses.other))
    .where(inArray(articles.slug, listed('names')))
    .orderBy(asc(told.slug)),
);

const toldText = alias(texts, 'told_text');

/**
 * For each of `keys`, which are articles, the others on record at `asOf` that it is alike to, where an export with
 * texts does not show it: an article of both texts has to hold them, or they cannot be compared again. Without texts
 * (`texts` is 0) it never does.
 */
export const likenessesToTell = statement(
  select({ article: articles.key, alike: told.key, slug: told.slug })
    .from(articles)
    .innerJoin(texts, eq(texts.key, articles.textKey))
    .innerJoin(likenesses, eq(likenesses.one, articles.textKey))
    .innerJoin(toldText, eq(toldText.key, likenesses.other))
    .innerJoin(told, eq(told.textKey, likenesses.other))
    .where(
      and(
        inArray(articles.key, listed('keys')),
        lte(told.recordedAt, placeholder('asOf')),
        sql`(${placeholder('texts')} = 0 or ${texts.folded} is null or ${toldText.folded} is null)`,
      ),
    )
    .orderBy(asc(told.slug)),
);

/** All texts behind a key, with what is stored of them, their first article and the words that one holds. */
export const textsToVerify = statement(
  select({
    key: texts.key,
    article: sql<
      string | null
    >`(select id from articles first where first.text_key = texts.key order by first.key limit 1)`,
    folded: texts.folded,
    shingles: texts.shingles,
    sketch: texts.sketch,
    words: sql<
      string | null
    >`(select text from articles held where held.text_key = texts.key and held.text is not null limit 1)`,
  })
    .from(texts)
    .where(gt(texts.key, placeholder('after')))
    .orderBy(asc(texts.key))
    .limit(placeholder('limit')),
);

/** The texts that each of `texts`, a JSON array of keys, is alike to. */
export const likenessesOf = statement(
  select({
    one: likenesses.one,
    other: likenesses.other,
    isMutual: sql<number>`exists (select 1 from likenesses back
      where back.one = likenesses.other and back.other = likenesses.one)`,
  })
    .from(likenesses)
    .where(inArray(likenesses.one, listed('texts'))),
);

/** What the rows of `sketches`, a JSON array of keys, hold, in hexadecimal digits. */
export const sketchRows = statement(
  select({
    key: sketches.key,
    width: sketches.width,
    entries: sql<string>`hex(${sketches.entries})`,
  })
    .from(sketches)
    .where(inArray(sketches.key, listed('sketches'))),
);

/** How many texts have a sketch, and how many there are in all rows. */
export const sketchCounts = statement(
  select({
    texts: sql<number>`(select count(*) from texts where sketch is not null)`,
    entries: sql<number>`(select coalesce(sum(length(entries) / (4 * width + 8)), 0) from sketches)`,
  }).from(sql`(select 1)`),
);

/** Articles whose text is not that of their hash. */
export const articlesMistexted = statement(
  select({ id: articles.id })
    .from(articles)
    .leftJoin(texts, eq(texts.key, articles.textKey))
    .where(sql`${texts.sha256} is not ${articles.sha256}`)
    .limit(placeholder('limit')),
);

/** An order of articles by their time of issue, those of unknown time last; then by the order of recording. */
const inOrderOfIssue = (table: string): SQL =>
  sql.raw(`${table}.published_ascending, ${table}.key`);

/** The texts that the article with this key has or is alike to, whatever became of it. */
const textsLike = (article: SQL): SQL => sql`(
  select text_key from articles own where own.key = ${article}
  union all
  select other from likenesses where one = (select text_key from articles own where own.key = ${article}))`;

/**
 * Of the articles that each of `keys` is alike to, the one issued first, then recorded first, if it comes before. What was
 * withdrawn is nobody's model: the record had it wrong.
 */
export const articlesCopied = query('articlesCopied', articleShape, (chosen) =>
  select(chosen)
    .from(among)
    .leftJoin(
      articles,
      sql`${articles.key} = (
        select model.key from articles copy join articles model
        where copy.key = ${among.parent} and model.text_key in ${textsLike(sql`${among.parent}`)}
        and model.withdrawn_at is null
        and (${inOrderOfIssue('model')}) < (${inOrderOfIssue('copy')})
        order by ${inOrderOfIssue('model')} limit 1)`,
    ),
);

/** The articles that each of `keys`, which are articles, is alike to, those left out that were withdrawn. */
export const articlesAlike: Source = {
  name: 'articlesAlike',
  table: articles,
  from: articles,
  key: articles.key,
  isNarrow: true,
  isIndexed: false,
  where: (parent) => [
    sql`${articles.textKey} in ${textsLike(parent)}`,
    sql`${articles.key} <> ${parent}`,
    isNull(articles.withdrawnAt),
  ],
};
