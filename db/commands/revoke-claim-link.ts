import { eq } from 'drizzle-orm';
import { AlreadyWithdrawn, NotOnRecord } from '../rules/errors.ts';
import { textField } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import { claimLinks } from '../tables/claim-link.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { idOf } from './reference.ts';
import { touchClaimsLinked } from './touch-claims.ts';

export interface RevokeClaimLinkInput {
  readonly link: Ref;
  readonly reason: string;
}

/** Takes back a link between claims. It stays readable. */
export async function revokeClaimLink(tx: WriteTx, input: RevokeClaimLinkInput): Promise<Recorded> {
  const id = idOf(input.link, ['link']);
  const revokedReason = textField(input.reason, ['reason']);
  const [link] = await tx.drizzle.select().from(claimLinks).where(eq(claimLinks.id, id));
  const named = { noun: 'link', reference: id };
  if (link === undefined) throw new NotOnRecord(named, ['link']);
  if (link.revokedAt !== null) throw new AlreadyWithdrawn(named, ['link']);

  const at = tx.tick();
  await tx.drizzle
    .update(claimLinks)
    .set({ revokedAt: at, revokedReason })
    .where(eq(claimLinks.key, link.key));
  const seq = tx.append({
    type: 'CLAIM_LINK_REVOKED',
    noun: 'link',
    subject: link.key,
    claims: [link.from, link.to],
    at,
    visibility: 'PUBLIC',
    payload: { reason: revokedReason },
  });
  if (link.judgement === 'CONFIRMED') await touchClaimsLinked(tx, link);
  return { noun: 'link', key: link.key, id, created: false, seq };
}
