import { assertNotRejected } from './claim-review.ts';
import { assertPeriod } from './date.ts';
import { assertSame, differingKeys } from './difference.ts';
import { Conflict, InputInvalid } from './errors.ts';
import { assertQuotable } from './evidence-content.ts';
import {
  type Because,
  eachField,
  eachOf,
  languageField,
  listOf,
  optionalDate,
  optionalText,
  textField,
  textList,
  type Unknown,
} from './field.ts';
import type { RecordedClaim, RecordView, ReferredActor } from './record-view.ts';
import type { Ref } from './reference.ts';
import { cited } from './sentence.ts';
import { slugField } from './slug.ts';
import {
  type StanceContent,
  type StanceInput,
  stanceContent,
  stanceDifferences,
} from './stance-content.ts';
import type { ClaimKind, Review } from './vocabulary.ts';

export interface ClaimInput {
  readonly slug?: Unknown<string>;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly language: string;
  readonly topics?: Unknown<readonly string[]>;
  /** The actors whom it bears on, and who could answer it. */
  readonly concerns?: Unknown<readonly Ref[]>;
  readonly happenedFrom?: Unknown<string>;
  readonly happenedUntil?: Unknown<string>;
  readonly review?: Unknown<Review>;
  /** Given where the claim was withdrawn before it came here. */
  readonly withdrawn?: Because;
  /** The first stances on it; unless they say otherwise, they are reviewed as the claim is. */
  readonly stances?: Unknown<readonly StanceInput[]>;
}

/** A claim that may be recorded, with its first stances. */
export interface ClaimContent {
  readonly slug: string | null;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly language: string;
  readonly topics: readonly string[];
  readonly concerns: readonly ReferredActor[];
  readonly happenedFrom: string | null;
  readonly happenedUntil: string | null;
  readonly review: Review;
  readonly withdrawnReason: string | null;
  readonly stances: readonly StanceContent[];
}

/** @throws RecordError */
export function claimContent(input: ClaimInput, view: RecordView): ClaimContent {
  const review = input.review ?? 'VERIFIED';
  const content = eachField<ClaimContent>({
    slug: () => slugField(input.slug, ['slug']),
    text: () => textField(input.text, ['text']),
    kind: () => input.kind,
    language: () => languageField(input.language, ['language']),
    topics: () => textList(input.topics, ['topics']),
    concerns: () => concernsOf(input.concerns, view),
    happenedFrom: () => optionalDate(input.happenedFrom, ['happenedFrom']),
    happenedUntil: () => optionalDate(input.happenedUntil, ['happenedUntil']),
    review: () => review,
    withdrawnReason: () => optionalText(input.withdrawn?.reason, ['withdrawn', 'reason']),
    stances: () => stancesOf(input.stances ?? [], review, view),
  });
  const period = [content.happenedFrom, content.happenedUntil] as const;
  assertPeriod(period, ['happenedFrom', 'happenedUntil'], []);
  return content;
}

/** The actors that are told, each once. @throws InputInvalid, NotOnRecord */
export function concernsOf(
  refs: Unknown<readonly Ref[]>,
  view: Pick<RecordView, 'actor'>,
): readonly ReferredActor[] {
  const slugs = new Set<string>();
  return eachOf(listOf(refs, ['concerns']), (ref, index) => {
    const path = ['concerns', String(index)];
    const actor = view.actor(ref, path);
    if (slugs.has(actor.slug))
      throw new InputInvalid(`The actor ${cited(actor.slug)} is named twice.`, path);
    slugs.add(actor.slug);
    return actor;
  });
}

function stancesOf(
  inputs: readonly StanceInput[],
  review: Review,
  view: RecordView,
): readonly StanceContent[] {
  const slugs = new Set<string>();
  return eachOf(inputs, (input, index) => {
    const path = ['stances', String(index)];
    const content = stanceContent(input, view, { path, review });
    if (content.review === 'VERIFIED') assertNotRejected(review, [...path, 'review']);
    const { slug } = content;
    if (slug === null) return content;
    if (slugs.has(slug))
      throw new InputInvalid(`The slug ${cited(slug)} is given twice.`, [...path, 'slug']);
    slugs.add(slug);
    return content;
  });
}

/**
 * The claim on record that this one is, with all of its stances.
 * @throws Conflict when it has other content there, or another claim has a stance of that slug
 */
export function claimOnRecord(content: ClaimContent, view: RecordView): RecordedClaim | null {
  const { slug, stances } = content;
  const known = slug === null ? undefined : view.recordedClaim(slug);
  if (known === undefined) {
    assertSlugsAreFree(stances, view);
    for (const { evidence } of stances) assertQuotable(evidence);
    return null;
  }
  const keys = claimDifferences(known, content);
  if (!areOnRecord(known.slug, stances, view)) keys.push('stances');
  assertSame(keys, { noun: 'claim', reference: known.slug });
  return known;
}

/** The keys in which a claim on record is another than the one given. What was judged or withdrawn since is no other content. */
function claimDifferences(known: RecordedClaim, given: ClaimContent): string[] {
  const { slug, stances, review, withdrawnReason, ...content } = given;
  const concerns = given.concerns.map((actor) => actor.slug);
  const keys = differingKeys(known, { ...content, concerns });
  if (review !== known.review && review !== known.firstReview) keys.push('review');
  if (withdrawnReason !== null && withdrawnReason !== known.withdrawnReason) keys.push('withdrawn');
  return keys;
}

function areOnRecord(claim: string, stances: readonly StanceContent[], view: RecordView): boolean {
  const recorded = view.stancesOn(claim);
  return stances.every((stance) =>
    recorded.some(
      (known) =>
        (stance.slug === null || stance.slug === known.slug) &&
        stanceDifferences(known, stance).length === 0,
    ),
  );
}

function assertSlugsAreFree(stances: readonly StanceContent[], view: RecordView): void {
  for (const [index, { slug }] of stances.entries()) {
    if (slug === null || view.recordedStance(slug) === undefined) continue;
    const path = ['stances', String(index), 'slug'];
    throw new Conflict({ noun: 'stance', reference: slug, keys: ['claim'] }, path);
  }
}
