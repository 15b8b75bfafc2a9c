import { actorsInDraft } from '../queries/review.ts';
import { actors } from '../tables/actor.ts';
import type { WriteTx } from '../write/transaction.ts';
import { updateRow } from '../write/update.ts';

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
  const drafted = await tx.reader.read(actorsInDraft, { actors: JSON.stringify(known) });
  await acceptActors(
    tx,
    drafted.map(({ grantedBy }) => grantedBy),
  );
  for (const { key } of drafted) {
    await updateRow(tx, actors, { key, set: { review: 'VERIFIED' } });
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
