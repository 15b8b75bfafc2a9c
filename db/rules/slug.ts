import { InputInvalid } from './errors.ts';
import type { Path } from './reference.ts';
import type { Noun } from './vocabulary.ts';

const slugMax = 80;

/** Whether it can name a thing on record: 1 to 80 of `a` to `z`, `0` to `9` and `-`. */
export function isSlug(slug: string): boolean {
  return /^[a-z0-9-]{1,80}$/.test(slug);
}

/** The slug given, if any. @throws InputInvalid */
export function slugField(slug: string | null | undefined, path: Path): string | null {
  if (slug === undefined || slug === null) return null;
  if (!isSlug(slug)) throw new InputInvalid('A slug is 1 to 80 of a-z, 0-9 and -.', path);
  return slug;
}

/** A slug made from a name, title or text, cut at a word; without ASCII letters in it, the noun and what `random8` tells. */
export function slugFrom(text: string, noun: Noun, random8: () => string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return /[a-z]/.test(slug) ? cutAtWord(trimmed(slug)) : `${noun}-${random8()}`;
}

/** `base`, `base-2`, `base-3` and so on without end, each within 80 characters. */
export function* slugCandidates(base: string): Generator<string, never> {
  yield base;
  for (let number = 2; ; number += 1) {
    const ending = `-${number}`;
    yield `${trimmed(base.slice(0, slugMax - ending.length))}${ending}`;
  }
}

function cutAtWord(slug: string): string {
  if (slug.length <= slugMax) return slug;
  const end = slug.lastIndexOf('-', slugMax);
  return slug.slice(0, end > 0 ? end : slugMax);
}

function trimmed(slug: string): string {
  return slug.replace(/^-+|-+$/g, '');
}
