import { eq } from 'drizzle-orm';
import { namesInTexts } from '../rules/actor.ts';
import { type ActorRow, actorNames } from '../tables/actor.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';

/** Makes an actor findable in texts that name it, by its present name and aliases. */
export async function nameInTexts(
  tx: WriteTx,
  { key, ...called }: Pick<ActorRow, 'key' | 'name' | 'aliases' | 'description'>,
): Promise<void> {
  await tx.drizzle.delete(actorNames).where(eq(actorNames.actor, key));
  await insertRows(
    tx,
    actorNames,
    [...namesInTexts(called)].map((name) => ({ name, actor: key })),
  );
}
