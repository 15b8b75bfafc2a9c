import type { EvidenceContent } from '../rules/evidence-content.ts';
import { attributions, type EvidenceRow, evidence } from '../tables/evidence.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { keepVersionsOfNew } from './keep-versions.ts';
import { newId } from './new-name.ts';

/** A piece of evidence that is on record now. */
export interface EvidenceInserted {
  readonly key: number;
  readonly id: string;
}

/** Inserts a piece of evidence that was checked, with its chain. */
export async function insertEvidence(
  tx: WriteTx,
  content: EvidenceContent,
  { stance, at }: { readonly stance: number; readonly at: number },
): Promise<EvidenceInserted> {
  const row = evidenceRow(content, { stance, at });
  const [key] = await insertRows(tx, evidence, [row]);
  if (key === undefined) throw new Error('No evidence was inserted.');
  await insertRows(tx, attributions, chainRows(content, key));
  await keepVersionsOfNew(tx, [{ evidence: key, article: content.article }]);
  return { key, id: row.id };
}

/** The row of a piece of evidence that came at a moment, not withdrawn. */
export function evidenceRow(
  content: EvidenceContent,
  { stance, at }: { readonly stance: number; readonly at: number },
): Omit<EvidenceRow, 'key'> {
  return {
    ...content,
    article: content.article.key,
    firstShownBy: content.firstShownBy?.key ?? null,
    id: newId('evidence', at),
    stance,
    recordedAt: at,
    withdrawnAt: null,
    withdrawnReason: null,
  };
}

/** The rows of its chain. */
export function chainRows({ attribution }: EvidenceContent, key: number) {
  return attribution.map((actor, position) => ({ evidence: key, position, actor: actor.key }));
}
