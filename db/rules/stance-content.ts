import { assertNotRejected } from './claim-review.ts';
import { assertSame, differingKeys } from './difference.ts';
import { EvidenceRequired } from './errors.ts';
import {
  assertQuotable,
  type EvidenceContent,
  type EvidenceInput,
  evidenceContent,
  isSameEvidence,
} from './evidence-content.ts';
import {
  type Because,
  eachField,
  eachOf,
  optionalDate,
  optionalMoment,
  optionalText,
  type Unknown,
} from './field.ts';
import type {
  RecordedEvidence,
  RecordedStance,
  RecordView,
  Referred,
  ReferredActor,
  ReferredClaim,
} from './record-view.ts';
import type { Path, Ref } from './reference.ts';
import { slugField } from './slug.ts';
import type { Certainty, Review, StanceKind } from './vocabulary.ts';

/** A stance on a claim that is told beside it. */
export interface StanceInput {
  readonly slug?: Unknown<string>;
  readonly actor: Ref;
  readonly kind: StanceKind;
  readonly certainty: Certainty;
  readonly saidAt?: Unknown<number>;
  readonly saidOn?: Unknown<string>;
  readonly saidPhrase?: Unknown<string>;
  /** The claim that the occasion took place. */
  readonly saidIn?: Unknown<Ref>;
  /** When a record first held it, where that was another one; never compared when it is recorded again. */
  readonly knownBy?: Unknown<number>;
  /** The curator's reason; a stance without evidence needs one. */
  readonly note?: Unknown<string>;
  readonly review?: Unknown<Review>;
  /** Given where the stance was withdrawn before it came here. */
  readonly withdrawn?: Because;
  readonly evidence?: Unknown<readonly EvidenceInput[]>;
}

/** A stance that may be recorded: all that it refers to is on record, and its evidence holds. */
export interface StanceContent {
  readonly slug: string | null;
  readonly actor: ReferredActor;
  readonly kind: StanceKind;
  readonly certainty: Certainty;
  readonly saidAt: number | null;
  readonly saidOn: string | null;
  readonly saidPhrase: string | null;
  readonly saidIn: ReferredClaim | null;
  readonly knownBy: number | null;
  readonly note: string | null;
  readonly review: Review;
  readonly withdrawnReason: string | null;
  readonly evidence: readonly EvidenceContent[];
}

/** What is told of a stance and can be corrected: what is left out stays as it is, null makes it unknown. */
export interface StanceCorrectionInput extends Occasion {
  /** Null leaves it. */
  readonly certainty?: Unknown<Certainty>;
}

/** What a stance is to be told as; a key that is left out stays. */
export type StanceCorrection = Partial<Pick<StanceContent, keyof StanceCorrectionInput>>;

/** When and where a stance was taken, and the curator's reason. */
type Occasion = Pick<StanceInput, 'saidAt' | 'saidOn' | 'saidPhrase' | 'saidIn' | 'note'>;

/** A stance by itself. */
export interface StanceOnClaimInput extends StanceInput {
  readonly claim: Ref;
}

export interface StanceOnClaim extends StanceContent {
  readonly claim: ReferredClaim;
}

/** @throws RecordError */
export function stanceOnClaim(input: StanceOnClaimInput, view: RecordView): StanceOnClaim {
  const { claim, content } = eachField({
    claim: () => view.claim(input.claim, ['claim']),
    content: () => stanceContent(input, view, { path: [], review: 'VERIFIED' }),
  });
  return { ...content, claim };
}

/** Checks a stance. `path` leads to it; `review` is what it is unless it says so itself. @throws RecordError */
export function stanceContent(
  input: StanceInput,
  view: RecordView,
  { path, review }: { readonly path: Path; readonly review: Review },
): StanceContent {
  const at = (key: string) => [...path, key];
  const holder = view.actor(input.actor, at('actor'));
  return eachField<StanceContent>({
    slug: () => slugField(input.slug, at('slug')),
    actor: () => holder,
    kind: () => input.kind,
    certainty: () => input.certainty,
    ...occasionFields(input, view, path),
    knownBy: () => optionalMoment(input.knownBy, at('knownBy')),
    review: () => input.review ?? review,
    withdrawnReason: () => optionalText(input.withdrawn?.reason, [...at('withdrawn'), 'reason']),
    evidence: () => evidenceOf(input, view, { holder, path: at('evidence') }),
  });
}

/** Checks what a stance is to be told as, by the rules by which it is recorded. @throws RecordError */
export function stanceCorrection(input: StanceCorrectionInput, view: RecordView): StanceCorrection {
  const isGiven = ([key]: [string, unknown]) => Reflect.get(input, key) !== undefined;
  const fields = Object.entries(occasionFields(input, view, [])).filter(isGiven);
  const { certainty } = input;
  return {
    ...eachField<StanceCorrection>(Object.fromEntries(fields)),
    ...(certainty && { certainty }),
  };
}

/** How each field of an occasion is read. */
function occasionFields(input: Occasion, view: RecordView, path: Path) {
  const at = (key: string) => [...path, key];
  return {
    saidAt: () => optionalMoment(input.saidAt, at('saidAt')),
    saidOn: () => optionalDate(input.saidOn, at('saidOn')),
    saidPhrase: () => optionalText(input.saidPhrase, at('saidPhrase')),
    saidIn: () => (input.saidIn ? view.claim(input.saidIn, at('saidIn')) : null),
    note: () => optionalText(input.note, at('note')),
  };
}

/** Passes when words show a stance, or a note says why none do. @throws EvidenceRequired */
export function assertShown(
  { isQuoted, isNoted }: { readonly isQuoted: boolean; readonly isNoted: boolean },
  path: Path,
): void {
  if (!isQuoted && !isNoted) throw new EvidenceRequired(path);
}

function evidenceOf(
  { evidence, note }: StanceInput,
  view: RecordView,
  { holder, path }: { readonly holder: Referred; readonly path: Path },
): readonly EvidenceContent[] {
  const pieces = evidence ?? [];
  const isNoted = note !== undefined && note !== null;
  assertShown({ isQuoted: pieces.length > 0, isNoted }, path);
  return eachOf(pieces, (piece, index) =>
    evidenceContent(piece, view, { holder, path: [...path, String(index)] }),
  );
}

/**
 * The stance on record that this one is, by its slug. Where there is none, it may be recorded.
 * @throws Conflict when it has other content there
 * @throws InputInvalid when its claim takes none, or the words of an erased article are to show it
 */
export function stanceOnRecord(content: StanceOnClaim, view: RecordView): RecordedStance | null {
  const { slug, claim } = content;
  const known = slug === null ? undefined : view.recordedStance(slug);
  if (known !== undefined) {
    const differing = stanceDifferences(known, content);
    const keys = known.claim === claim.slug ? differing : ['claim', ...differing];
    assertSame(keys, { noun: 'stance', reference: known.slug });
    return known;
  }
  if (content.review === 'VERIFIED') assertNotRejected(claim.review, ['claim']);
  assertQuotable(content.evidence);
  return null;
}

/** The keys in which a stance on record is another than the one given. What was judged or withdrawn since is no other content. */
export function stanceDifferences(known: RecordedStance, given: StanceContent): string[] {
  const { kind, certainty, saidAt, saidOn, saidPhrase, note, review, withdrawnReason } = given;
  const keys = differingKeys(known, {
    actor: given.actor.slug,
    kind,
    certainty,
    saidAt,
    saidOn,
    saidPhrase,
    saidIn: given.saidIn?.slug ?? null,
    note,
  });
  if (review !== known.review && review !== known.firstReview) keys.push('review');
  if (withdrawnReason !== null && withdrawnReason !== known.withdrawnReason) keys.push('withdrawn');
  if (!isShownBy(known.evidence, given.evidence)) keys.push('evidence');
  return keys;
}

/** Whether both show a stance by the same words, in whatever order. */
function isShownBy(known: readonly RecordedEvidence[], given: readonly EvidenceContent[]): boolean {
  const left = [...known];
  return (
    known.length === given.length &&
    given.every((piece) => {
      const place = left.findIndex((other) => isSameEvidence(other, piece));
      return place >= 0 && left.splice(place, 1).length === 1;
    })
  );
}
