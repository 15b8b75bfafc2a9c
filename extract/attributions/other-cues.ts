import type { Word } from '../words/passage.ts';
import type { Cue } from './cues.ts';
import type { Frame } from './frame.ts';
import { inside } from './noun-phrase.ts';
import type { Reading } from './reading.ts';

/** `said ... and added ...`: a second cue in the same form, with the same subject. */
export function isOtherCue({ words, cueFrom }: Reading, cue: Cue, at: number): boolean {
  const other = cueFrom.get(at);
  if (other === undefined || other.form !== 'VERB') return false;
  if (isClause.has(cue.frame) && !isClause.has(other.frame)) return false;
  const [own, next] = [inflection(words[cue.head]), inflection(words[other.head])];
  return own === next || (own === 'ing' && next !== 'base');
}

const speaking =
  /^(?:say|add|insist|deny|admit|acknowledge|concede|tell|note|stress|claim|argue|maintain|warn|suggest|reject|dismiss)$/u;

/** `would not confirm that it leaked but said`: the verb behind an auxiliary has no tense of its own. */
export function isTensedCue({ words, cueFrom }: Reading, cue: Cue, at: number): boolean {
  const other = cueFrom.get(at);
  const isLed =
    words[cue.first]?.pos === 'AUX' && words[cue.head]?.lower === words[cue.head]?.lemma;
  const form = inflection(words[other?.head ?? -1]);
  return (
    isLed &&
    other?.form === 'VERB' &&
    other.first === other.head &&
    (form === 'past' || form === 's') &&
    speaking.test(words[other.head]?.lemma ?? '')
  );
}

/** `confirmed that he was hurt but would not say whether`: it is who confirmed it that would not say more. */
export function isSilentCue({ words, cueFrom }: Reading, at: number): boolean {
  const cue = cueFrom.get(at);
  const isModal = /^(?:would|could|did|will|does)$/u.test(words[at]?.lower ?? '');
  return (
    cue?.negated === true &&
    isModal &&
    /^(?:say|comment|confirm|elaborate|disclose|discuss|identify|name|specify|reveal)$/u.test(
      words[cue.head]?.lemma ?? '',
    )
  );
}

const longestSubject = 8;
const within = new Set(['of', 'in', 'than', 'nearly', 'about', 'only', 'almost']);

/** `, and the ministry warned that`: somebody else speaks, by a cue of his own. */
export function isOwnCue(
  { words, cueFrom }: Reading,
  from: number,
  fits: (frame: Frame) => boolean,
): boolean {
  for (let at = from; at < from + longestSubject; at++) {
    const cue = cueFrom.get(at);
    if (cue !== undefined && at > from)
      return (cue.form === 'VERB' || cue.form === 'NOUN') && fits(cue.frame);
    if (!inside.has(words[at]?.pos ?? '') && !within.has(words[at]?.lower ?? '')) return false;
  }
  return false;
}

// `said that Lee came and praised it`: only what takes a clause itself goes on after a clause.
export const isClause = new Set(['that', 'clause', 'np-that', 'wh', 'quote', 'np-quote']);

function inflection(word: Word | undefined): string {
  if (word === undefined) return '';
  if (word.lower.endsWith('ing')) return 'ing';
  if (word.lower === word.lemma) return 'base';
  return word.lower.endsWith('s') ? 's' : 'past';
}
