import { assertPeriod } from '../rules/date.ts';
import type { ClaimKind, Review } from '../rules/vocabulary.ts';
import type { ClaimRow } from '../tables/claim.ts';
import {
  languageField,
  optionalDate,
  optionalText,
  textField,
  textList,
  type Unknown,
} from './field.ts';
import { differingKeys } from './unchanged.ts';

/** A claim by itself. */
export interface ClaimInput {
  readonly text: string;
  readonly kind: ClaimKind;
  readonly language: string;
  readonly topics?: Unknown<readonly string[]>;
  readonly happenedFrom?: Unknown<string>;
  readonly happenedUntil?: Unknown<string>;
  readonly review?: Unknown<Review>;
  /** Given where the claim was withdrawn before it came here. */
  readonly withdrawn?: Unknown<{ readonly reason: string }>;
}

/** A claim that may be recorded. */
export interface ClaimContent
  extends Pick<
    ClaimRow,
    'text' | 'kind' | 'language' | 'topics' | 'happenedFrom' | 'happenedUntil' | 'review'
  > {
  readonly withdrawnReason: string | null;
}

export function claimContent(input: ClaimInput): ClaimContent {
  const content = {
    text: textField(input.text, ['text']),
    kind: input.kind,
    language: languageField(input.language, ['language']),
    topics: textList(input.topics, ['topics']),
    happenedFrom: optionalDate(input.happenedFrom, ['happenedFrom']),
    happenedUntil: optionalDate(input.happenedUntil, ['happenedUntil']),
    review: input.review ?? 'VERIFIED',
    withdrawnReason: optionalText(input.withdrawn?.reason, ['withdrawn', 'reason']),
  };
  const period = [content.happenedFrom, content.happenedUntil] as const;
  assertPeriod(period, ['happenedFrom', 'happenedUntil'], []);
  return content;
}

/** The keys in which a claim on record is another than the one given. */
export function claimDifferences(
  known: ClaimRow,
  firstReview: Review | undefined,
  given: ClaimContent,
): string[] {
  const { review, withdrawnReason, ...content } = given;
  const keys = differingKeys(known, content);
  // What was judged or withdrawn since is no other content.
  if (review !== known.review && review !== firstReview) keys.push('review');
  if (withdrawnReason !== null && withdrawnReason !== known.withdrawnReason) keys.push('withdrawn');
  return keys;
}
