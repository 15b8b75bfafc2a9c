import { type StanceOnClaimInput, stanceOnClaim, stanceOnRecord } from '../rules/stance-content.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { insertStance } from './insert-stance.ts';
import { recordViewOf } from './reference.ts';
import { unchanged } from './unchanged.ts';

/** Puts on record how an actor stands to a claim. The same slug with the same content is on record already. */
export async function recordStance(tx: WriteTx, input: StanceOnClaimInput): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.stanceOnClaim(input));
  const content = stanceOnClaim(input, view);
  const known = stanceOnRecord(content, view);
  if (known !== null) return unchanged(tx, { noun: 'stance', key: known.key, id: known.id });
  return insertStance(tx, content, { claim: view.claim(input.claim, ['claim']), view });
}
