import { type ClaimInput, claimContent, claimOnRecord } from '../rules/claim-content.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { insertClaim } from './insert-claim.ts';
import { recordViewOf } from './reference.ts';
import { tellClaim } from './tell-claim.ts';
import { unchanged } from './unchanged.ts';

/** Puts a claim on record, with its first stances. The same slug with the same content is on record already. */
export async function recordClaim(tx: WriteTx, input: ClaimInput): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.claim(input));
  const content = claimContent(input, view);
  const known = claimOnRecord(content, view);
  if (known !== null) return unchanged(tx, { noun: 'claim', key: known.key, id: known.id });

  const told = await tellClaim(tx, content, view);
  await insertClaim(tx, content, told);
  const { key, id, seq } = told.claim;
  return { noun: 'claim', key, id, created: true, seq };
}
