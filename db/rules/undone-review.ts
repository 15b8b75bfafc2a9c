import { InputInvalid } from './errors.ts';
import type { RecordedStance } from './record-view.ts';
import { cited } from './sentence.ts';

/** Passes when there is a judgement of a draft to take back. @throws InputInvalid */
export function assertUndoable({
  firstReview,
  review,
  slug,
}: Pick<RecordedStance, 'firstReview' | 'review' | 'slug'>): void {
  if (firstReview !== 'DRAFT') {
    const because = `The stance ${cited(slug)} was never a draft: withdrawStance takes it off.`;
    throw new InputInvalid(because, ['stance']);
  }
  if (review === 'DRAFT') {
    throw new InputInvalid(`The draft ${cited(slug)} is not judged.`, ['stance']);
  }
}
