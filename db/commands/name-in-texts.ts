import { eq } from 'drizzle-orm';
import { namesInTexts } from '../rules/actor.ts';
import { type ActorRow, actorNames } from '../tables/actor.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';

type Called = Pick<ActorRow, 'key' | 'name' | 'aliases' | 'description'>;

/** Makes an actor findable in texts that name it, by its present name and aliases, and by no others. */
export async function nameInTexts(tx: WriteTx, actor: Called): Promise<void> {
  await tx.drizzle.delete(actorNames).where(eq(actorNames.actor, actor.key));
  await nameNewInTexts(tx, actor);
}

/** The same of an actor that was not findable before. */
export async function nameNewInTexts(tx: WriteTx, { key, ...called }: Called): Promise<void> {
  await insertRows(
    tx,
    actorNames,
    [...namesInTexts(called)].map((name) => ({ name, actor: key })),
  );
}
