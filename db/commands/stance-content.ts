import type { ActorNamed } from '../queries/named.ts';
import type { EvidenceCells, StanceContentRow } from '../queries/stance-content.ts';
import { EvidenceRequired } from '../rules/errors.ts';
import type { Certainty, Review, StanceKind } from '../rules/vocabulary.ts';
import type { StanceRow } from '../tables/stance.ts';
import type { WriteTx } from '../write/transaction.ts';
import { type EvidenceContent, type EvidenceInput, evidenceContents } from './evidence-content.ts';
import { optionalDate, optionalMoment, optionalText, type Unknown } from './field.ts';
import { slugField } from './new-name.ts';
import { actorAt, claimAt, type Ref } from './reference.ts';
import { differingKeys } from './unchanged.ts';

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
  /** The curator's reason; a stance without evidence needs one. */
  readonly note?: Unknown<string>;
  readonly review?: Unknown<Review>;
  /** Given where the stance was withdrawn before it came here. */
  readonly withdrawn?: Unknown<{ readonly reason: string }>;
  readonly evidence?: Unknown<readonly EvidenceInput[]>;
}

/** A stance that may be recorded: all that it refers to is on record, and its evidence holds. */
export interface StanceContent
  extends Pick<
    StanceRow,
    'kind' | 'certainty' | 'saidAt' | 'saidOn' | 'saidPhrase' | 'saidIn' | 'note' | 'review'
  > {
  readonly slug: string | null;
  readonly actor: ActorNamed;
  readonly withdrawnReason: string | null;
  readonly evidence: readonly EvidenceContent[];
}

/** Checks a stance. `path` leads to it; `review` is what it is unless it says so itself. */
export async function stanceContent(
  tx: WriteTx,
  input: StanceInput,
  { path, review }: { readonly path: readonly string[]; readonly review: Review },
): Promise<StanceContent> {
  const at = (key: string) => [...path, key];
  const actor = await actorAt(tx, input.actor, at('actor'));
  const saidIn = input.saidIn ? await claimAt(tx, input.saidIn, at('saidIn')) : null;
  const note = optionalText(input.note, at('note'));
  const evidence = input.evidence ?? [];
  if (evidence.length === 0 && note === null) throw new EvidenceRequired(at('evidence'));
  return {
    slug: slugField(input.slug, at('slug')),
    actor,
    kind: input.kind,
    certainty: input.certainty,
    saidAt: optionalMoment(input.saidAt, at('saidAt')),
    saidOn: optionalDate(input.saidOn, at('saidOn')),
    saidPhrase: optionalText(input.saidPhrase, at('saidPhrase')),
    saidIn: saidIn?.key ?? null,
    note,
    review: input.review ?? review,
    withdrawnReason: optionalText(input.withdrawn?.reason, [...at('withdrawn'), 'reason']),
    evidence: await evidenceContents(tx, evidence, {
      holder: actor.key,
      pathTo: (index) => [...at('evidence'), String(index)],
    }),
  };
}

/** The keys in which a stance on record is another than the one given. */
export function stanceDifferences(known: StanceContentRow, given: StanceContent): string[] {
  const { slug, actor, review, withdrawnReason, evidence, ...content } = given;
  const keys = differingKeys(known, { ...content, actor: actor.key });
  // What was judged or withdrawn since is no other content.
  if (review !== known.review && review !== known.firstReview) keys.push('review');
  if (withdrawnReason !== null && withdrawnReason !== known.withdrawnReason) keys.push('withdrawn');
  if (!isShownBy(JSON.parse(known.evidence), evidence)) keys.push('evidence');
  return keys;
}

/** Whether both show a stance by the same words, in whatever order. */
function isShownBy(known: readonly EvidenceCells[], given: readonly EvidenceContent[]): boolean {
  const left = [...known];
  return (
    known.length === given.length &&
    given.every((piece) => {
      const place = left.findIndex((cells) => isSameEvidence(cells, piece));
      return place >= 0 && left.splice(place, 1).length === 1;
    })
  );
}

/** Whether evidence on record is the one given, withdrawn since or not. Erased words are taken to be those. */
export function isSameEvidence(cells: EvidenceCells, given: EvidenceContent): boolean {
  const [article, quote, start, end, mode, cue, attribution, spokenLanguage, confidence] = cells;
  const known = { article, quote, start, end, mode, cue, attribution, spokenLanguage, confidence };
  // Who read it is no part of what it says.
  const { prefix, suffix, withdrawnReason, barred, extractor, ...content } = given;
  if (withdrawnReason !== null && withdrawnReason !== cells[9]) return false;
  const keys = differingKeys(known, { ...content, confidence: asPacked(content.confidence) });
  return keys.every((key) => key === 'quote' && quote === null);
}

// SQLite writes a number into JSON with 15 digits.
function asPacked(confidence: number | null): number | null {
  return confidence === null ? null : Number(confidence.toPrecision(15));
}
