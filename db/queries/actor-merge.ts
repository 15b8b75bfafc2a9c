import { asc, eq, getColumns, isNotNull, isNull, or, sql } from 'drizzle-orm';
import {
  type ConditionPlace,
  conditionsFor,
  equal,
  type FilterBy,
  filtered,
  keysGiven,
} from '../read/filter.ts';
import type { Source } from '../read/page.ts';
import { oneOfEach, place, placeholder, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { actors } from '../tables/actor.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { type ActorReference, actorKey, isOneWithActor } from './key.ts';
import { merges, otherEnds, wasConfirmed } from './other-ends.ts';

const { from, into, ...columns } = getColumns(actorMerges);
const fields = { place, ...columns, fromKey: from, intoKey: into };

/** The judgement that two actors are one, as the record holds it. */
export type ActorMergeOnRecord = RowOf<typeof fields>;
export const actorMergeShape = rowShape(fields, 'merge');

/** The merges with these `keys`, in their order. */
export const actorMergesByKey = oneOfEach('actorMergesByKey', actorMergeShape, {
  from: actorMerges,
  on: (parent) => eq(actorMerges.key, parent),
});

/** The merges with these `keys`, which are public ids, in their order; an unknown one has no key. */
export const actorMergesById = oneOfEach('actorMergesById', actorMergeShape, {
  from: actorMerges,
  on: (parent) => eq(actorMerges.id, parent),
});

/** `actors` and all that were ever judged one with them, and who is stored as shown for each. */
export const actorsJoined = statement(
  select({ key: actors.key, shown: actors.shown })
    .from(actors)
    .where(
      sql`${actors.key} in (
        with recursive joined(actor) as (
          select value from json_each(${placeholder('actors')})
          union ${otherEnds(merges, { of: 'joined.actor', by: wasConfirmed })}
        ) select actor from joined)`,
    )
    .orderBy(asc(actors.key)),
);

/** Who is stored as shown for `actor`. */
export const shownForActor = statement(
  select({ shown: actors.shown })
    .from(actors)
    .where(eq(actors.key, placeholder('actor'))),
);

/** The confirmed merges among `actors`, revoked ones included, in the order of the record. */
export const mergesAmong = statement(
  select({
    from: actorMerges.from,
    into: actorMerges.into,
    recordedAt: actorMerges.recordedAt,
    revokedAt: actorMerges.revokedAt,
  })
    .from(actorMerges)
    .where(
      sql`${actorMerges.judgement} = 'CONFIRMED' and ${actorMerges.from} in (select value from json_each(${placeholder('actors')}))`,
    )
    .orderBy(asc(actorMerges.key)),
);

/** By key of the filter, what merges must meet. */
export const actorMergeConditions = {
  /** One of the two, or one with it. */
  actor: (by: ActorReference, { path }: ConditionPlace) =>
    or(
      isOneWithActor(actorMerges.from, actorKey(by, path)),
      isOneWithActor(actorMerges.into, actorKey(by, path)),
    ) ?? [],
  judgement: equal(actorMerges.judgement),
  revoked: (isRevoked: boolean) =>
    isRevoked ? isNotNull(actorMerges.revokedAt) : isNull(actorMerges.revokedAt),
};

/** Selects merges. */
export type ActorMergeFilter = FilterBy<typeof actorMergeConditions>;

/** All merges that the filter selects, revoked ones included. Whom a merge names is public by that: none is for editors alone. */
export function actorMergeList(filter: ActorMergeFilter): Source {
  return {
    ...filtered('actorMerges', filter),
    table: actorMerges,
    from: actorMerges,
    key: actorMerges.key,
    isIndexed: keysGiven(filter).length === 0,
    where: () => conditionsFor(actorMergeConditions, filter, { path: 'filter' }),
  };
}

/** The merges in which each of `keys`, which are actors, is one of the two. */
export function mergesOfActors(filter: ActorMergeFilter): Source {
  return {
    ...filtered('mergesOfActors', filter),
    table: actorMerges,
    from: actorMerges,
    key: actorMerges.key,
    isIndexed: true,
    where: (parent) => [
      or(isOneWithActor(actorMerges.from, parent), isOneWithActor(actorMerges.into, parent)),
      ...conditionsFor(actorMergeConditions, filter, { path: 'filter' }),
    ],
  };
}
