import { and, eq, isNull } from 'drizzle-orm';
import { AlreadyWithdrawn, NotOnRecord } from '../rules/errors.ts';
import { textField } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { markEvidenceWithdrawn, markStanceWithdrawn } from './mark-withdrawn.ts';
import { idOf } from './reference.ts';

export interface WithdrawEvidenceInput {
  readonly evidence: Ref;
  readonly reason: string;
}

/** Takes back a piece of evidence. A stance that is left without any is withdrawn with it. */
export async function withdrawEvidence(
  tx: WriteTx,
  input: WithdrawEvidenceInput,
): Promise<Recorded> {
  const id = idOf(input.evidence, ['evidence']);
  const reason = textField(input.reason, ['reason']);
  const [found] = await tx.drizzle
    .select({ piece: evidence, stance: stances })
    .from(evidence)
    .innerJoin(stances, eq(stances.key, evidence.stance))
    .where(eq(evidence.id, id));
  const named = { noun: 'evidence', reference: id };
  if (found === undefined) throw new NotOnRecord(named, ['evidence']);
  const { piece, stance } = found;
  if (piece.withdrawnAt !== null) throw new AlreadyWithdrawn(named, ['evidence']);

  const seq = await markEvidenceWithdrawn(tx, { key: piece.key, stance }, reason);
  const isShown = await hasEvidence(tx, stance.key);
  if (stance.withdrawnAt === null && !isShown) await markStanceWithdrawn(tx, stance, reason);
  return { noun: 'evidence', key: piece.key, id, created: false, seq };
}

async function hasEvidence(tx: WriteTx, stance: number): Promise<boolean> {
  const left = await tx.drizzle
    .select({ key: evidence.key })
    .from(evidence)
    .where(and(eq(evidence.stance, stance), isNull(evidence.withdrawnAt)))
    .limit(1);
  return left.length > 0;
}
