import { eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  above,
  below,
  type ConditionPlace,
  conditionsFor,
  equal,
  type FilterBy,
  isGiven,
  refersTo,
  saidByList,
  valueAt,
} from '../read/filter.ts';
import type { Review } from '../rules/vocabulary.ts';
import { stances } from '../tables/stance.ts';
import {
  type ActorReference,
  type ArticleReference,
  actorKey,
  articleKey,
  type ClaimReference,
  claimKey,
  namesOfActor,
} from './key.ts';
import { recorded } from './recorded.ts';

const counting = alias(stances, 'counting');
type Stances = typeof stances | typeof counting;

/** By key of the filter, what the stances of `table` must meet, apart from who may see them. */
function conditionsOn(table: Stances) {
  // Through whom and where a stance reached us. Each is a set that is found by its own index.
  const shown = (from: SQL) => sql`${table.key} in (select evidence.stance from ${from}
    and evidence.withdrawn_at is null)`;
  return {
    claim: refersTo<ClaimReference>(table.shownClaim, claimKey),
    actor: refersTo<ActorReference>(table.shownActor, actorKey),
    /** Shown by words of this article. */
    article: (by: ArticleReference, { path }: ConditionPlace) =>
      shown(sql`evidence where evidence.article = ${articleKey(by, path)}`),
    /** Shown by words of an article of this outlet. */
    outlet: (by: ActorReference, { path }: ConditionPlace) =>
      shown(sql`articles cross join evidence on evidence.article = articles.key
            where articles.shown_outlet = ${actorKey(by, path)}`),
    /** A link of any of its chains, as they are read: where publisher and holder are one, nobody stands between. */
    via: (by: ActorReference, { path }: ConditionPlace) =>
      shown(sql`attributions cross join evidence on evidence.key = attributions.evidence
            cross join stances held on held.key = evidence.stance
            where attributions.actor in ${namesOfActor(actorKey(by, path))} and (
              held.shown_actor = ${actorKey(by, path)} or held.shown_actor <> (
                select coalesce(publisher.shown, publisher.key) from attributions first
                cross join actors publisher on publisher.key = first.actor
                where first.evidence = evidence.key and first.position = 0))`),
    kind: equal(table.kind),
    polarity: equal(table.polarity),
    certainty: equal(table.certainty),
    hearsay: equal(table.hearsay),
    saidAfter: above(table.effectiveAt),
    saidBefore: below(table.effectiveAt),
    ...recorded(table, stances),
    /** Those withdrawn instead of all others. */
    withdrawn: saidByList<boolean>(),
    /** Those with this review, of claims that readers do not see as well. For editors. */
    review: saidByList<Review>(),
  };
}

export const stanceConditions = conditionsOn(stances);
const conditionsOnCounting = conditionsOn(counting);

/** Selects stances. */
export type StanceFilter = FilterBy<typeof stanceConditions>;

/** Which stances a reader's list holds; by `withdrawn` and `review` it holds others. */
export function visibleStances(
  table: Stances,
  filter: StanceFilter,
  { path, order }: ConditionPlace,
): SQL[] {
  if (isGiven(filter.review)) {
    const isWithdrawn = filter.withdrawn ? isNotNull : isNull;
    const isReviewed = equal(table.review)(filter.review, { path: `${path}.review`, order });
    return [isReviewed, isWithdrawn(table.withdrawnAt)].flat();
  }
  if (!filter.withdrawn) return [sql`${table.listed} = 1`];
  return [
    // There are fewer that are not listed than verified ones: the plus has them lead.
    sql`${table.listed} = 0`,
    isNotNull(table.withdrawnAt),
    sql`+${table.review} = 'VERIFIED'`,
    sql`exists (select 1 from claims where key = ${table.claim} and public_at is not null and review = 'VERIFIED')`,
  ];
}

/** That a stance which counts in the standing of `claim` meets the filter. Where few do, they are found once, and not for each claim. */
export function hasCountingStance(claim: SQLiteColumn, filter: StanceFilter, path: string): SQL {
  const conditions = countingConditions(counting, filter, path);
  if (isOfFew(filter)) {
    return sql`${claim} in (select ${counting.shownClaim} from ${stances} counting where ${sql.join(conditions, sql` and `)})`;
  }
  const all = [sql`${counting.shownClaim} = ${claim}`, ...conditions];
  return sql`exists (select 1 from ${stances} counting where ${sql.join(all, sql` and `)})`;
}

/** Whether hardly more than a few stances can meet the filter: those on a claim, or shown by words of an article. */
export const isOfFew = ({ article, claim }: StanceFilter): boolean =>
  isGiven(article) || isGiven(claim);

/** That a stance counts and meets the filter. One that is withdrawn or no more than a draft never does. */
export function countingConditions(table: Stances, filter: StanceFilter, path: string): SQL[] {
  const conditions = table === counting ? conditionsOnCounting : stanceConditions;
  return [
    sql`${table.counting} = 1`,
    ...conditionsFor(conditions, filter, { path }),
    ...(filter.withdrawn ? [isNotNull(table.withdrawnAt)] : []),
    ...(isGiven(filter.review) ? [eq(table.review, valueAt(`${path}.review`))] : []),
  ];
}

/** Whether the filter leads to few stances by itself. */
export function isNarrow({ actor, article, claim, outlet, via }: StanceFilter): boolean {
  return [actor, article, claim, outlet, via].some(isGiven);
}
