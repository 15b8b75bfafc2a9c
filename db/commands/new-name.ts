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

interface SlugWanted {
  /** A name, title or text, which the slug is made from. */
  readonly text: string;
  readonly promised?: readonly string[];
}

/** A slug made from a name, title or text, which no other of its noun has, and none that is `promised` to another. */
export async function freeSlug(
  tx: WriteTx,
  noun: SlugNoun,
  { text, promised = [] }: SlugWanted,
): Promise<string> {
  const [slug = ''] = await freeSlugs(tx, noun, { texts: [text], promised });
  return slug;
}

/** The same for several, which get the slugs that they would get one after the other. */
export async function freeSlugs(
  tx: WriteTx,
  noun: SlugNoun,
  { texts, promised = [] }: Omit<SlugWanted, 'text'> & { readonly texts: readonly string[] },
): Promise<readonly string[]> {
  const wanted = texts.map((text) => ({
    candidates: slugCandidates(slugFrom(text, noun, randomBytes(4).toString('hex'))),
    seen: [] as string[],
  }));
  const others = new Set(promised);
  // Names that many share have many numbers taken: each look is twice as wide as the one before.
  for (let width = 1, open = wanted; ; width *= 2) {
    for (const { candidates, seen } of open) {
      for (let count = 0; count < width; count += 1) seen.push(candidates.next().value);
    }
    const names = JSON.stringify(open.flatMap(({ seen }) => seen.slice(-width)));
    const taken = await tx.reader.read(slugsTaken[noun], { names });
    for (const { slug } of taken) others.add(slug);

    const given = new Set<string>();
    open = [];
    for (const one of wanted) {
      const free = one.seen.find((slug) => !others.has(slug) && !given.has(slug));
      if (free === undefined) open.push(one);
      else given.add(free);
    }
    if (open.length === 0) return [...given];
  }
}
