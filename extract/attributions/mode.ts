import type { Range, Word } from '../words/passage.ts';

/** In whose words it is said: quoted from end to end, in part, or not at all. */
type ContentMode = 'DIRECT' | 'MIXED' | 'INDIRECT';

export function contentMode(words: readonly Word[], content: readonly Range[]): ContentMode {
  let [quoted, own] = [0, 0];
  for (const { first, last } of content) {
    for (let at = first; at <= last; at++) {
      if ((words[at]?.quotation ?? -1) >= 0) quoted++;
      else if (words[at]?.pos !== 'PUNCT') own++;
    }
  }
  if (quoted === 0) return 'INDIRECT';
  return own === 0 ? 'DIRECT' : 'MIXED';
}
