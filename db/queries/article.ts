import { eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { flatten, given, isGiven } from '../read/filter.ts';
import type { Order, Source } from '../read/page.ts';
import { among, place, query, select } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { articles } from '../tables/article.ts';
import { evidence } from '../tables/evidence.ts';
import { type ActorReference, type ArticleReference, actorKey, articleKey } from './key.ts';
import { type RecordedFilter, recorded } from './recorded.ts';

const fields = {
  place,
  key: articles.key,
  id: articles.id,
  slug: articles.slug,
  title: articles.title,
  text: articles.text,
  sha256: articles.sha256,
  language: articles.language,
  url: articles.url,
  outletKey: articles.outlet,
  creditedToKey: articles.creditedTo,
  byline: articles.byline,
  publishedAt: articles.publishedAt,
  retrievedAt: articles.retrievedAt,
  supersedesKey: articles.supersedes,
  textIsPublic: articles.textIsPublic,
  recordedAt: articles.recordedAt,
  withdrawnAt: articles.withdrawnAt,
  withdrawnReason: articles.withdrawnReason,
  erasedAt: articles.erasedAt,
  publishedAscending: articles.publishedAscending,
  publishedDescending: articles.publishedDescending,
};

/** An article as the record holds it. */
export type ArticleOnRecord = RowOf<typeof fields>;
export const articleShape = rowShape(fields, 'article');

/** The articles with these `keys`, in their order. */
export const articlesByKey = query('articlesByKey', articleShape, (chosen) =>
  select(chosen).from(among).leftJoin(articles, eq(articles.key, among.parent)),
);

/** The articles with these `keys`, which are public ids, in their order; an unknown one has no key. */
export const articlesById = query('articlesById', articleShape, (chosen) =>
  select(chosen).from(among).leftJoin(articles, eq(articles.id, among.parent)),
);

/** The article that a reference at the path `by` names. */
export const articleNamed = (by: ArticleReference) =>
  query(`articleNamed ${flatten(by, 'by').shape}`, articleShape, (chosen) =>
    select(chosen)
      .from(articles)
      .where(eq(articles.key, articleKey(by, 'by'))),
  );

/** The article that took the place of each of these `keys`, the newest where there are several. */
export const successors = query('successors', articleShape, (chosen) =>
  select(chosen)
    .from(among)
    .leftJoin(
      articles,
      sql`${articles.key} = (select max(key) from articles where supersedes = ${among.parent})`,
    ),
);

/** Selects articles; what is not given does not matter. */
export interface ArticleFilter extends RecordedFilter {
  readonly outlet?: ActorReference | null | undefined;
  readonly creditedTo?: ActorReference | null | undefined;
  readonly language?: string | null | undefined;
  readonly publishedAfter?: number | null | undefined;
  readonly publishedBefore?: number | null | undefined;
  /** Those withdrawn instead of all others. */
  readonly withdrawn?: boolean | null | undefined;
  /** Those with drafts that wait for a judgement, or those without. For editors. */
  readonly hasDrafts?: boolean | null | undefined;
}

/** Articles as they were published, those of unknown date last, or as they were recorded. */
export function articleOrder(field: 'PUBLISHED_AT' | 'RECORDED_AT', descending: boolean): Order {
  if (field === 'RECORDED_AT') return { by: null, column: null, descending };
  return descending
    ? { by: articles.publishedDescending, column: 'publishedDescending', descending }
    : { by: articles.publishedAscending, column: 'publishedAscending', descending };
}

/** All articles that the filter selects; its values are arguments by the path `filter`. */
export function articleList(filter: ArticleFilter, order: Order): Source {
  return {
    name: `articles ${flatten(filter, 'filter').shape}`,
    table: articles,
    from: articles,
    key: articles.key,
    isNarrow: isGiven(filter.outlet) || isGiven(filter.creditedTo) || filter.hasDrafts === true,
    where: () => conditions(filter, order),
  };
}

/** The articles with evidence of a listed stance on each of `keys`, which are claims. */
export const articlesOnClaims: Source = {
  name: 'articlesOnClaims',
  table: articles,
  from: evidence,
  key: evidence.article,
  where: () => [
    isNull(evidence.withdrawnAt),
    sql`${evidence.stance} in (select key from stances where claim = ${among.parent} and listed = 1)`,
    sql`exists (select 1 from articles where key = ${evidence.article} and withdrawn_at is null)`,
  ],
};

/** The articles whose words show drafts that nobody has judged, found by the drafts. */
const drafted = sql`select evidence.article from stances cross join evidence on evidence.stance = stances.key
  where stances.review = 'DRAFT' and stances.withdrawn_at is null and evidence.withdrawn_at is null`;

function conditions(filter: ArticleFilter, order: Order): (SQL | undefined)[] {
  const path = (key: keyof ArticleFilter) => `filter.${key}`;
  const { creditedTo, outlet } = filter;
  return [
    filter.withdrawn ? isNotNull(articles.withdrawnAt) : isNull(articles.withdrawnAt),
    isGiven(outlet) ? eq(articles.outlet, actorKey(outlet, path('outlet'))) : undefined,
    isGiven(creditedTo)
      ? eq(articles.creditedTo, actorKey(creditedTo, path('creditedTo')))
      : undefined,
    // A list in another order than by key is read along the index of that order.
    isGiven(filter.language)
      ? sql`${order.by === null ? sql`` : sql`+`}${articles.language} = ${given(path('language'))}`
      : undefined,
    isGiven(filter.publishedAfter)
      ? sql`${articles.publishedAt} > ${given(path('publishedAfter'))}`
      : undefined,
    isGiven(filter.publishedBefore)
      ? sql`${articles.publishedAt} < ${given(path('publishedBefore'))}`
      : undefined,
    isGiven(filter.hasDrafts)
      ? sql`${articles.key} ${filter.hasDrafts ? sql`in` : sql`not in`} (${drafted})`
      : undefined,
    ...recorded(articles, filter, 'filter'),
  ];
}
