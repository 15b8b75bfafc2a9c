import { inArray } from 'drizzle-orm';
import { namesInTexts } from '../rules/actor.ts';
import { type ActorRow, actorNames } from '../tables/actor.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';

/** Makes actors findable in texts that name them, by their present names and aliases. */
export async function nameInTexts(
  tx: WriteTx,
  actors: readonly Pick<ActorRow, 'key' | 'name' | 'aliases' | 'description'>[],
): Promise<void> {
  const keys = actors.map(({ key }) => key);
  await tx.drizzle.delete(actorNames).where(inArray(actorNames.actor, keys));
  await insertRows(
    tx.drizzle,
    actorNames,
    actors.flatMap(({ key, ...called }) =>
      [...namesInTexts(called)].map((name) => ({ name, actor: key })),
    ),
  );
}
