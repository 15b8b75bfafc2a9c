import { eq, getColumns, isNotNull, isNull, sql } from 'drizzle-orm';
import {
  above,
  below,
  type ConditionPlace,
  conditionsFor,
  equal,
  type FilterBy,
  filtered,
  flatten,
  isGiven,
  keysGiven,
  refersTo,
  saidByList,
} from '../read/filter.ts';
import type { Order, Source } from '../read/page.ts';
import { oneOfEach, place, query, select } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { articles } from '../tables/article.ts';
import {
  type ActorReference,
  type ArticleReference,
  actorKey,
  articleKey,
  namesOfActor,
  shownActorOf,
} from './key.ts';
import { recorded } from './recorded.ts';
import { listedOnClaim } from './stance.ts';

const { outlet, shownOutlet, creditedTo, supersedes, ...columns } = getColumns(articles);
const fields = {
  place,
  ...columns,
  outletKey: shownOutlet,
  creditedToKey: shownActorOf<number | null>(creditedTo),
  supersedesKey: supersedes,
};

/** An article as the record holds it. */
export type ArticleOnRecord = RowOf<typeof fields>;
export const articleShape = rowShape(fields, 'article');

/** The articles with these `keys`, in their order. */
export const articlesByKey = oneOfEach('articlesByKey', articleShape, {
  from: articles,
  on: (parent) => eq(articles.key, parent),
});

/** The articles with these `keys`, which are public ids, in their order; an unknown one has no key. */
export const articlesById = oneOfEach('articlesById', articleShape, {
  from: articles,
  on: (parent) => eq(articles.id, parent),
});

/** The article that a reference at the path `by` names. */
export const articleNamed = (by: ArticleReference) =>
  query(`articleNamed ${flatten(by, 'by').shape}`, articleShape, (chosen) =>
    select(chosen)
      .from(articles)
      .where(eq(articles.key, articleKey(by, 'by'))),
  );

/** The article that took the place of each of these `keys`, the newest where there are several. */
export const successors = oneOfEach('successors', articleShape, {
  from: articles,
  on: (parent) =>
    sql`${articles.key} = (select max(key) from articles where supersedes = ${parent})`,
});

/** The articles whose words show drafts that nobody has judged, found by the drafts. */
const drafted = sql`select evidence.article from stances cross join evidence on evidence.stance = stances.key
  where stances.review = 'DRAFT' and stances.withdrawn_at is null and evidence.withdrawn_at is null`;

/** By key of the filter, what articles must meet. */
export const articleConditions = {
  /** Those withdrawn instead of all others. */
  withdrawn: saidByList<boolean>(),
  outlet: refersTo<ActorReference>(articles.shownOutlet, actorKey),
  creditedTo: (by: ActorReference, { path }: ConditionPlace) =>
    sql`${articles.creditedTo} in ${namesOfActor(actorKey(by, path))}`,
  language: equal(articles.language),
  publishedAfter: above(articles.publishedDescending),
  publishedBefore: below(articles.publishedAscending),
  /** Those with drafts that wait for a judgement, or those without. For editors. */
  hasDrafts: (has: boolean) => sql`${articles.key} ${has ? sql`in` : sql`not in`} (${drafted})`,
  ...recorded(articles, articles),
};

/** Selects articles. */
export type ArticleFilter = FilterBy<typeof articleConditions>;

/** Articles as they were published, those of unknown date last, or as they were recorded. */
export function articleOrder(field: 'PUBLISHED_AT' | 'RECORDED_AT', descending: boolean): Order {
  if (field === 'RECORDED_AT') return { by: null, column: null, descending };
  return descending
    ? { by: articles.publishedDescending, column: 'publishedDescending', descending }
    : { by: articles.publishedAscending, column: 'publishedAscending', descending };
}

/** All articles that the filter selects. */
export function articleList(filter: ArticleFilter, order: Order): Source {
  return {
    ...filtered('articles', filter),
    table: articles,
    from: articles,
    key: articles.key,
    isNarrow: isGiven(filter.outlet) || isGiven(filter.creditedTo) || filter.hasDrafts === true,
    isIndexed: isIndexed(filter, order),
    where: () => [
      filter.withdrawn ? isNotNull(articles.withdrawnAt) : isNull(articles.withdrawnAt),
      ...conditionsFor(articleConditions, filter, { path: 'filter', order }),
    ],
  };
}

/** Whether an index leads to the list in its order. */
function isIndexed(filter: ArticleFilter, order: Order): boolean {
  const [key, ...more] = keysGiven(filter);
  if (key === undefined) return true;
  return more.length === 0 && order.by === null && (key === 'language' || key === 'outlet');
}

/** The articles with evidence of a listed stance on each of `keys`, which are claims. */
export const articlesOnClaims: Source = {
  name: 'articlesOnClaims',
  table: articles,
  from: articles,
  key: articles.key,
  // All stances on a claim are looked at, and there may be many.
  isIndexed: false,
  looksAt: listedOnClaim,
  where: (parent) => [
    isNull(articles.withdrawnAt),
    sql`${articles.key} in (select evidence.article from stances cross join evidence on evidence.stance = stances.key
      where stances.shown_claim = ${parent} and stances.listed = 1 and evidence.withdrawn_at is null)`,
  ],
};
