import { affiliationsDrafted } from '../queries/review.ts';
import type { WriteTx } from '../write/transaction.ts';
import { recordAffiliation } from './record-affiliation.ts';

/**
 * Puts on record whom the actor of a stance speaks for, where a draft brought that along: not where the stance is another's
 * now, nor where an affiliation of both is on record, even one that has ended.
 */
export async function acceptAffiliations(tx: WriteTx, stance: number): Promise<void> {
  const drafted = await tx.reader.read(affiliationsDrafted, { stance });
  for (const { actor, of, role } of drafted)
    await recordAffiliation(tx, { actor: { id: actor }, of: { id: of }, kind: 'SPEAKS_FOR', role });
}
