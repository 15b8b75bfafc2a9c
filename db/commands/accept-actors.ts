import { eq, sql } from 'drizzle-orm';
import { actors } from '../tables/actor.ts';
import type { WriteTx } from '../write/transaction.ts';

/**
 * Shows everyone the actors of these keys that are drafts, and those who granted them anonymity: something verified
 * rests on them. Called before the moment of the change that needs it.
 */
export async function acceptActors(
  tx: WriteTx,
  keys: readonly (number | null | undefined)[],
): Promise<void> {
  const known = keys.filter((key) => key !== null && key !== undefined);
  if (known.length === 0) return;
  const drafted = await tx.drizzle
    .select({ key: actors.key, grantedBy: actors.grantedBy })
    .from(actors)
    .where(
      sql`${actors.key} in (select value from json_each(${JSON.stringify(known)})) and ${actors.review} = 'DRAFT'`,
    );
  await acceptActors(
    tx,
    drafted.map(({ grantedBy }) => grantedBy),
  );
  for (const { key } of drafted) {
    await tx.drizzle.update(actors).set({ review: 'VERIFIED' }).where(eq(actors.key, key));
    tx.append({
      type: 'ACTOR_ADDED',
      noun: 'actor',
      subject: key,
      at: tx.tick(),
      visibility: 'PUBLIC',
      payload: {},
    });
  }
}
