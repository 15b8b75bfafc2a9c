import type { Word } from '../words/passage.ts';

const longestWay = 9;

/** `admitted after the match that`: where and when stands between. */
export function hasThatBehind(
  words: readonly Word[],
  { head, frame, from }: { readonly head: number; readonly frame: string; readonly from: number },
): boolean {
  if (!frame.startsWith('p:') || frame === 'p:by') return false;
  for (let at = from + 1; at < head + longestWay; at++) {
    const word = words[at];
    if (word === undefined || word.sentence !== words[head]?.sentence) return false;
    if (word.lower === 'that') return word.pos === 'SCONJ';
    if (word.pos === 'PUNCT' || word.pos === 'VERB' || word.pos === 'AUX') return false;
  }
  return false;
}
