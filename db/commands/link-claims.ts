import {
  assertLinkFits,
  type ClaimLinkContent,
  type ClaimLinkInput,
  claimLinkContent,
  claimLinkOnRecord,
} from '../rules/claim-link-content.ts';
import { claimLinks } from '../tables/claim-link.ts';
import { insertRow } from '../write/insert.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { newId } from './new-name.ts';
import { recordViewOf } from './reference.ts';
import { touchClaimsLinked } from './touch-claims.ts';
import { unchanged } from './unchanged.ts';

/** Puts a judged relation between two claims on record. */
export async function linkClaims(tx: WriteTx, input: ClaimLinkInput): Promise<Recorded> {
  const view = await recordViewOf(tx, (names) => names.claimLink(input));
  const content = claimLinkContent(input, view);
  const known = claimLinkOnRecord(content, view);
  if (known !== null) return unchanged(tx, { noun: 'link', key: known.key, id: known.id });
  assertLinkFits(content, view);
  return insertLink(tx, content);
}

async function insertLink(tx: WriteTx, content: ClaimLinkContent): Promise<Recorded> {
  const { kind, judgement, revokedReason } = content;
  const ends = { from: content.from.key, to: content.to.key };
  const at = tx.tick();
  const revokedAt = revokedReason === null ? null : tx.tick();
  const id = newId('link', at);
  const row = { ...content, ...ends, id, recordedAt: at, revokedAt };
  const key = await insertRow(tx, claimLinks, row);
  const claims = [ends.from, ends.to];
  const event = { noun: 'link', subject: key, claims, visibility: 'PUBLIC' } as const;
  const seq = tx.append({ ...event, type: 'CLAIMS_LINKED', at, payload: {} });
  if (revokedAt !== null) {
    const payload = { reason: revokedReason };
    tx.append({ ...event, type: 'CLAIM_LINK_REVOKED', at: revokedAt, payload });
  }
  if (judgement === 'CONFIRMED' && revokedAt === null) {
    await touchClaimsLinked(tx, { kind, ...ends });
  }
  return { noun: 'link', key, id, created: true, seq };
}
