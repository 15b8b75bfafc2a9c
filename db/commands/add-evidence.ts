import { type EvidenceCells, stancesOfSlugs } from '../queries/stance-content.ts';
import { AlreadyWithdrawn } from '../rules/errors.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';
import { acceptActors } from './accept-actors.ts';
import { type EvidenceContent, type EvidenceInput, evidenceContents } from './evidence-content.ts';
import { insertEvidence } from './insert-evidence.ts';
import { markEvidenceWithdrawn } from './mark-withdrawn.ts';
import { type Ref, stanceAt } from './reference.ts';
import { isSameEvidence } from './stance-content.ts';
import { type Row, unchanged } from './unchanged.ts';
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
  const [content] = await evidenceContents(tx, [input], { holder: stance.actor, pathTo: () => [] });
  if (content === undefined) throw new Error('No evidence was checked.');
  const known = await evidenceKnown(tx, stance.slug, content);
  if (known !== null) return unchanged(tx, known);

  if (stance.review === 'VERIFIED') await acceptActors(tx, content.attribution);
  const at = tx.tick();
  const [added] = await insertEvidence(tx, [content], { stance: stance.key, at });
  if (added === undefined) throw new Error('No evidence was inserted.');
  const { key, id, withdrawnReason } = added;
  const seq = tx.append({
    type: 'EVIDENCE_ADDED',
    noun: 'evidence',
    subject: key,
    at,
    visibility: visibilityOf(stance.review === 'VERIFIED'),
    payload: {},
  });
  tx.touch(stance.claim);
  if (withdrawnReason !== null) await markEvidenceWithdrawn(tx, { key, stance }, withdrawnReason);
  return { noun: 'evidence', key, id, created: true, seq };
}

async function evidenceKnown(
  tx: WriteTx,
  slug: string,
  content: EvidenceContent,
): Promise<Row | null> {
  const [stance] = await tx.reader.read(stancesOfSlugs, { names: JSON.stringify([slug]) });
  const shown: EvidenceCells[] = stance === undefined ? [] : JSON.parse(stance.evidence);
  const known = shown.find(
    (cells) => cells[9] === content.withdrawnReason && isSameEvidence(cells, content),
  );
  return known === undefined ? null : { noun: 'evidence', key: known[10], id: known[11] };
}
