import type { Noun } from '../rules/vocabulary.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';

/** A row that is on record. */
interface Known {
  readonly noun: Noun;
  readonly key: number;
  readonly id: string;
}

/** What a command answers that finds nothing to do, of the row that is on record. */
export async function unchanged(tx: WriteTx, { noun, key, id }: Known): Promise<Recorded> {
  return { noun, key, id, created: false, seq: await tx.lastSeqOf(noun, key) };
}

/** What a command answers of each that it was given: of what was known, that it is unchanged; of the others, `recorded` in their order. */
export async function unchangedOrNext(
  tx: WriteTx,
  given: readonly (Known | null)[],
  recorded: readonly Recorded[],
): Promise<readonly Recorded[]> {
  const all: Recorded[] = [];
  let taken = 0;
  for (const known of given) {
    if (known !== null) all.push(await unchanged(tx, known));
    else all.push(...recorded.slice(taken, ++taken));
  }
  return all;
}
