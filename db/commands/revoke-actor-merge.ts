import { eq } from 'drizzle-orm';
import { AlreadyWithdrawn, NotOnRecord } from '../rules/errors.ts';
import { textField } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import { actorMerges } from '../tables/actor-merge.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { idOf } from './reference.ts';
import { showActors } from './show-actors.ts';

export interface RevokeActorMergeInput {
  readonly merge: Ref;
  readonly reason: string;
}

/** Takes back the judgement that two actors are one. It stays readable. */
export async function revokeActorMerge(
  tx: WriteTx,
  input: RevokeActorMergeInput,
): Promise<Recorded> {
  const id = idOf(input.merge, ['merge']);
  const revokedReason = textField(input.reason, ['reason']);
  const [merge] = await tx.drizzle.select().from(actorMerges).where(eq(actorMerges.id, id));
  const named = { noun: 'merge', reference: id };
  if (merge === undefined) throw new NotOnRecord(named, ['merge']);
  if (merge.revokedAt !== null) throw new AlreadyWithdrawn(named, ['merge']);

  const at = tx.tick();
  await tx.drizzle
    .update(actorMerges)
    .set({ revokedAt: at, revokedReason })
    .where(eq(actorMerges.key, merge.key));
  const seq = tx.append({
    type: 'ACTOR_MERGE_REVOKED',
    noun: 'merge',
    subject: merge.key,
    at,
    visibility: 'PUBLIC',
    payload: { reason: revokedReason },
  });
  if (merge.judgement === 'CONFIRMED') await showActors(tx, [merge.from, merge.into]);
  return { noun: 'merge', key: merge.key, id, created: false, seq };
}
