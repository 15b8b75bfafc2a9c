import { eq } from 'drizzle-orm';
import { insertRows } from '../insert.ts';
import { actorsOfStance } from '../queries/stance-content.ts';
import { AlreadyWithdrawn } from '../rules/errors.ts';
import type { Review } from '../rules/vocabulary.ts';
import { claims } from '../tables/claim.ts';
import { reviewLog } from '../tables/review.ts';
import { stances } from '../tables/stance.ts';
import type { Recorded, WriteTx } from '../transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { type DraftEdits, editDraft } from './edit-draft.ts';
import { optionalText, type Unknown } from './field.ts';
import { type Ref, stanceAt } from './reference.ts';
import { unchanged } from './unchanged.ts';
import { assertNotRejected, verifyClaim } from './verify-claim.ts';
import { visibilityOf } from './visibility.ts';

/** A judgement; with it, what is to be another in a draft that is accepted. */
export interface ReviewStanceInput extends DraftEdits {
  readonly stance: Ref;
  readonly review: Review;
  readonly reason?: Unknown<string>;
}

/**
 * Judges a stance. A draft can be edited as it is accepted; the event keeps what it was. Accepting one on a draft claim
 * verifies the claim, too, and shows everyone whom it names.
 */
export async function reviewStance(tx: WriteTx, input: ReviewStanceInput): Promise<Recorded> {
  const stance = await stanceAt(tx, input.stance, ['stance']);
  const { key, id, slug } = stance;
  const reason = optionalText(input.reason, ['reason']);
  if (stance.withdrawnAt !== null) {
    throw new AlreadyWithdrawn({ noun: 'stance', reference: slug }, ['stance']);
  }
  const { review } = input;
  const edited = await editDraft(tx, stance, input);
  if (stance.review === review) return unchanged(tx, { noun: 'stance', key, id });

  if (review === 'VERIFIED') await showActors(tx, key);
  const at = tx.tick();
  if (review === 'VERIFIED') await acceptClaim(tx, edited.claim, at);
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
    payload: { review, before: { review: stance.review, ...edited.before }, reason },
  });
  tx.touch(edited.claim);
  if (edited.claim !== stance.claim) tx.touch(stance.claim);
  return { noun: 'stance', key, id, created: false, seq };
}

async function showActors(tx: WriteTx, stance: number): Promise<void> {
  const named = await tx.reader.read(actorsOfStance, { stance });
  await acceptActors(
    tx,
    named.map(({ actor }) => actor),
  );
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
