import type { Noun } from '../rules/vocabulary.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';

/** What a command answers that finds nothing to do, of the row that is on record. */
export async function unchanged(
  tx: WriteTx,
  { noun, key, id }: { readonly noun: Noun; readonly key: number; readonly id: string },
): Promise<Recorded> {
  return { noun, key, id, created: false, seq: await tx.lastSeqOf(noun, key) };
}
