import { eq } from 'drizzle-orm';
import { insertRows } from '../insert.ts';
import { AlreadyWithdrawn } from '../rules/errors.ts';
import type { Review } from '../rules/vocabulary.ts';
import { claims } from '../tables/claim.ts';
import { reviewLog } from '../tables/review.ts';
import { stances } from '../tables/stance.ts';
import type { Recorded, WriteTx } from '../transaction.ts';
import { optionalText, type Unknown } from './field.ts';
import { type Ref, stanceAt } from './reference.ts';
import { unchanged } from './unchanged.ts';
import { assertNotRejected, verifyClaim } from './verify-claim.ts';
import { visibilityOf } from './visibility.ts';

export interface ReviewStanceInput {
  readonly stance: Ref;
  readonly review: Review;
  readonly reason?: Unknown<string>;
}

/** Judges a stance. Accepting one on a draft claim verifies the claim, too. */
export async function reviewStance(tx: WriteTx, input: ReviewStanceInput): Promise<Recorded> {
  const stance = await stanceAt(tx, input.stance, ['stance']);
  const { key, id, slug } = stance;
  const reason = optionalText(input.reason, ['reason']);
  if (stance.withdrawnAt !== null) {
    throw new AlreadyWithdrawn({ noun: 'stance', reference: slug }, ['stance']);
  }
  const { review } = input;
  if (stance.review === review) return unchanged(tx, { noun: 'stance', key, id });

  const at = tx.tick();
  if (review === 'VERIFIED') await acceptClaim(tx, stance.claim, at);
  await tx.drizzle.update(stances).set({ review }).where(eq(stances.key, key));
  await insertRows(tx.drizzle, reviewLog, [
    { claim: null, stance: key, review, reason, by: tx.author.token, recordedAt: at },
  ]);
  const seq = tx.append({
    type: 'STANCE_REVIEWED',
    noun: 'stance',
    subject: key,
    at,
    visibility: visibilityOf(review === 'VERIFIED'),
    payload: { review, before: stance.review, reason },
  });
  tx.touch(stance.claim);
  return { noun: 'stance', key, id, created: false, seq };
}

async function acceptClaim(tx: WriteTx, key: number, at: number): Promise<void> {
  const [claim] = await tx.drizzle
    .select({ key: claims.key, review: claims.review })
    .from(claims)
    .where(eq(claims.key, key));
  if (claim === undefined) throw new Error(`There is no claim ${key}.`);
  assertNotRejected(claim.review, ['stance']);
  await verifyClaim(tx, claim, at);
}
