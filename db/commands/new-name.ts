import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { type SlugNoun, slugsTaken } from '../queries/named.ts';
import { slugCandidates, slugFrom } from '../rules/slug.ts';
import type { Noun } from '../rules/vocabulary.ts';
import type { WriteTx } from '../write/transaction.ts';

/** A public id, whose UUID tells its moment. */
export function newId(noun: Noun, at: number): string {
  return `${noun}_${v7({ msecs: at })}`;
}

/** A slug made from a name, title or text, which no other of its noun has, and none that is `promised` to another. */
export async function freeSlug(
  tx: WriteTx,
  noun: SlugNoun,
  { text, promised = [] }: { readonly text: string; readonly promised?: readonly string[] },
): Promise<string> {
  const candidates = slugCandidates(slugFrom(text, noun, randomBytes(4).toString('hex')));
  // Names that many share have many numbers taken: each look is twice as wide as the one before.
  for (let width = 1; ; width *= 2) {
    const some = Array.from({ length: width }, () => candidates.next().value);
    const taken = await tx.reader.read(slugsTaken[noun], { names: JSON.stringify(some) });
    const others = new Set([...promised, ...taken.map((row) => row.slug)]);
    const free = some.find((slug) => !others.has(slug));
    if (free !== undefined) return free;
  }
}
