import { asc, eq, getColumns, sql } from 'drizzle-orm';
import { among, place, placeholder, query, select } from '../read/query.ts';
import { statement } from '../read/read.ts';
import { type RowOf, rowShape } from '../read/row.ts';
import { actors } from '../tables/actor.ts';
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

/** `actors` and all that were ever judged one with them, and who is stored as shown for each. */
export const actorsJoined = statement(
  select({ key: actors.key, shown: actors.shown })
    .from(actors)
    .where(
      sql`${actors.key} in (
        with recursive joined(actor) as (
          select value from json_each(${placeholder('actors')})
          union
          select into_actor from joined join actor_merges on from_actor = actor where judgement = 'CONFIRMED'
          union
          select from_actor from joined join actor_merges on into_actor = actor where judgement = 'CONFIRMED'
        ) select actor from joined)`,
    )
    .orderBy(asc(actors.key)),
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
