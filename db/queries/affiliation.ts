import { eq, getColumns, sql } from 'drizzle-orm';
import type { Source } from '../read/page.ts';
import { oneOfEach, place } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { affiliations } from '../tables/affiliation.ts';
import { isOneWithActor, shownActorOf } from './key.ts';

const { actor, of, ...columns } = getColumns(affiliations);
const fields = { place, ...columns, actorKey: shownActorOf(actor), ofKey: shownActorOf(of) };

/** Between two that are one there is no affiliation. */
const isOfTwo = sql`${fields.actorKey} <> ${fields.ofKey}`;

/** An affiliation as the record holds it. */
export type AffiliationOnRecord = RowOf<typeof fields>;
export const affiliationShape = rowShape(fields, 'affiliation');

/** The affiliations with these `keys`, in their order. */
export const affiliationsByKey = oneOfEach('affiliationsByKey', affiliationShape, {
  from: affiliations,
  on: (parent) => eq(affiliations.key, parent),
});

/** The affiliations with these `keys`, which are public ids, in their order; an unknown one has no key. */
export const affiliationsById = oneOfEach('affiliationsById', affiliationShape, {
  from: affiliations,
  on: (parent) => eq(affiliations.id, parent),
});

/** What each of `keys`, which are actors, belongs to. */
export const affiliationsOfActors: Source = {
  name: 'affiliationsOfActors',
  table: affiliations,
  from: affiliations,
  key: affiliations.key,
  isIndexed: true,
  where: (parent) => [isOneWithActor(affiliations.actor, parent), isOfTwo],
};

/** Who belongs to each of `keys`, which are actors. */
export const affiliationsWithActors: Source = {
  name: 'affiliationsWithActors',
  table: affiliations,
  from: affiliations,
  key: affiliations.key,
  isIndexed: true,
  where: (parent) => [isOneWithActor(affiliations.of, parent), isOfTwo],
};
