import { actorsJoined, mergesAmong, shownForActor } from '../queries/actor-merge.ts';
import { shownActors } from '../rules/shown.ts';
import type { WriteTx } from '../write/transaction.ts';
import { touchClaimsNaming } from './touch-claims.ts';

const updateShown = `
  update actors set shown = row ->> 1
  from (select value as row from json_each(?)) where actors.key = row ->> 0`;

const updateOutlets = `
  update articles set shown_outlet = row ->> 2
  from (select value as row from json_each(?))
  where articles.shown_outlet = row ->> 3 and articles.outlet = row ->> 0`;

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
  await tx.run(updateShown, [rows]);
  await tx.run(updateOutlets, [rows]);
  // Who is shown for those whose names changed, and who was.
  await touchClaimsNaming(tx, [
    ...new Set([...joined.map(({ key }) => key), ...joined.flatMap(({ shown }) => shown ?? [])]),
  ]);
}

/** Who is shown for an actor. */
export async function shownActor(tx: WriteTx, actor: number): Promise<number> {
  const [row] = await tx.reader.read(shownForActor, { actor });
  return row?.shown ?? actor;
}
