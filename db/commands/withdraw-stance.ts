import { AlreadyWithdrawn } from '../rules/errors.ts';
import { textField } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { markStanceWithdrawn } from './mark-withdrawn.ts';
import { stanceAt } from './reference.ts';

export interface WithdrawStanceInput {
  readonly stance: Ref;
  readonly reason: string;
}

/** Takes a stance that the record had wrong out of the standing. It stays readable. */
export async function withdrawStance(tx: WriteTx, input: WithdrawStanceInput): Promise<Recorded> {
  const stance = await stanceAt(tx, input.stance, ['stance']);
  const reason = textField(input.reason, ['reason']);
  if (stance.withdrawnAt !== null) {
    throw new AlreadyWithdrawn({ noun: 'stance', reference: stance.slug }, ['stance']);
  }
  const seq = await markStanceWithdrawn(tx, stance, reason);
  return { noun: 'stance', key: stance.key, id: stance.id, created: false, seq };
}
