import { eq } from 'drizzle-orm';
import type { Review } from '../rules/vocabulary.ts';
import { articles, articleWithdrawals } from '../tables/article.ts';
import { claims } from '../tables/claim.ts';
import { evidence } from '../tables/evidence.ts';
import { stances } from '../tables/stance.ts';
import { insertRow } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { touchClaimsShownBy } from './touch-claims.ts';
import { visibilityOf } from './visibility.ts';

/** A stance that something of is withdrawn. */
export interface StanceOfWithdrawal {
  readonly key: number;
  readonly claim: number;
  readonly review: Review;
}

interface EvidenceOfWithdrawal {
  readonly key: number;
  readonly stance: StanceOfWithdrawal;
}

interface ClaimOfWithdrawal {
  readonly key: number;
  readonly isPublic: boolean;
}

interface Withdrawn {
  readonly at: number;
  readonly reason: string;
}

/** Withdraws a stance and tells the number of the event. */
export async function markStanceWithdrawn(
  tx: WriteTx,
  stance: StanceOfWithdrawal,
  withdrawnReason: string,
): Promise<number> {
  const at = tx.tick();
  await tx.drizzle
    .update(stances)
    .set({ withdrawnAt: at, withdrawnReason })
    .where(eq(stances.key, stance.key));
  return tellStanceWithdrawn(tx, stance, { at, reason: withdrawnReason });
}

/** Tells that a stance is withdrawn, and the number of the event. */
export function tellStanceWithdrawn(
  tx: WriteTx,
  { key, claim, review }: StanceOfWithdrawal,
  { at, reason }: Withdrawn,
): number {
  const seq = tx.append({
    type: 'STANCE_WITHDRAWN',
    noun: 'stance',
    subject: key,
    claims: [claim],
    at,
    visibility: visibilityOf(review === 'VERIFIED'),
    payload: { reason },
  });
  tx.touch(claim);
  return seq;
}

/** Withdraws a piece of a stance's evidence and tells the number of the event. */
export async function markEvidenceWithdrawn(
  tx: WriteTx,
  piece: EvidenceOfWithdrawal,
  withdrawnReason: string,
): Promise<number> {
  const at = tx.tick();
  await tx.drizzle
    .update(evidence)
    .set({ withdrawnAt: at, withdrawnReason })
    .where(eq(evidence.key, piece.key));
  return tellEvidenceWithdrawn(tx, piece, { at, reason: withdrawnReason });
}

/** Tells that a piece of evidence is withdrawn, and the number of the event. */
export function tellEvidenceWithdrawn(
  tx: WriteTx,
  { key, stance }: EvidenceOfWithdrawal,
  { at, reason }: Withdrawn,
): number {
  const seq = tx.append({
    type: 'EVIDENCE_WITHDRAWN',
    noun: 'evidence',
    subject: key,
    claims: [stance.claim],
    at,
    visibility: visibilityOf(stance.review === 'VERIFIED'),
    payload: { reason },
  });
  tx.touch(stance.claim);
  return seq;
}

/** Withdraws a claim and tells the number of the event. */
export async function markClaimWithdrawn(
  tx: WriteTx,
  claim: ClaimOfWithdrawal,
  withdrawnReason: string,
): Promise<number> {
  const at = tx.tick();
  await tx.drizzle
    .update(claims)
    .set({ withdrawnAt: at, withdrawnReason })
    .where(eq(claims.key, claim.key));
  return tellClaimWithdrawn(tx, claim, { at, reason: withdrawnReason });
}

/** Tells that a claim is withdrawn, and the number of the event. */
export function tellClaimWithdrawn(
  tx: WriteTx,
  { key, isPublic }: ClaimOfWithdrawal,
  { at, reason }: Withdrawn,
): number {
  const seq = tx.append({
    type: 'CLAIM_WITHDRAWN',
    noun: 'claim',
    subject: key,
    at,
    visibility: visibilityOf(isPublic),
    payload: { reason },
  });
  tx.touch(key);
  return seq;
}

/** Withdraws an article, until it is restored, and tells the number of the event. */
export async function markArticleWithdrawn(
  tx: WriteTx,
  article: number,
  reason: string,
): Promise<number> {
  const at = tx.tick();
  await tx.drizzle
    .update(articles)
    .set({ withdrawnAt: at, withdrawnReason: reason })
    .where(eq(articles.key, article));
  await insertRow(tx, articleWithdrawals, {
    article,
    reason,
    recordedAt: at,
    restoredAt: null,
  });
  const seq = tx.append({
    type: 'ARTICLE_WITHDRAWN',
    noun: 'article',
    subject: article,
    at,
    visibility: 'PUBLIC',
    payload: { reason },
  });
  await touchClaimsShownBy(tx, article);
  return seq;
}
