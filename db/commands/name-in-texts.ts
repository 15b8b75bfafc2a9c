import { sql } from 'drizzle-orm';
import { namesInTexts } from '../rules/actor.ts';
import { type ActorRow, actorNames } from '../tables/actor.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';

/** Makes actors findable in texts that name them, by their present names and aliases. */
export async function nameInTexts(
  tx: WriteTx,
  actors: readonly Pick<ActorRow, 'key' | 'name' | 'aliases' | 'description'>[],
): Promise<void> {
  const keys = JSON.stringify(actors.map(({ key }) => key));
  await tx.drizzle
    .delete(actorNames)
    .where(sql`${actorNames.actor} in (select value from json_each(${keys}))`);
  await insertRows(
    tx,
    actorNames,
    actors.flatMap(({ key, ...called }) =>
      [...namesInTexts(called)].map((name) => ({ name, actor: key })),
    ),
  );
}
