import { claimJudged, stanceLeft } from '../queries/review.ts';
import type { Review } from '../rules/vocabulary.ts';
import { claims } from '../tables/claim.ts';
import { reviewLog } from '../tables/review.ts';
import { addRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { updateRow } from '../write/update.ts';

interface ClaimReviewed {
  readonly key: number;
  readonly review: Review;
  readonly text: string;
}

/** Rejects a draft claim that no stance is left on, as of the moment at which the last one was rejected or moved. */
export async function rejectIdleClaim(tx: WriteTx, key: number, at: number): Promise<void> {
  const claim = await claimReviewed(tx, key);
  if (claim.review !== 'DRAFT') return;
  const [left] = await tx.reader.read(stanceLeft, { claim: key });
  if (left === undefined) await reviewClaim(tx, claim, { review: 'REJECTED', at });
}

/** How a claim was judged. */
export async function claimReviewed(tx: WriteTx, key: number): Promise<ClaimReviewed> {
  const [claim] = await tx.reader.read(claimJudged, { claim: key });
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
  await updateRow(tx, claims, { key, set: { review } });
  await addRows(tx, reviewLog, [
    { claim: key, stance: null, review, reason: null, by: tx.author.token, recordedAt: at },
  ]);
}
