import { eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { given, isGiven } from '../read/filter.ts';
import { newestFirst, type Order } from '../read/page.ts';
import type { Certainty, Polarity, Review, StanceKind } from '../rules/vocabulary.ts';
import { stances } from '../tables/stance.ts';
import {
  type ActorReference,
  type ArticleReference,
  actorKey,
  articleKey,
  claimKey,
  type Reference,
} from './key.ts';
import { type RecordedFilter, recorded } from './recorded.ts';

/** Selects stances; what is not given does not matter. */
export interface StanceFilter extends RecordedFilter {
  readonly claim?: Reference | null | undefined;
  readonly actor?: ActorReference | null | undefined;
  readonly kind?: StanceKind | null | undefined;
  readonly polarity?: Polarity | null | undefined;
  readonly certainty?: Certainty | null | undefined;
  readonly hearsay?: boolean | null | undefined;
  /** Shown by words of this article. */
  readonly article?: ArticleReference | null | undefined;
  /** Shown by words of an article of this outlet. */
  readonly outlet?: ActorReference | null | undefined;
  /** A link of any of its chains. */
  readonly via?: ActorReference | null | undefined;
  readonly saidAfter?: number | null | undefined;
  readonly saidBefore?: number | null | undefined;
  /** Those withdrawn instead of all others. */
  readonly withdrawn?: boolean | null | undefined;
  /** Those with this review, of claims that readers do not see as well. For editors. */
  readonly review?: Review | null | undefined;
}

const counting = alias(stances, 'counting');
type Stances = typeof stances | typeof counting;

/** What the stances of `table` must meet, apart from who may see them. */
export function stanceConditions(
  table: Stances,
  filter: StanceFilter,
  { path, order = newestFirst }: { readonly path: string; readonly order?: Order | undefined },
): SQL[] {
  return [
    ...referenceConditions(table, filter, path),
    ...shownConditions(table, filter, path),
    ...columnConditions(table, filter, { path, isLeading: order.by === null }),
    ...saidConditions(table, filter, path),
    ...recorded(table, filter, path),
  ];
}

/** Which stances a reader's list holds; by `withdrawn` and `review` it holds others. */
export function visibleStances(table: Stances, filter: StanceFilter, path: string): SQL[] {
  if (isGiven(filter.review)) {
    const isWithdrawn = filter.withdrawn ? isNotNull : isNull;
    return [eq(table.review, given(`${path}.review`)), isWithdrawn(table.withdrawnAt)];
  }
  if (!filter.withdrawn) return [sql`${table.listed} = 1`];
  return [
    isNotNull(table.withdrawnAt),
    sql`${table.review} = 'VERIFIED'`,
    sql`exists (select 1 from claims where key = ${table.claim} and public_at is not null and review = 'VERIFIED')`,
  ];
}

/** That a stance which counts in the standing of `claim` meets the filter. */
export function hasCountingStance(claim: SQLiteColumn, filter: StanceFilter, path: string): SQL {
  const conditions = [
    sql`${counting.claim} = ${claim}`,
    ...countingConditions(counting, filter, path),
  ];
  return sql`exists (select 1 from ${stances} counting where ${sql.join(conditions, sql` and `)})`;
}

/** That a stance counts and meets the filter. One that is withdrawn or no more than a draft never does. */
export function countingConditions(table: Stances, filter: StanceFilter, path: string): SQL[] {
  return [
    sql`${table.counting} = 1`,
    ...stanceConditions(table, filter, { path }),
    ...(filter.withdrawn ? [isNotNull(table.withdrawnAt)] : []),
    ...(isGiven(filter.review) ? [eq(table.review, given(`${path}.review`))] : []),
  ];
}

/** Whether the filter leads to few stances by itself. */
export function isNarrow({ actor, article, claim, outlet, via }: StanceFilter): boolean {
  return [actor, article, claim, outlet, via].some(isGiven);
}

/** A list in another order than by key is read along the index of that order: these must not lead to theirs. */
function columnConditions(
  table: Stances,
  filter: StanceFilter,
  { path, isLeading }: { readonly path: string; readonly isLeading: boolean },
): SQL[] {
  const plus = isLeading ? sql`` : sql`+`;
  return (['kind', 'polarity', 'certainty', 'hearsay'] as const)
    .filter((key) => isGiven(filter[key]))
    .map((key) => sql`${plus}${table[key]} = ${given(`${path}.${key}`)}`);
}

function referenceConditions(table: Stances, filter: StanceFilter, path: string): SQL[] {
  const { actor, claim } = filter;
  return [
    ...(isGiven(claim) ? [eq(table.claim, claimKey(claim, `${path}.claim`))] : []),
    ...(isGiven(actor) ? [eq(table.actor, actorKey(actor, `${path}.actor`))] : []),
  ];
}

/** Through whom and where a stance reached us. Each is a set that is found by its own index. */
function shownConditions(table: Stances, filter: StanceFilter, path: string): SQL[] {
  const { article, outlet, via } = filter;
  const shown = (from: SQL) => sql`${table.key} in (select evidence.stance from ${from}
    and evidence.withdrawn_at is null)`;
  return [
    ...(isGiven(article)
      ? [shown(sql`evidence where evidence.article = ${articleKey(article, `${path}.article`)}`)]
      : []),
    ...(isGiven(outlet)
      ? [
          shown(sql`articles cross join evidence on evidence.article = articles.key
            where articles.outlet = ${actorKey(outlet, `${path}.outlet`)}`),
        ]
      : []),
    ...(isGiven(via)
      ? [
          shown(sql`attributions cross join evidence on evidence.key = attributions.evidence
            where attributions.actor = ${actorKey(via, `${path}.via`)}`),
        ]
      : []),
  ];
}

function saidConditions(table: Stances, filter: StanceFilter, path: string): SQL[] {
  return [
    ...(isGiven(filter.saidAfter)
      ? [sql`${table.saidMoment} > ${given(`${path}.saidAfter`)}`]
      : []),
    ...(isGiven(filter.saidBefore)
      ? [sql`${table.saidMoment} < ${given(`${path}.saidBefore`)}`]
      : []),
  ];
}
