import { and, eq } from 'drizzle-orm';
import { assertClaimLink } from '../rules/claim-link.ts';
import type { ClaimLinkKind } from '../rules/vocabulary.ts';
import { type ClaimLinkRow, claimLinks } from '../tables/claim-link.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { type Judged, type JudgedInput, judgedAlready, judgedBy } from './judged.ts';
import { newId } from './new-name.ts';
import { claimsAt, given, type Ref } from './reference.ts';
import { touchClaimsResting } from './touch-claims.ts';
import { unchanged } from './unchanged.ts';

export interface LinkClaimsInput extends JudgedInput {
  readonly from: Ref;
  readonly to: Ref;
  readonly kind: ClaimLinkKind;
}

/** Puts a judged relation between two claims on record. */
export async function linkClaims(tx: WriteTx, input: LinkClaimsInput): Promise<Recorded> {
  const [from, to] = await claimsAt(tx, given({ from: input.from, to: input.to }, []));
  if (from === undefined || to === undefined) throw new Error('A reference led nowhere.');
  const link = { from: from.key, to: to.key, kind: input.kind };
  assertClaimLink(link, []);
  const judged = judgedBy(input);
  const reference = `${from.slug} ${input.kind} ${to.slug}`;
  const known = judgedAlready(await linksBetween(tx, link), judged, { noun: 'link', reference });
  if (known !== null) return unchanged(tx, { noun: 'link', ...known });
  return insertLink(tx, link, judged);
}

async function insertLink(
  tx: WriteTx,
  link: Pick<ClaimLinkRow, 'from' | 'to' | 'kind'>,
  judged: Judged,
): Promise<Recorded> {
  const at = tx.tick();
  const revokedAt = judged.revokedReason === null ? null : tx.tick();
  const id = newId('link', at);
  const row = { ...link, ...judged, id, recordedAt: at, revokedAt };
  const key = await insertRow(tx.drizzle, claimLinks, row);
  const event = { noun: 'link', subject: key, visibility: 'PUBLIC' } as const;
  const seq = tx.append({ ...event, type: 'CLAIMS_LINKED', at, payload: {} });
  if (revokedAt !== null) {
    const payload = { reason: judged.revokedReason };
    tx.append({ ...event, type: 'CLAIM_LINK_REVOKED', at: revokedAt, payload });
  }
  const bears = link.kind === 'PRESUPPOSES' && judged.judgement === 'CONFIRMED';
  if (bears && revokedAt === null) await touchClaimsResting(tx, link.from);
  return { noun: 'link', key, id, created: true, seq };
}

function linksBetween(
  tx: WriteTx,
  { from, to, kind }: Pick<ClaimLinkRow, 'from' | 'to' | 'kind'>,
): Promise<ClaimLinkRow[]> {
  return tx.drizzle
    .select()
    .from(claimLinks)
    .where(and(eq(claimLinks.from, from), eq(claimLinks.to, to), eq(claimLinks.kind, kind)));
}
