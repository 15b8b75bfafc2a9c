import { InputInvalid } from './errors.ts';
import type { Path } from './reference.ts';
import type { Review } from './vocabulary.ts';

/**
 * Passes when a claim so reviewed may have a verified stance.
 * @throws InputInvalid
 */
export function assertNotRejected(review: Review | null, path: Path): void {
  if (review === 'REJECTED') {
    throw new InputInvalid('A claim that was rejected takes no verified stance.', path);
  }
}
