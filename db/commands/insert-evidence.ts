import type { EvidenceContent } from '../rules/evidence-content.ts';
import { attributions, evidence } from '../tables/evidence.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import { keepVersionsOfNew } from './keep-versions.ts';
import { newId } from './new-name.ts';

/** A piece of evidence that is on record now. */
export interface EvidenceInserted {
  readonly key: number;
  readonly id: string;
  /** Given where it is to be withdrawn at once. */
  readonly withdrawnReason: string | null;
}

interface EvidenceOfStance {
  readonly content: EvidenceContent;
  readonly stance: number;
  readonly at: number;
}

/** Inserts evidence that was checked, with its chains: of one stance or of several. */
export async function insertEvidence(
  tx: WriteTx,
  pieces: readonly EvidenceOfStance[],
): Promise<EvidenceInserted[]> {
  const rows = pieces.map(({ content, stance, at }) => ({
    ...content,
    article: content.article.key,
    firstShownBy: content.firstShownBy?.key ?? null,
    id: newId('evidence', at),
    stance,
    recordedAt: at,
    withdrawnAt: null,
    withdrawnReason: null,
  }));
  const keys = await insertRows(tx.drizzle, evidence, rows);
  const links = keys.flatMap((key, index) =>
    (pieces[index]?.content.attribution ?? []).map((actor, position) => ({
      evidence: key,
      position,
      actor: actor.key,
    })),
  );
  await insertRows(tx.drizzle, attributions, links);
  await keepVersionsOfNew(tx, { evidence: keys, articles: rows.map(({ article }) => article) });
  return pieces.map(({ content: { withdrawnReason } }, index) => ({
    key: keys[index] ?? 0,
    id: rows[index]?.id ?? '',
    withdrawnReason,
  }));
}
