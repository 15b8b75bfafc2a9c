import { InputInvalid } from './errors.ts';

/**
 * Passes when a reader's confidence in a machine's reading is between 0 and 1, both included.
 * @throws InputInvalid
 */
export function assertConfidence(confidence: number, path: readonly string[]): void {
  if (!(confidence >= 0 && confidence <= 1)) {
    throw new InputInvalid(`The confidence ${confidence} is not between 0 and 1.`, path);
  }
}
