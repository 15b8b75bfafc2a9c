import type { Word } from '../words/passage.ts';

/** `it was told`, `it was not aware`: behind be, more than what `it was eleven` and `it was Lee who left` say of nothing. */
export function isDoing(words: readonly Word[], at: number, isOne: boolean): boolean {
  const after = words[at];
  const isFiller = after?.pos === 'ADV' || after?.lower === 'not' || after?.lower === "n't";
  const [next, behind] = isFiller ? [words[at + 1], words[at + 2]] : [after, words[at + 1]];
  if (feeling.test(next?.lower ?? '')) return true;
  if (next?.pos === 'ADP') return !isOne && next.lower !== 'about';
  return next?.pos === 'VERB' && behind?.lower !== 'that';
}

// Only who can speak is any of these.
const feeling =
  /^(?:aware|unaware|sorry|committed|satisfied|pleased|proud|delighted|disappointed|saddened|keen|determined|willing|unable|concerned|confident|grateful|innocent|happy|adamant)$/u;
