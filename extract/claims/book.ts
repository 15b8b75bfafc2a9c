import type { ClaimDraft, ExtractInput } from '../extractor.ts';
import type { StanceKind } from '../stances/kinds.ts';
import type { Claim } from './claim.ts';
import { type ClaimEntries, openClaimEntries } from './claim-entries.ts';
import type { EarlierStatements } from './pointed.ts';
import type { Said } from './said.ts';

/** The claims of an article so far, and those that later words may point at. */
export interface ClaimBook extends EarlierStatements {
  readonly entries: ClaimEntries;
  readonly said: Said[];
  /** The claims by the first word that they are made of. */
  readonly byPlace: Map<number, ClaimDraft>;
  reported: string | undefined;
  /** What each actor denied last. */
  readonly denied: Map<string, string>;
}

export function openClaimBook(claimsLike: ExtractInput['claimsLike']): ClaimBook {
  return {
    entries: openClaimEntries(claimsLike),
    said: [],
    byPlace: new Map(),
    reported: undefined,
    denied: new Map(),
  };
}

/** A claim, and how its holder stands to it where the article before makes that another kind. */
export interface Meant {
  /** Undefined where the words point at a claim that the text makes later. */
  readonly claim: string | undefined;
  readonly kind: StanceKind;
  /** What is meant where the text makes none: that the report is true. */
  readonly otherwise?: Claim;
  /** Another claim may be meant. */
  readonly isUnsure?: boolean;
  /** The text leaves it open which claim is meant. */
  readonly isUntold?: boolean;
  /** The words tell no claim themselves. */
  readonly isPointed?: boolean;
}
