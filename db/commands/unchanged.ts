import { Conflict } from '../rules/errors.ts';
import type { Noun } from '../rules/vocabulary.ts';
import type { Recorded, WriteTx } from '../write/transaction.ts';

/** A row that is on record. */
export interface Row {
  readonly noun: Noun;
  readonly key: number;
  readonly id: string;
}

/** What a command answers that finds nothing to do. */
export async function unchanged(tx: WriteTx, { noun, key, id }: Row): Promise<Recorded> {
  return { noun, key, id, created: false, seq: await tx.lastSeqOf(noun, key) };
}

/**
 * Passes when what is on record has the content given.
 * @throws Conflict with the keys that differ
 */
export function assertSameContent(
  known: object,
  given: object,
  {
    noun,
    reference,
    path,
  }: { readonly noun: Noun; readonly reference: string; readonly path: readonly string[] },
): void {
  const keys = differingKeys(known, given);
  if (keys.length > 0) throw new Conflict({ noun, reference, keys }, path);
}

/** The keys of `given` whose values are others in `known`. */
export function differingKeys(known: object, given: object): string[] {
  return Object.entries(given)
    .filter(([key, value]) => {
      const onRecord: unknown = Reflect.get(known, key);
      return JSON.stringify(onRecord) !== JSON.stringify(value);
    })
    .map(([key]) => key);
}
