import type { ClaimDraft } from '../extractor.ts';
import { affirmed } from './affirmed.ts';
import type { Claim } from './claim.ts';
import { isNegation } from './claim-entries.ts';
import { type Event, eventOf, isSameEvent } from './event.ts';
import { isSameMatter, matterOf } from './matter.ts';
import { farthest } from './pointed.ts';
import type { Said } from './said.ts';

/** A claim on the same matter, or of the same event, that somebody else made before. */
export function inCirculation(
  said: readonly Said[],
  actor: string,
  { text }: Claim,
): ClaimDraft | undefined {
  const matter = matterOf(text);
  const event = isNegation(text) ? eventOf(affirmed(text)) : undefined;
  const isSame = (one: Said) =>
    isSameMatter(one.matter, matter) || (event !== undefined && isOfEvent(one.claim, event));
  return said
    .slice(-farthest)
    .findLast((one) => one.actor !== actor && one.claim.kind === 'FACT' && isSame(one))?.claim;
}

function isOfEvent({ text }: ClaimDraft, event: Event): boolean {
  const told = isNegation(text) ? undefined : eventOf(text);
  return told !== undefined && isSameEvent(told, event);
}
