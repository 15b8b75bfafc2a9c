import { eq, getColumns, isNotNull, isNull, or, sql } from 'drizzle-orm';
import {
  type ConditionPlace,
  conditionsFor,
  equal,
  type FilterBy,
  filtered,
} from '../read/filter.ts';
import type { Source } from '../read/page.ts';
import { among, place, query, select } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import { type ActorReference, actorKey } from './key.ts';

const { from, into, ...columns } = getColumns(actorMerges);
const fields = { place, ...columns, fromKey: from, intoKey: into };

/** The judgement that two actors are one, as the record holds it. */
export type ActorMergeOnRecord = RowOf<typeof fields>;
export const actorMergeShape = rowShape(fields, 'merge');

/** The merges with these `keys`, in their order. */
export const actorMergesByKey = query('actorMergesByKey', actorMergeShape, (chosen) =>
  select(chosen).from(among).leftJoin(actorMerges, eq(actorMerges.key, among.parent)),
);

/** The merges with these `keys`, which are public ids, in their order; an unknown one has no key. */
export const actorMergesById = query('actorMergesById', actorMergeShape, (chosen) =>
  select(chosen).from(among).leftJoin(actorMerges, eq(actorMerges.id, among.parent)),
);

/** By key of the filter, what merges must meet. */
export const actorMergeConditions = {
  /** One of the two. */
  actor: (by: ActorReference, { path }: ConditionPlace) =>
    sql`${actorMerges.key} in (
      select key from actor_merges where from_actor = ${actorKey(by, path)}
      union all select key from actor_merges where into_actor = ${actorKey(by, path)})`,
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
    where: () => [
      or(eq(actorMerges.from, among.parent), eq(actorMerges.into, among.parent)),
      ...conditionsFor(actorMergeConditions, filter, { path: 'filter' }),
    ],
  };
}
