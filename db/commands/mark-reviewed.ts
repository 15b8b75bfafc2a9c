import type { StanceNamed } from '../queries/named.ts';
import type { Review } from '../rules/vocabulary.ts';
import { reviewLog } from '../tables/review.ts';
import { stances } from '../tables/stance.ts';
import { addRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { updateRow } from '../write/update.ts';
import { visibilityOf } from './visibility.ts';

interface StanceJudged {
  readonly review: Review;
  readonly reason: string | null;
  /** What was edited with the judgement, as it was before. */
  readonly before: object;
  readonly at: number;
  /** The claim that it is on by now. */
  readonly claim: number;
}

/** Judges a stance as of the moment `at` and tells the number of the event. */
export async function markStanceReviewed(
  tx: WriteTx,
  stance: Pick<StanceNamed, 'key' | 'review'>,
  { review, reason, before, at, claim }: StanceJudged,
): Promise<number> {
  const { key } = stance;
  await updateRow(tx, stances, { key, set: { review } });
  await addRows(tx, reviewLog, [
    { claim: null, stance: key, review, reason, by: tx.author.token, recordedAt: at },
  ]);
  return tx.append({
    type: 'STANCE_REVIEWED',
    noun: 'stance',
    subject: key,
    claims: [claim],
    at,
    visibility: visibilityOf(review === 'VERIFIED'),
    payload: { review, before: { review: stance.review, ...before }, reason },
  });
}
