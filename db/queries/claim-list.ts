import { eq, isNull, not, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import {
  above,
  below,
  type Condition,
  type ConditionPlace,
  conditionsFor,
  equal,
  type FilterBy,
  filtered,
  isGiven,
  keysGiven,
  saidByList,
  valueAt,
} from '../read/filter.ts';
import { newestFirst, type Order, type Source } from '../read/page.ts';
import type { Review, StandingStatus } from '../rules/vocabulary.ts';
import { claims, claimTopics } from '../tables/claim.ts';
import { stances } from '../tables/stance.ts';
import { partiesLeading, party } from './claim-party.ts';
import { type ActorReference, type ArticleReference, actorKey, articleKey } from './key.ts';
import { recorded } from './recorded.ts';
import {
  countingConditions,
  hasCountingStance,
  isOfFew,
  type StanceFilter,
} from './stance-filter.ts';

/** What happened over several days is after each day before its last, and before each day after its first. */
const lastDay = sql`coalesce(${claims.happenedUntil}, ${claims.happenedFrom})`;

const shown = (from: SQL): SQL => sql`${claims.key} in (select stances.shown_claim from ${from}
    and evidence.withdrawn_at is null and stances.listed = 1)`;

/** A bound of the moment at which the standing changed: of the index of this order, and of no other. */
const changed =
  (bound: (column: SQL) => Condition<number>): Condition<number> =>
  (moment, at) => {
    const isLeading = at.order.by === claims.standingChangedAt;
    const column = isLeading ? sql`${claims.standingChangedAt}` : sql`+${claims.standingChangedAt}`;
    return bound(column)(moment, at);
  };

/** A flag of few claims, which an index of these leads to in the order of the record. */
const flagged =
  (column: SQLiteColumn): Condition<boolean> =>
  (isSet, { order }) => {
    if (!isSet) return sql`+${column} = 0`;
    return order.by === null ? sql`${column} = 1` : sql`+${column} = 1`;
  };

/** By key of the filter, what claims must meet. */
export const claimConditions = {
  /** Those with this review, whether readers see them or not. For editors. */
  review: (_review: Review, { path }: ConditionPlace) => eq(claims.review, valueAt(path)),
  status: (status: StandingStatus, { path, order }: ConditionPlace) => {
    // The index of this order begins with the status.
    const isLeading = order.by === claims.standingChangedAt;
    return equal(claims.status)(status, { path, order: isLeading ? newestFirst : order });
  },
  /** With one of these. */
  statusIn: (statuses: readonly StandingStatus[], { path }: ConditionPlace) => {
    const values = statuses.map((_, index) => valueAt(`${path}.${index}`));
    return sql`+${claims.status} in (${sql.join(values, sql`, `)})`;
  },
  changedAfter: changed(above),
  changedBefore: changed(below),
  /** It bears on this actor. */
  concerns: party('CONCERNED'),
  /** This actor, or its side, is against it. */
  disputedBy: party('AGAINST'),
  /** Somebody who was asked has not answered. */
  awaitingReply: flagged(claims.awaitingReply),
  /** Nobody asked somebody whom it bears on. For editors. */
  notAsked: flagged(claims.notAsked),
  kind: equal(claims.kind),
  language: equal(claims.language),
  onlyUnnamedSources: equal(claims.onlyUnnamedSources),
  happenedAfter: above<string>(lastDay),
  happenedBefore: below<string>(claims.happenedFrom),
  /** Words of this article show a stance on it. */
  article: (by: ArticleReference, { path }: ConditionPlace) =>
    shown(sql`evidence cross join stances on stances.key = evidence.stance
            where evidence.article = ${articleKey(by, path)}`),
  /** Words of an article of this outlet show a stance on it. */
  outlet: (by: ActorReference, { path }: ConditionPlace) =>
    shown(sql`articles cross join evidence on evidence.article = articles.key
            cross join stances on stances.key = evidence.stance
            where articles.shown_outlet = ${actorKey(by, path)}`),
  /** For each of these, one counting stance meets all of it; null stands for one that the list is found by. */
  stances: (filters: readonly (StanceFilter | null)[], { path }: ConditionPlace) =>
    filters.flatMap((filter, index) =>
      filter === null ? [] : [hasCountingStance(claims.key, filter, `${path}.${index}`)],
    ),
  /** No counting stance meets all of it. */
  noStances: (filter: StanceFilter, { path }: ConditionPlace) =>
    not(hasCountingStance(claims.key, filter, path)),
  ...recorded(claims, claims),
  topic: saidByList<string>(),
};

/** Selects claims. */
export type ClaimFilter = FilterBy<typeof claimConditions>;

/** What claims can be ordered by. */
export type ClaimOrderField =
  | 'HAPPENED_FROM'
  | 'MOST_DISPUTED'
  | 'RECORDED_AT'
  | 'STANDING_CHANGED_AT';

/**
 * Claims as they happened, those of unknown date last, as their standing changed, by how much they are disputed, or as they were
 * recorded.
 */
export function claimOrder(field: ClaimOrderField, descending: boolean): Order {
  if (field === 'MOST_DISPUTED') return { by: claims.dispute, column: 'dispute', descending };
  if (field === 'RECORDED_AT') return { by: null, column: null, descending };
  if (field === 'STANDING_CHANGED_AT') {
    return { by: claims.standingChangedAt, column: 'standingChangedAt', descending };
  }
  return descending
    ? { by: claims.happenedDescending, column: 'happenedDescending', descending }
    : { by: claims.happenedAscending, column: 'happenedAscending', descending };
}

/** What a list of claims is asked for by. */
export interface ClaimQuestion {
  readonly filter: ClaimFilter;
  readonly order: Order;
  /** Whether claims that are not public yet may be in it. */
  readonly seesDrafts: boolean;
}

/** All claims that the question is for. */
export function claimList({ filter, order, seesDrafts }: ClaimQuestion): Source {
  const driver = driverOf(filter);
  const isNarrow =
    isGiven(filter.article) ||
    isGiven(filter.outlet) ||
    (filter.stances ?? []).some((stance) => stance !== null && isOfFew(stance));
  const isParted = seesDrafts && order.by !== null && driver.from === claims && !isNarrow;
  return {
    ...filtered(seesDrafts ? 'claims and drafts' : 'claims', filter),
    table: claims,
    from: driver.from,
    key: driver.key,
    isNarrow,
    isIndexed: !seesDrafts && isIndexed(filter, order),
    ...(isParted && { halves: listedAndNot(filter) }),
    where: () => [
      ...driver.where(),
      ...(seesDrafts
        ? [isNull(claims.withdrawnAt), sql`+${claims.shown} is null`]
        : [sql`${claims.listed} = 1`]),
      ...conditionsFor(claimConditions, driver.left, { path: 'filter', order }),
    ],
  };
}

/** The indexes of the orders tell what readers' lists hold, which is verified, from what they do not. */
const listedAndNot =
  ({ review }: ClaimFilter) =>
  (): readonly [SQL, SQL] => [
    isGiven(review)
      ? sql`${claims.listed} = 1 and ${valueAt('filter.review')} = 'VERIFIED'`
      : sql`${claims.listed} = 1`,
    sql`${claims.listed} = 0`,
  ];

/** By each of these the list is led to by an index, in the order of the record. */
const leading: ReadonlySet<string> = new Set([
  'concerns',
  'disputedBy',
  'kind',
  'language',
  'onlyUnnamedSources',
  'status',
  'topic',
]);

/** By each of these, and all of them, as its standing changed. */
const leadingToChanges: ReadonlySet<string> = new Set(['changedAfter', 'changedBefore', 'status']);

function isIndexed(filter: ClaimFilter, order: Order): boolean {
  const [key, ...more] = keysGiven(filter);
  if (key === undefined) return true;
  if (order.by === claims.standingChangedAt)
    return [key, ...more].every((one) => leadingToChanges.has(one));
  if (more.length > 0 || order.by !== null) return false;
  if (filter.awaitingReply === true || filter.notAsked === true) return true;
  return leading.has(key) || (key === 'stances' && areIndexed(filter.stances ?? []));
}

/** Whether an index leads to the claims of one actor's stances, of whatever polarity. */
function areIndexed([stance, ...more]: readonly (StanceFilter | null)[]): boolean {
  if (!stance || more.length > 0 || !isGiven(stance.actor)) return false;
  return keysGiven(stance).every((key) => key === 'actor' || key === 'polarity');
}

interface Driver extends Pick<Source, 'from' | 'key'> {
  /** What of the filter it does not meet yet. */
  readonly left: ClaimFilter;
  where(): SQL[];
}

/** Where the keys of the claims are found in order, so that a page of a rare topic or actor does not pass over all others. */
function driverOf(filter: ClaimFilter): Driver {
  if (isGiven(filter.topic)) {
    return {
      from: claimTopics,
      key: claimTopics.claim,
      left: filter,
      where: () => [eq(claimTopics.topic, valueAt('filter.topic'))],
    };
  }
  const byParty = partiesLeading(filter);
  if (byParty) return byParty;
  const index = filter.stances?.findIndex((stance) => isGiven(stance?.actor)) ?? -1;
  const byActor = filter.stances?.[index];
  if (!byActor) return { from: claims, key: claims.key, left: filter, where: () => [] };
  return {
    from: stances,
    key: stances.shownClaim,
    left: { ...filter, stances: filter.stances?.with(index, null) },
    where: () => [
      sql`${stances.listed} = 1`,
      ...countingConditions(stances, byActor, `filter.stances.${index}`),
    ],
  };
}
