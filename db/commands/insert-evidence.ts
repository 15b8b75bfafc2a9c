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

/** Inserts evidence that was checked, with its chains. */
export async function insertEvidence(
  tx: WriteTx,
  contents: readonly EvidenceContent[],
  { stance, at }: { readonly stance: number; readonly at: number },
): Promise<EvidenceInserted[]> {
  const rows = contents.map((content) => ({
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
    (contents[index]?.attribution ?? []).map((actor, position) => ({
      evidence: key,
      position,
      actor: actor.key,
    })),
  );
  await insertRows(tx.drizzle, attributions, links);
  await keepVersionsOfNew(tx, { evidence: keys, articles: rows.map(({ article }) => article) });
  return contents.map(({ withdrawnReason }, index) => ({
    key: keys[index] ?? 0,
    id: rows[index]?.id ?? '',
    withdrawnReason,
  }));
}
