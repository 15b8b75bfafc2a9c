import { eq, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { flatten } from '../read/filter.ts';
import type { Order, Source } from '../read/page.ts';
import { among, place, query, select } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { stances } from '../tables/stance.ts';
import { isNarrow, type StanceFilter, stanceConditions, visibleStances } from './stance-filter.ts';

const fields = {
  place,
  key: stances.key,
  id: stances.id,
  slug: stances.slug,
  claimKey: stances.claim,
  actorKey: stances.actor,
  kind: stances.kind,
  polarity: stances.polarity,
  certainty: stances.certainty,
  saidAt: stances.saidAt,
  saidOn: stances.saidOn,
  saidPhrase: stances.saidPhrase,
  saidInKey: stances.saidIn,
  note: stances.note,
  hearsay: stances.hearsay,
  carrierRetracted: stances.carrierRetracted,
  review: stances.review,
  recordedAt: stances.recordedAt,
  withdrawnAt: stances.withdrawnAt,
  withdrawnReason: stances.withdrawnReason,
  saidAscending: stances.saidAscending,
  saidDescending: stances.saidDescending,
};

/** A stance as the record holds it. */
export type StanceOnRecord = RowOf<typeof fields>;
export const stanceShape = rowShape(fields, 'stance');

/** The stances with these `keys`, in their order, whoever may see them. */
export const stancesByKey = query('stancesByKey', stanceShape, (chosen) =>
  select(chosen).from(among).leftJoin(stances, eq(stances.key, among.parent)),
);

/** The stances with these `keys`, which are public ids, in their order; one that is unknown or, unless `sees`, unverified, has no key. */
export const stancesById = query('stancesById', stanceShape, (chosen) =>
  select(chosen)
    .from(among)
    .leftJoin(
      stances,
      sql`${stances.id} = ${among.parent} and (${sql.placeholder('seesDrafts')} or (
        ${stances.review} = 'VERIFIED' and exists (
          select 1 from claims where key = ${stances.claim} and public_at is not null and review = 'VERIFIED'
        )
      ))`,
    ),
);

/** Stances as they were taken, those of unknown time last, or as they were recorded. */
export function stanceOrder(field: 'RECORDED_AT' | 'SAID_AT', descending: boolean): Order {
  if (field === 'RECORDED_AT') return { by: null, column: null, descending };
  return descending
    ? { by: stances.saidDescending, column: 'saidDescending', descending }
    : { by: stances.saidAscending, column: 'saidAscending', descending };
}

/** All stances that the filter selects; its values are arguments by the path `filter`. */
export function stanceList(filter: StanceFilter, order: Order): Source {
  return { ...stancesWhere('stances', filter, { order }), isNarrow: isNarrow(filter) };
}

/** The stances on each of `keys`, which are claims. */
export const stancesOnClaims = (filter: StanceFilter): Source =>
  stancesWhere('stancesOnClaims', filter, { parent: stances.claim });

/** The stances of each of `keys`, which are actors. */
export const stancesOfActors = (filter: StanceFilter): Source =>
  stancesWhere('stancesOfActors', filter, { parent: stances.actor });

function stancesWhere(
  name: string,
  filter: StanceFilter,
  { order, parent }: { readonly order?: Order; readonly parent?: SQLiteColumn },
): Source {
  return {
    name: `${name} ${flatten(filter, 'filter').shape}`,
    table: stances,
    from: stances,
    key: stances.key,
    where: () => [
      parent && eq(parent, among.parent),
      ...visibleStances(stances, filter, 'filter'),
      ...stanceConditions(stances, filter, { path: 'filter', order }),
    ],
  };
}
