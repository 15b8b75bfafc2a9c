import { attributions, evidence } from '../tables/evidence.ts';
import { insertRows } from '../write/insert.ts';
import type { WriteTx } from '../write/transaction.ts';
import type { EvidenceContent } from './evidence-content.ts';
import { newId } from './new-name.ts';

/** A piece of evidence that is on record now. */
export interface EvidenceInserted {
  readonly key: number;
  readonly id: string;
  /** Given where it is to be withdrawn at once. */
  readonly withdrawnReason: string | null;
}

/** Inserts evidence that was checked, with its chains. @throws InputInvalid for words of an article that was erased */
export async function insertEvidence(
  tx: WriteTx,
  contents: readonly EvidenceContent[],
  { stance, at }: { readonly stance: number; readonly at: number },
): Promise<EvidenceInserted[]> {
  for (const { barred } of contents) if (barred !== null) throw barred;
  const rows = contents.map((content) => ({
    ...content,
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
      actor,
    })),
  );
  await insertRows(tx.drizzle, attributions, links);
  return contents.map(({ withdrawnReason }, index) => ({
    key: keys[index] ?? 0,
    id: rows[index]?.id ?? '',
    withdrawnReason,
  }));
}
