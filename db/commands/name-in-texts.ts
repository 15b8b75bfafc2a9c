import { eq } from 'drizzle-orm';
import { namesInTexts } from '../rules/actor.ts';
import { type ActorRow, actorNames } from '../tables/actor.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';

type Called = Pick<ActorRow, 'key' | 'name' | 'aliases' | 'description'>;

/** Makes an actor findable in texts that name it, by its present name and aliases, and by no others. */
export async function nameInTexts(tx: WriteTx, actor: Called): Promise<void> {
  await tx.drizzle.delete(actorNames).where(eq(actorNames.actor, actor.key));
  await nameNewInTexts(tx, [actor]);
}

/** The same of actors that were not findable before. */
export async function nameNewInTexts(tx: WriteTx, actors: readonly Called[]): Promise<void> {
  await insertRows(
    tx,
    actorNames,
    actors.flatMap(({ key, ...called }) =>
      [...namesInTexts(called)].map((name) => ({ name, actor: key })),
    ),
  );
}
