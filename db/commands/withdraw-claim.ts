import { AlreadyWithdrawn } from '../rules/errors.ts';
import { textField } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { markClaimWithdrawn } from './mark-withdrawn.ts';
import { claimAt } from './reference.ts';

export interface WithdrawClaimInput {
  readonly claim: Ref;
  readonly reason: string;
}

/** Takes a claim that the record had wrong out of its lists. It stays readable. */
export async function withdrawClaim(tx: WriteTx, input: WithdrawClaimInput): Promise<Recorded> {
  const claim = await claimAt(tx, input.claim, ['claim']);
  const reason = textField(input.reason, ['reason']);
  if (claim.withdrawnAt !== null) {
    throw new AlreadyWithdrawn({ noun: 'claim', reference: claim.slug }, ['claim']);
  }
  const seq = await markClaimWithdrawn(
    tx,
    { key: claim.key, isPublic: claim.publicAt !== null },
    reason,
  );
  return { noun: 'claim', key: claim.key, id: claim.id, created: false, seq };
}
