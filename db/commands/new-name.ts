import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { type SlugNoun, slugsTaken } from '../queries/named.ts';
import { InputInvalid } from '../rules/errors.ts';
import { isSlug, slugCandidates, slugFrom } from '../rules/slug.ts';
import type { Noun } from '../rules/vocabulary.ts';
import type { WriteTx } from '../write/transaction.ts';

/** A public id, whose UUID tells its moment. */
export function newId(noun: Noun, at: number): string {
  return `${noun}_${v7({ msecs: at })}`;
}

/** The slug given, if any. @throws InputInvalid */
export function slugField(slug: string | null | undefined, path: readonly string[]): string | null {
  if (slug === undefined || slug === null) return null;
  if (!isSlug(slug)) throw new InputInvalid('A slug is 1 to 80 of a-z, 0-9 and -.', path);
  return slug;
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
