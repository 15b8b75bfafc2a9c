import { eq } from 'drizzle-orm';
import { insertRows } from '../insert.ts';
import { InputInvalid } from '../rules/errors.ts';
import type { Review } from '../rules/vocabulary.ts';
import { claims } from '../tables/claim.ts';
import { reviewLog } from '../tables/review.ts';
import type { WriteTx } from '../transaction.ts';

/**
 * Passes when a claim so reviewed may have a verified stance.
 * @throws InputInvalid
 */
export function assertNotRejected(review: Review, path: readonly string[]): void {
  if (review === 'REJECTED') {
    throw new InputInvalid('A claim that was rejected takes no verified stance.', path);
  }
}

/** Verifies a draft claim, as of the moment at which a stance on it was accepted. */
export async function verifyClaim(
  tx: WriteTx,
  { key, review }: { readonly key: number; readonly review: Review },
  at: number,
): Promise<void> {
  if (review === 'VERIFIED') return;
  await tx.drizzle.update(claims).set({ review: 'VERIFIED' }).where(eq(claims.key, key));
  await insertRows(tx.drizzle, reviewLog, [
    {
      claim: key,
      stance: null,
      review: 'VERIFIED',
      reason: null,
      by: tx.author.token,
      recordedAt: at,
    },
  ]);
}
