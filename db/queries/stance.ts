import { eq, getColumns, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  above,
  below,
  conditionsFor,
  filtered,
  isGiven,
  keysGiven,
  valueAt,
} from '../read/filter.ts';
import { newestFirst, type Order, type Source } from '../read/page.ts';
import { oneOfEach, place } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { stances } from '../tables/stance.ts';
import { shownClaimOf } from './key.ts';
import { isNarrow, type StanceFilter, stanceConditions, visibleStances } from './stance-filter.ts';

const { claim, actor, saidIn, shownClaim, shownActor, turnedFrom, ...others } = getColumns(stances);
const { splitFrom, splitOf, ...columns } = others;
const fields = {
  place,
  ...columns,
  claimKey: shownClaim,
  actorKey: shownActor,
  recordedOnKey: claim,
  recordedUnderKey: actor,
  saidInKey: shownClaimOf<number | null>(saidIn),
  turnedFromKey: turnedFrom,
};

/** A stance as the record holds it. */
export type StanceOnRecord = RowOf<typeof fields>;
export const stanceShape = rowShape(fields, 'stance');

/** The stances with these `keys`, in their order, whoever may see them. */
export const stancesByKey = oneOfEach('stancesByKey', stanceShape, {
  from: stances,
  on: (parent) => eq(stances.key, parent),
});

/** The stances with these `keys`, which are public ids, in their order; one that is unknown or, unless `sees`, unverified, has no key. */
export const stancesById = oneOfEach('stancesById', stanceShape, {
  from: stances,
  on: (parent) => sql`${stances.id} = ${parent} and (${sql.placeholder('seesDrafts')} or (
        ${stances.review} = 'VERIFIED' and exists (
          select 1 from claims where key = ${stances.claim} and public_at is not null and review = 'VERIFIED'
        )
      ))`,
});

/** Few stances are led to by what they are of: the plus keeps a stretch of time from leading to all that was said in it. */
const conditionsOnFew = {
  ...stanceConditions,
  saidAfter: above(sql`+${stances.effectiveAt}`),
  saidBefore: below(sql`+${stances.effectiveAt}`),
};

/** Stances as they were taken, or as they were recorded. */
export function stanceOrder(field: 'RECORDED_AT' | 'SAID_AT', descending: boolean): Order {
  if (field === 'RECORDED_AT') return { by: null, column: null, descending };
  return { by: stances.effectiveAt, column: 'effectiveAt', descending };
}

/** All stances that the filter selects. */
export function stanceList(filter: StanceFilter, order: Order): Source {
  const isParted = isGiven(filter.review) && order.by !== null && !isNarrow(filter);
  return {
    ...stancesWhere('stances', filter, { order }),
    ...(isParted && { halves: verifiedAndNot }),
    isNarrow: isNarrow(filter),
    isIndexed: isIndexed(filter, order),
  };
}

/** The indexes of the orders tell what readers' lists hold from what they do not; whatever is no more than a draft is among the latter. */
const verifiedAndNot = (): readonly [SQL, SQL] => [
  sql`${stances.listed} = 1 and ${valueAt('filter.review')} = 'VERIFIED'`,
  sql`${stances.listed} = 0`,
];

/** By each of these the list is led to by an index, in the order of the record; of an article few words are quoted. */
const leading: ReadonlySet<string> = new Set([
  'actor',
  'article',
  'certainty',
  'claim',
  'hearsay',
  'kind',
  'polarity',
]);

function isIndexed(filter: StanceFilter, order: Order): boolean {
  const [key, ...more] = keysGiven(filter);
  if (key === undefined) return true;
  return more.length === 0 && order.by === null && leading.has(key);
}

/** The listed stances on a claim: most have few, and some have thousands. */
export const listedOnClaim = {
  from: stances,
  where: (parent) => [eq(stances.shownClaim, parent), sql`${stances.listed} = 1`],
} satisfies Source['looksAt'];

/** The stances on each of `keys`, which are claims. */
export const stancesOnClaims = (filter: StanceFilter): Source => ({
  ...stancesWhere('stancesOnClaims', filter, { of: stances.shownClaim }),
  ...(isOfListed(filter) && { looksAt: listedOnClaim }),
});

/** The stances on each of `keys`, which are claims, to be told in the order in which they were taken. */
export const stancesAsTaken: Source = {
  ...stancesWhere('stancesAsTaken', {}, { of: stances.shownClaim }),
  isIndexed: false,
  isNarrow: true,
  looksAt: listedOnClaim,
};

/** Whether it selects from those that readers' lists hold. */
const isOfListed = ({ review, withdrawn }: StanceFilter): boolean => !isGiven(review) && !withdrawn;

/** The stances of each of `keys`, which are actors. */
export const stancesOfActors = (filter: StanceFilter): Source =>
  stancesWhere('stancesOfActors', filter, { of: stances.shownActor });

function stancesWhere(
  name: string,
  filter: StanceFilter,
  { order = newestFirst, of }: { readonly order?: Order; readonly of?: SQLiteColumn },
): Source {
  const conditions = of || isNarrow(filter) ? conditionsOnFew : stanceConditions;
  return {
    ...filtered(name, filter),
    table: stances,
    from: stances,
    key: stances.key,
    isIndexed: keysGiven(filter).length === 0,
    where: (parent) => [
      of && eq(of, parent),
      ...visibleStances(stances, filter, { path: 'filter', order }),
      ...conditionsFor(conditions, filter, { path: 'filter', order }),
    ],
  };
}
