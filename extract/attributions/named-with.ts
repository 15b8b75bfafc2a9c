import type { Range, Word } from '../words/passage.ts';
import { isFiniteVerb } from './frame.ts';

/** `Lee, who was cleared in May,`: nothing that anybody could have said, but who says what comes. */
export function isNamedWith(words: readonly Word[], { first, last }: Range): boolean {
  if ((words[first]?.quotation ?? -1) >= 0) return false;
  const comma = words.slice(first, last).findIndex(({ text }) => text === ',');
  return (
    comma > 0 &&
    /^(?:who|whose|which)$/u.test(words[first + comma + 1]?.lower ?? '') &&
    !words.slice(first, first + comma).some((_, at) => isFiniteVerb(words, first + at)) &&
    !words.slice(first + comma + 1, last + 1).some(({ text }) => text === ',')
  );
}
