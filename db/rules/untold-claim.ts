import { ClaimRequired } from './errors.ts';

/** The words of a draft claim that stands for what somebody denies where the article does not tell it. */
export const untoldClaim = 'Something: what?';

export const isUntold = (text: string): boolean => text === untoldClaim;

/** Passes when a claim tells something, so that a stance on it may be accepted. @throws ClaimRequired */
export function assertTold(text: string, path: readonly string[]): void {
  if (isUntold(text)) throw new ClaimRequired(path);
}
