import type { Word } from '../words/passage.ts';

const occasions =
  /^(?:interview|statement|speech|tweet|e-?mail|rally|debate|conference|briefing|post|video|ad|radio|television)$/;

const places = /^(?:twitter|facebook|.*day)$/;

/** `in a statement`, `on Sunday`: when and where, not who. */
export function isOccasion(words: readonly Word[], at: number): boolean {
  return words
    .slice(at + 1, at + 5)
    .some(({ pos, lower }) => (pos === 'PROPN' ? places : occasions).test(lower));
}
