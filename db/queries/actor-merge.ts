import { eq, getColumns } from 'drizzle-orm';
import { among, place, query, select } from '../read/query.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { actorMerges } from '../tables/actor-merge.ts';

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
