import type { Passage } from './errors.ts';
import { occurrencesOf } from './occurrence.ts';
import { foldText } from './quote-fold.ts';
import { alignedStretch, similarWindows } from './quote-similar.ts';

const passagesTold = 3;

/** Enough to find the one that is meant, few enough to sort in no time. */
const occurrencesWeighed = 1_000;

/**
 * The passages of `text` most similar to `quote`, best first, in time linear in the text: the same words in other
 * typography, those closest to `near` first, or else words that share enough of their spelling. At most three.
 */
export function nearestPassages(text: string, quote: string, near: number): readonly Passage[] {
  const article = foldText(text);
  const words = foldText(quote).letters.trimEnd();
  const passage = (first: number, behind: number): Passage => {
    const start = article.starts[first] ?? text.length;
    const end = article.ends[behind - 1] ?? text.length;
    return { start, end, text: text.slice(start, end) };
  };

  const same: Passage[] = [];
  for (const first of occurrencesOf(article.letters, words)) {
    same.push(passage(first, first + words.length));
    if (same.length === occurrencesWeighed) break;
  }
  if (same.length > 0) {
    const distance = (place: Passage) => Math.abs(place.start - near);
    const differs = (place: Passage) => (place.text === quote ? 0 : 1);
    return same
      .sort((a, b) => differs(a) - differs(b) || distance(a) - distance(b))
      .slice(0, passagesTold);
  }
  return similarWindows(article.letters, words, passagesTold)
    .map((first) => alignedStretch(article.letters, words, first))
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => passage(start, end))
    .filter((place, i, places) => !places.slice(0, i).some((better) => overlap(place, better)));
}

function overlap(a: Passage, b: Passage): boolean {
  return a.start < b.end && b.start < a.end;
}
