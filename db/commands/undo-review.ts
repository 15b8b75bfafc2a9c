import { evidenceMadeOf, lastJudgement } from '../queries/review.ts';
import { AlreadyWithdrawn } from '../rules/errors.ts';
import { optionalText, type Unknown } from '../rules/field.ts';
import { furtherEvidenceOf } from '../rules/further-evidence.ts';
import type { RecordedStance } from '../rules/record-view.ts';
import type { Ref } from '../rules/reference.ts';
import { assertUndoable } from '../rules/undone-review.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { recordStance } from './record-stance.ts';
import { recordViewOf, stanceAt } from './reference.ts';
import { reviewStance } from './review-stance.ts';
import { withdrawEvidence } from './withdraw-evidence.ts';
import { withdrawStance } from './withdraw-stance.ts';
import { wordsInForce } from './words-in-force.ts';

export interface UndoReviewInput {
  readonly stance: Ref;
  /** Why; that it was judged in error, unless given. */
  readonly reason?: Unknown<string>;
}

/**
 * Takes the judgement of a draft back, and tells the draft that is there to be judged again. One that was rejected is that
 * draft again; where its words had become evidence of another stance, that evidence is withdrawn. One that was accepted is
 * withdrawn, and its words return as a draft of its own.
 * @throws AlreadyWithdrawn, InputInvalid where it was no draft, or is one
 */
export async function undoReview(tx: WriteTx, input: UndoReviewInput): Promise<Recorded> {
  const { key, slug, withdrawnAt } = await stanceAt(tx, input.stance, ['stance']);
  const given = optionalText(input.reason, ['reason']);
  if (withdrawnAt !== null) {
    throw new AlreadyWithdrawn({ noun: 'stance', reference: slug }, ['stance']);
  }
  const view = await recordViewOf(tx, (names) => names.own.stances.add(slug));
  const stance = view.recordedStance(slug);
  if (stance === undefined) throw new Error(`There is no stance ${slug}.`);
  assertUndoable(stance);
  if (stance.review === 'VERIFIED') return returnWords(tx, stance, given ?? 'Accepted in error.');
  const reason = given ?? 'Rejected in error.';
  await takeEvidenceBack(tx, key, reason);
  return reviewStance(tx, { stance: { slug }, review: 'DRAFT', reason });
}

/** Withdraws what the words of a draft became when it was accepted as further evidence. */
async function takeEvidenceBack(tx: WriteTx, draft: number, reason: string): Promise<void> {
  const [judged] = await tx.reader.read(lastJudgement, { stance: draft });
  const known = furtherEvidenceOf(judged?.reason ?? null);
  if (judged === undefined || known === null) return;
  const made = await tx.reader.read(evidenceMadeOf, { draft, known, at: judged.recordedAt });
  for (const { id } of made) await withdrawEvidence(tx, { evidence: { id }, reason });
}

/** Withdraws a stance and drafts it anew, as it was accepted. */
async function returnWords(tx: WriteTx, stance: RecordedStance, reason: string): Promise<Recorded> {
  // One that rests on a note alone has no words to return.
  const isQuoted = stance.evidence.some(({ withdrawnReason }) => withdrawnReason === null);
  const words = isQuoted ? await wordsInForce(tx, stance) : [];
  await withdrawStance(tx, { stance: { slug: stance.slug }, reason });
  const { claim, actor, kind, certainty, saidAt, saidOn, saidPhrase, saidIn, note } = stance;
  const draft = await recordStance(tx, {
    claim: { slug: claim },
    actor: { slug: actor },
    kind,
    certainty,
    saidAt,
    saidOn,
    saidPhrase,
    saidIn: saidIn === null ? null : { slug: saidIn },
    note,
    review: 'DRAFT',
    evidence: words.map(({ article, attribution, quote, start, end, mode, ...read }) => ({
      article: { slug: article },
      attribution: attribution.map((link) => ({ slug: link })),
      quote,
      start,
      end,
      mode,
      cue: read.cue,
      spokenLanguage: read.spokenLanguage,
      confidence: read.confidence,
      extractor: read.extractor,
    })),
  });
  return draft;
}
