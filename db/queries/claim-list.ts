import { eq, isNull, not, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { flatten, given, isGiven } from '../read/filter.ts';
import type { Order, Source } from '../read/page.ts';
import type { ClaimKind, Review, StandingStatus } from '../rules/vocabulary.ts';
import { claims, claimTopics } from '../tables/claim.ts';
import { stances } from '../tables/stance.ts';
import { type ActorReference, type ArticleReference, actorKey, articleKey } from './key.ts';
import { type RecordedFilter, recorded } from './recorded.ts';
import { countingConditions, hasCountingStance, type StanceFilter } from './stance-filter.ts';

/** Selects claims; what is not given does not matter. */
export interface ClaimFilter extends RecordedFilter {
  readonly status?: StandingStatus | null | undefined;
  readonly kind?: ClaimKind | null | undefined;
  readonly topic?: string | null | undefined;
  readonly language?: string | null | undefined;
  /** Words of this article show a stance on it. */
  readonly article?: ArticleReference | null | undefined;
  /** Words of an article of this outlet show a stance on it. */
  readonly outlet?: ActorReference | null | undefined;
  readonly happenedAfter?: string | null | undefined;
  readonly happenedBefore?: string | null | undefined;
  readonly onlyUnnamedSources?: boolean | null | undefined;
  /** For each of these, one counting stance meets all of it. */
  readonly stances?: readonly StanceFilter[] | null | undefined;
  /** No counting stance meets all of it. */
  readonly noStances?: StanceFilter | null | undefined;
  /** Those with this review, whether readers see them or not. For editors. */
  readonly review?: Review | null | undefined;
}

/** Claims as they happened, those of unknown date last, as their standing changed, or as they were recorded. */
export function claimOrder(
  field: 'HAPPENED_FROM' | 'RECORDED_AT' | 'STANDING_CHANGED_AT',
  descending: boolean,
): Order {
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

/** All claims that the question is for; the values of its filter are arguments by the path `filter`. */
export function claimList(question: ClaimQuestion): Source {
  const { filter, order, seesDrafts } = question;
  const driver = driverOf(filter);
  return {
    name: `claims ${seesDrafts ? 'and drafts ' : ''}${flatten(filter, 'filter').shape}`,
    table: claims,
    from: driver.from,
    key: driver.key,
    isNarrow: isGiven(filter.article) || isGiven(filter.outlet),
    where: () => [
      ...driver.where(),
      ...visibleClaims(question),
      ...columnConditions(filter, order),
      ...happenedConditions(filter),
      ...shownConditions(filter),
      ...stancesConditions(filter, driver.stance),
      ...recorded(claims, filter, 'filter'),
    ],
  };
}

interface Driver extends Pick<Source, 'from' | 'key'> {
  /** Which of the filters of stances it meets. */
  readonly stance: number | null;
  where(): SQL[];
}

/** Where the keys of the claims are found in order, so that a page of a rare topic or actor does not pass over all others. */
function driverOf(filter: ClaimFilter): Driver {
  if (isGiven(filter.topic)) {
    return {
      from: claimTopics,
      key: claimTopics.claim,
      stance: null,
      where: () => [eq(claimTopics.topic, given('filter.topic'))],
    };
  }
  const index = filter.stances?.findIndex(({ actor }) => isGiven(actor)) ?? -1;
  const byActor = filter.stances?.[index];
  if (byActor === undefined)
    return { from: claims, key: claims.key, stance: null, where: () => [] };
  return {
    from: stances,
    key: stances.claim,
    stance: index,
    where: () => [
      sql`${stances.listed} = 1`,
      ...countingConditions(stances, byActor, `filter.stances.${index}`),
    ],
  };
}

function stancesConditions({ noStances, stances }: ClaimFilter, met: number | null): SQL[] {
  const wanted = (stances ?? []).flatMap((stance, index) =>
    index === met ? [] : [hasCountingStance(claims.key, stance, `filter.stances.${index}`)],
  );
  if (!isGiven(noStances)) return wanted;
  return [...wanted, not(hasCountingStance(claims.key, noStances, 'filter.noStances'))];
}

function visibleClaims({ filter, seesDrafts }: ClaimQuestion): SQL[] {
  const review = isGiven(filter.review) ? [eq(claims.review, given('filter.review'))] : [];
  return seesDrafts
    ? [isNull(claims.withdrawnAt), ...review]
    : [sql`${claims.listed} = 1`, ...review];
}

function columnConditions(filter: ClaimFilter, { by }: Order): SQL[] {
  const equal = (column: SQLiteColumn, key: keyof ClaimFilter) => {
    if (!isGiven(filter[key])) return [];
    // A list in another order than by key is read along the index of that order, so these must not lead to theirs.
    const isLeading = by === null || (key === 'status' && by === claims.standingChangedAt);
    return [sql`${isLeading ? sql`` : sql`+`}${column} = ${given(`filter.${key}`)}`];
  };
  return [
    ...equal(claims.status, 'status'),
    ...equal(claims.kind, 'kind'),
    ...equal(claims.language, 'language'),
    ...equal(claims.onlyUnnamedSources, 'onlyUnnamedSources'),
  ];
}

/** What happened over several days is after each day before its last, and before each day after its first. */
function happenedConditions({ happenedAfter, happenedBefore }: ClaimFilter): SQL[] {
  const last = sql`coalesce(${claims.happenedUntil}, ${claims.happenedFrom})`;
  return [
    ...(isGiven(happenedAfter) ? [sql`${last} > ${given('filter.happenedAfter')}`] : []),
    ...(isGiven(happenedBefore)
      ? [sql`${claims.happenedFrom} < ${given('filter.happenedBefore')}`]
      : []),
  ];
}

function shownConditions({ article, outlet }: ClaimFilter): SQL[] {
  const shown = (from: SQL) => sql`${claims.key} in (select stances.claim from ${from}
    and evidence.withdrawn_at is null and stances.listed = 1)`;
  return [
    ...(isGiven(article)
      ? [
          shown(sql`evidence cross join stances on stances.key = evidence.stance
            where evidence.article = ${articleKey(article, 'filter.article')}`),
        ]
      : []),
    ...(isGiven(outlet)
      ? [
          shown(sql`articles cross join evidence on evidence.article = articles.key
            cross join stances on stances.key = evidence.stance
            where articles.outlet = ${actorKey(outlet, 'filter.outlet')}`),
        ]
      : []),
  ];
}
