import { AlreadyWithdrawn } from '../rules/errors.ts';
import {
  assertQuotable,
  type EvidenceContent,
  type EvidenceInput,
  evidenceContent,
  isSameEvidence,
} from '../rules/evidence-content.ts';
import type { RecordedEvidence } from '../rules/record-view.ts';
import type { Ref } from '../rules/reference.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { insertEvidence } from './insert-evidence.ts';
import { markEvidenceWithdrawn } from './mark-withdrawn.ts';
import { recordViewOf, stanceAt } from './reference.ts';
import { unchanged } from './unchanged.ts';
import { visibilityOf } from './visibility.ts';

export interface AddEvidenceInput extends EvidenceInput {
  readonly stance: Ref;
}

/** Shows a stance that is on record by more words. The same words through the same chain show it already. */
export async function addEvidence(tx: WriteTx, input: AddEvidenceInput): Promise<Recorded> {
  const stance = await stanceAt(tx, input.stance, ['stance']);
  if (stance.withdrawnAt !== null) {
    throw new AlreadyWithdrawn({ noun: 'stance', reference: stance.slug }, ['stance']);
  }
  const view = await recordViewOf(tx, (names) => {
    names.own.stances.add(stance.slug);
    names.actors.slug.add(stance.actorSlug);
    names.evidence(input, { slug: stance.actorSlug });
  });
  const holder = { key: stance.actor, slug: stance.actorSlug };
  const content = evidenceContent(input, view, { holder, path: [] });
  const known = evidenceKnown(view.recordedStance(stance.slug)?.evidence ?? [], content);
  if (known !== undefined) {
    return unchanged(tx, { noun: 'evidence', key: known.key, id: known.id });
  }
  assertQuotable([content]);

  if (stance.review === 'VERIFIED') {
    const named = content.attribution.map(({ key }) => key);
    await acceptActors(tx, view.maybeDrafts(named));
  }
  const at = tx.tick();
  const { key, id } = await insertEvidence(tx, content, { stance: stance.key, at });
  const seq = tx.append({
    type: 'EVIDENCE_ADDED',
    noun: 'evidence',
    subject: key,
    claims: [stance.claim],
    at,
    visibility: visibilityOf(stance.review === 'VERIFIED'),
    payload: {},
  });
  tx.touch(stance.claim);
  const { withdrawnReason } = content;
  if (withdrawnReason !== null) await markEvidenceWithdrawn(tx, { key, stance }, withdrawnReason);
  return { noun: 'evidence', key, id, created: true, seq };
}

function evidenceKnown(
  shown: readonly RecordedEvidence[],
  content: EvidenceContent,
): RecordedEvidence | undefined {
  return shown.find(
    (piece) => piece.withdrawnReason === content.withdrawnReason && isSameEvidence(piece, content),
  );
}
