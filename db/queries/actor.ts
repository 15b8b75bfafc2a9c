import { and, eq, getColumns, type SQL, sql } from 'drizzle-orm';
import {
  conditionsFor,
  equal,
  type FilterBy,
  filtered,
  flatten,
  refersTo,
} from '../read/filter.ts';
import type { Order, Source } from '../read/page.ts';
import { among, place, placeholder, query, select } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { actors } from '../tables/actor.ts';
import { claimConcerns } from '../tables/claim.ts';
import { type ActorReference, actorKey } from './key.ts';
import { recorded } from './recorded.ts';

const { grantedBy, ...columns } = getColumns(actors);
const fields = { place, ...columns, grantedByKey: grantedBy };

/** Who may read an actor that is asked for by name: everyone, unless a machine drafted it and nobody accepted it. */
const isVisible: SQL = sql`(${placeholder('seesDrafts')} or ${actors.review} = 'VERIFIED')`;

/** Whether an actor is no draft, or one that a stance names which nobody rejected. */
export const isNamed: SQL = sql`(actors.review = 'VERIFIED' or exists (
  select 1 from attributions cross join evidence on evidence.key = attributions.evidence
    cross join stances on stances.key = evidence.stance
  where attributions.actor = actors.key and stances.review <> 'REJECTED'))`;

/** An actor as the record holds it. */
export type ActorOnRecord = RowOf<typeof fields>;
export const actorShape = rowShape(fields, 'actor');

/** The actors with these `keys`, in their order. */
export const actorsByKey = query('actorsByKey', actorShape, (chosen) =>
  select(chosen).from(among).leftJoin(actors, eq(actors.key, among.parent)),
);

/** Whom each of `keys`, which are claims, bears on, in the order told; without those that may not be seen. */
export const concernedByClaims = query('concernedByClaims', actorShape, (chosen) =>
  select(chosen)
    .from(among)
    .innerJoin(claimConcerns, eq(claimConcerns.claim, among.parent))
    .innerJoin(actors, and(eq(actors.key, claimConcerns.actor), isVisible))
    .orderBy(place, claimConcerns.position),
);

/** The actors with these `keys`, which are public ids, in their order; one that is unknown or may not be seen has no key. */
export const actorsById = query('actorsById', actorShape, (chosen) =>
  select(chosen)
    .from(among)
    .leftJoin(actors, and(eq(actors.id, among.parent), isVisible)),
);

/** The actor that a reference at the path `by` names. */
export const actorNamed = (by: ActorReference) =>
  query(`actorNamed ${flatten(by, 'by').shape}`, actorShape, (chosen) =>
    select(chosen)
      .from(actors)
      .where(and(eq(actors.key, actorKey(by, 'by')), isVisible)),
  );

/** By key of the filter, what actors must meet. */
export const actorConditions = {
  kind: equal(actors.kind),
  grantedBy: refersTo<ActorReference>(actors.grantedBy, actorKey),
  ...recorded(actors, actors),
};

/** Selects actors. */
export type ActorFilter = FilterBy<typeof actorConditions>;

/** All actors that the filter selects. */
export function actorList(filter: ActorFilter): Source {
  return {
    ...filtered('actors', filter),
    table: actors,
    from: actors,
    key: actors.key,
    where: () => [
      isVisible,
      isNamed,
      ...conditionsFor(actorConditions, filter, { path: 'filter' }),
    ],
  };
}

/** Actors by name, or as they were recorded. */
export function actorOrder(field: 'NAME' | 'RECORDED_AT', descending: boolean): Order {
  if (field === 'NAME') return { by: actors.name, column: 'name', descending };
  return { by: null, column: null, descending };
}
