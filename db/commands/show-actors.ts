import { eq, sql } from 'drizzle-orm';
import { actorsJoined, mergesAmong } from '../queries/actor-merge.ts';
import { shownActors } from '../rules/shown.ts';
import { actors } from '../tables/actor.ts';
import type { WriteTx } from '../write/transaction.ts';
import { touchClaimsNaming } from './touch-claims.ts';

/**
 * Stores who is shown for these actors and for all that are one with them, now that merges of them were judged or taken
 * back, and touches the claims that name them.
 */
export async function showActors(tx: WriteTx, named: readonly number[]): Promise<void> {
  const joined = await tx.reader.read(actorsJoined, { actors: JSON.stringify(named) });
  const keys = JSON.stringify(joined.map(({ key }) => key));
  const merges = await tx.reader.read(mergesAmong, { actors: keys });
  const shownOf = shownActors(merges, null);
  const changed = joined.flatMap(({ key, shown }) => {
    const now = shownOf(key);
    const before = shown ?? key;
    return now === before ? [] : [[key, now === key ? null : now, now, before]];
  });
  if (changed.length === 0) return;
  const rows = JSON.stringify(changed);
  await tx.drizzle.run(sql`
    update actors set shown = row ->> 1
    from (select value as row from json_each(${rows})) where actors.key = row ->> 0`);
  await tx.drizzle.run(sql`
    update articles set shown_outlet = row ->> 2
    from (select value as row from json_each(${rows})) 
    where articles.shown_outlet = row ->> 3 and articles.outlet = row ->> 0`);
  // Who is shown for those whose names changed, and who was.
  await touchClaimsNaming(tx, [
    ...new Set([...joined.map(({ key }) => key), ...joined.flatMap(({ shown }) => shown ?? [])]),
  ]);
}

/** Who is shown for an actor. */
export async function shownActor(tx: WriteTx, actor: number): Promise<number> {
  const [row] = await tx.drizzle
    .select({ shown: actors.shown })
    .from(actors)
    .where(eq(actors.key, actor));
  return row?.shown ?? actor;
}
