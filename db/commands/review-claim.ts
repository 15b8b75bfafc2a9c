import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Review } from '../rules/vocabulary.ts';
import { claims } from '../tables/claim.ts';
import { reviewLog } from '../tables/review.ts';
import { stances } from '../tables/stance.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';

interface ClaimReviewed {
  readonly key: number;
  readonly review: Review;
  readonly text: string;
}

/** Rejects a draft claim that no stance is left on, as of the moment at which the last one was rejected or moved. */
export async function rejectIdleClaim(tx: WriteTx, key: number, at: number): Promise<void> {
  const claim = await claimReviewed(tx, key);
  if (claim.review !== 'DRAFT') return;
  const [left] = await tx.drizzle
    .select({ key: stances.key })
    .from(stances)
    .where(and(eq(stances.claim, key), ne(stances.review, 'REJECTED'), isNull(stances.withdrawnAt)))
    .limit(1);
  if (left === undefined) await reviewClaim(tx, claim, { review: 'REJECTED', at });
}

/** How a claim was judged. */
export async function claimReviewed(tx: WriteTx, key: number): Promise<ClaimReviewed> {
  const [claim] = await tx.drizzle
    .select({ key: claims.key, review: claims.review, text: claims.text })
    .from(claims)
    .where(eq(claims.key, key));
  if (claim === undefined) throw new Error(`There is no claim ${key}.`);
  return claim;
}

/** Judges a claim as of a moment; one that is judged so already is not judged again. */
export async function reviewClaim(
  tx: WriteTx,
  { key, review: before }: Omit<ClaimReviewed, 'text'>,
  { review, at }: { readonly review: Review; readonly at: number },
): Promise<void> {
  if (review === before) return;
  await tx.drizzle
    .update(claims)
    .set({ review })
    .where(eq(claims.key, key))
    .returning({ key: claims.key });
  await insertRows(tx, reviewLog, [
    { claim: key, stance: null, review, reason: null, by: tx.author.token, recordedAt: at },
  ]);
}
