import { type Passage, spanOf } from '../words/passage.ts';
import type { Statement } from './statement.ts';

const day = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight)$/;

/** The day beside the cue, as the text has it: `on Monday`, `Sunday`. */
export function saidPhrase(passage: Passage, { cue, source }: Statement): string | undefined {
  const { words } = passage;
  const first = Math.max(0, Math.min(cue.first - 3, (source?.last ?? cue.first) + 1));
  for (let at = first; at <= cue.last + 3; at++) {
    const word = words[at];
    if (word === undefined || word.sentence !== words[cue.first]?.sentence) continue;
    if (at > cue.last && (word.lower === 'that' || word.pos === 'PUNCT' || word.pos === 'VERB'))
      return undefined;
    if (!day.test(word.lower) || words[at + 1]?.pos === 'PART') continue;
    const { start, end } = spanOf(passage, {
      first: words[at - 1]?.lower === 'on' ? at - 1 : at,
      last: at,
    });
    return passage.text.slice(start, end);
  }
  return undefined;
}
