import type { Span } from './quote.ts';
import { foldText } from './quote-fold.ts';
import { foldedLetters, placesOfWords, type WordsAround } from './version-words.ts';

/**
 * Finds in a text, whatever its typography, where words stand that stood in an earlier version: the only place, or the one around
 * which most is as it was. Null where nothing decides between several.
 */
export function foldedAt(text: string): (words: WordsAround) => Span | null {
  const folded = foldText(text);
  return (words) => {
    const places = [...placesOfWords(folded.letters, words)];
    const before = foldedLetters(words.prefix);
    const after = foldedLetters(words.suffix);
    const likeness = places.map(({ start, end }) => {
      const left = folded.letters.slice(Math.max(0, start - before.length - 1), start);
      const right = folded.letters.slice(end, end + after.length + 1);
      return sharedEnd(left, before) + sharedBeginning(right, after);
    });
    const best = Math.max(...likeness);
    const alike = places.filter((_, index) => likeness[index] === best);
    const [place, another] = alike;
    if (place === undefined || another !== undefined) return null;
    const start = folded.starts[place.start];
    const end = folded.ends[place.end - 1];
    return start === undefined || end === undefined ? null : { start, end };
  };
}

/** How many letters both begin with. */
function sharedBeginning(one: string, other: string): number {
  const [a, b] = [one.trimStart(), other.trimStart()];
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a[shared] === b[shared]) shared += 1;
  return shared;
}

/** How many letters both end with. */
function sharedEnd(one: string, other: string): number {
  const [a, b] = [one.trimEnd(), other.trimEnd()];
  let shared = 0;
  while (shared < Math.min(a.length, b.length) && a.at(-1 - shared) === b.at(-1 - shared)) {
    shared += 1;
  }
  return shared;
}
