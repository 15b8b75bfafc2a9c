import { actorsOfStance } from '../queries/stance-content.ts';
import { assertNotRejected } from '../rules/claim-review.ts';
import { AlreadyWithdrawn } from '../rules/errors.ts';
import { optionalText, type Unknown } from '../rules/field.ts';
import type { Ref } from '../rules/reference.ts';
import { assertTold } from '../rules/untold-claim.ts';
import type { Review } from '../rules/vocabulary.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { acceptAffiliations } from './accept-affiliations.ts';
import { acceptAsEvidence } from './accept-as-evidence.ts';
import { concernedBy } from './concerned-by.ts';
import { type DraftEdits, editDraft } from './edit-draft.ts';
import { markStanceReviewed } from './mark-reviewed.ts';
import { stanceAt } from './reference.ts';
import { claimReviewed, rejectIdleClaim, reviewClaim } from './review-claim.ts';
import { unchanged } from './unchanged.ts';

/** A judgement; with it, what is to be another in a draft that is accepted. */
export interface ReviewStanceInput extends DraftEdits {
  readonly stance: Ref;
  readonly review: Review;
  readonly reason?: Unknown<string>;
  /** The stance on record of which the draft is only further evidence. */
  readonly evidenceOf?: Unknown<Ref>;
}

/**
 * Judges a stance. A draft can be edited as it is accepted; the event keeps what it was. Accepting one on a draft claim
 * verifies the claim, too, and shows everyone whom it names; a draft claim that is left without any is rejected.
 */
export async function reviewStance(tx: WriteTx, input: ReviewStanceInput): Promise<Recorded> {
  const stance = await stanceAt(tx, input.stance, ['stance']);
  const { key, id, slug } = stance;
  const reason = optionalText(input.reason, ['reason']);
  if (stance.withdrawnAt !== null) {
    throw new AlreadyWithdrawn({ noun: 'stance', reference: slug }, ['stance']);
  }
  const { review, evidenceOf } = input;
  const edited = await editDraft(tx, stance, input);
  if (evidenceOf) {
    return acceptAsEvidence(tx, stance, { evidenceOf, review, reason, before: edited.before });
  }
  if (stance.review === review) return unchanged(tx, { noun: 'stance', key, id });

  if (review === 'VERIFIED') {
    await showActors(tx, key, edited.claim);
    await acceptAffiliations(tx, key);
  }
  const at = tx.tick();
  const { before, claim } = edited;
  const seq = await markStanceReviewed(tx, stance, { review, reason, before, at, claim });
  await reviewClaimOf(tx, edited.claim, { review, before: stance.review, at });
  if (edited.claim !== stance.claim) await rejectIdleClaim(tx, stance.claim, at);
  tx.touch(edited.claim);
  if (edited.claim !== stance.claim) tx.touch(stance.claim);
  return { noun: 'stance', key, id, created: false, seq };
}

/** Shows everyone whom a stance and its claim name. */
async function showActors(tx: WriteTx, stance: number, claim: number): Promise<void> {
  const named = await tx.reader.read(actorsOfStance, { stance });
  const concerned = await concernedBy(tx, claim);
  await acceptActors(tx, [...named.map(({ actor }) => actor), ...concerned]);
}

/**
 * Judges the claim with a stance on it: one that was rejected with its last stance goes where that goes.
 * @throws InputInvalid where a stance is accepted on a claim that was rejected by itself; ClaimRequired where the claim tells nothing
 */
async function reviewClaimOf(
  tx: WriteTx,
  key: number,
  { review, before, at }: { readonly review: Review; readonly before: Review; readonly at: number },
): Promise<void> {
  const claim = await claimReviewed(tx, key);
  if (review === 'VERIFIED') assertTold(claim.text, ['claim']);
  if (review === 'REJECTED') return rejectIdleClaim(tx, key, at);
  if (before !== 'REJECTED' && review === 'VERIFIED') assertNotRejected(claim.review, ['stance']);
  const isBack = before === 'REJECTED' && claim.review === 'REJECTED';
  if (review === 'VERIFIED' || isBack) await reviewClaim(tx, claim, { review, at });
}
