import { and, eq, getColumns, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import {
  type ConditionPlace,
  conditionsFor,
  equal,
  type FilterBy,
  filtered,
  flatten,
  keysGiven,
} from '../read/filter.ts';
import type { Order, Source } from '../read/page.ts';
import { allOfEach, oneOfEach, place, placeholder, query, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { type Fields, type RowOf, rowShape } from '../read/row.ts';
import { actors } from '../tables/actor.ts';
import { type ActorReference, actorKey, isOneWithActor, namedBy, shownActorOf } from './key.ts';
import { recorded } from './recorded.ts';

const { grantedBy, shown, aliases, ...columns } = getColumns(actors);
/** As JSON: its own aliases, then the names and aliases of those that are one with it, each once. */
export const aliasesOfWhole = sql<string>`case when exists (select 1 from actors other where other.shown = actors.key) then (
  select json_group_array(name) from (
    select name from (
      select value as name, 0 as actor, key as place from json_each(actors.aliases)
      union all select name, key, -1 from actors other where other.shown = actors.key
      union all select value, other.key, alias.key from actors other, json_each(other.aliases) alias
        where other.shown = actors.key
    ) where name <> actors.name group by name order by min(actor * 100000 + place)
  )) else actors.aliases end || ''`;

const fields = {
  place,
  ...columns,
  aliases: aliasesOfWhole,
  grantedByKey: shownActorOf<number | null>(grantedBy),
};

const named = alias(actors, 'named');

/** The rows of actors that are asked for by what they are called: with a name of their own, and all else of whom is shown. */
const asNamed = (chosen: Fields): Fields => ({
  ...chosen,
  ...('id' in chosen ? { id: named.id } : {}),
  ...('slug' in chosen ? { slug: named.slug } : {}),
});
const isShownForNamed = sql`${actors.key} = coalesce(${named.shown}, ${named.key})`;

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
export const actorsByKey = oneOfEach('actorsByKey', actorShape, {
  from: actors,
  on: (parent) => eq(actors.key, parent),
});

/**
 * The actors with these `keys`, which are public ids, in their order; one that is unknown or may not be seen has no key.
 * One for which another is shown keeps its own id and slug; all else, its key too, is the shown one's.
 */
export const actorsById = oneOfEach('actorsById', actorShape, {
  from: named,
  on: (parent) => eq(named.id, parent),
  to: { table: actors, on: and(isShownForNamed, isVisible) },
  as: asNamed,
});

/** The actors with these `keys`, in their order, each under the id and slug that it was recorded with. */
export const actorsAsRecorded = oneOfEach('actorsAsRecorded', actorShape, {
  from: named,
  on: (parent) => eq(named.key, parent),
  to: { table: actors, on: isShownForNamed },
  as: asNamed,
});

/** Those that are one with each of `keys`, which are shown, in the order of the record. */
export const actorsMergedInto = allOfEach('actorsMergedInto', actorShape, {
  from: named,
  on: (parent) => eq(named.shown, parent),
  to: { table: actors, on: eq(actors.key, named.shown) },
  orderBy: named.key,
  as: asNamed,
});

/** The actor that a reference at the path `by` names. */
export const actorNamed = (by: ActorReference) =>
  query(`actorNamed ${flatten(by, 'by').shape}`, actorShape, (chosen) =>
    select(chosen)
      .from(actors)
      .where(and(eq(actors.key, actorKey(by, 'by')), isVisible)),
  );

/** The key of the actor that a reference at the path `by` names, whoever is shown for it. */
export const keyAsNamed = (by: ActorReference) =>
  statement(
    select({ key: actors.key })
      .from(actors)
      .where(and(namedBy(by, 'by'), isVisible)),
  );

/** By key of the filter, what actors must meet. */
export const actorConditions = {
  kind: equal(actors.kind),
  grantedBy: (by: ActorReference, { path }: ConditionPlace) =>
    isOneWithActor(actors.grantedBy, actorKey(by, path)),
  ...recorded(actors, actors),
};

/** Selects actors. */
export type ActorFilter = FilterBy<typeof actorConditions>;

/** What a list of actors is asked for by. */
export interface ActorQuestion {
  readonly filter: ActorFilter;
  readonly order: Order;
  /** Whether actors that a machine drafted may be in it. */
  readonly seesDrafts: boolean;
}

/** All actors that the question is for. */
export function actorList({ filter, order, seesDrafts }: ActorQuestion): Source {
  // Of drafts there may be any number between two that are none: past them an index leads in the order of the record alone.
  const isIndexed = !seesDrafts && order.by === null && keysGiven(filter).length === 0;
  const isSeen = sql`${isIndexed ? sql`` : sql`+`}${actors.review} = 'VERIFIED'`;
  return {
    ...filtered(seesDrafts ? 'actors and drafts' : 'actors', filter),
    table: actors,
    from: actors,
    key: actors.key,
    isIndexed,
    where: () => [
      // Each order is read along its own index: the plus keeps this from leading to another.
      sql`+${actors.shown} is null`,
      seesDrafts ? isNamed : isSeen,
      ...conditionsFor(actorConditions, filter, { path: 'filter' }),
    ],
  };
}

/** Actors by name, or as they were recorded. */
export function actorOrder(field: 'NAME' | 'RECORDED_AT', descending: boolean): Order {
  if (field === 'NAME') return { by: actors.name, column: 'name', descending };
  return { by: null, column: null, descending };
}
