import type { Word } from '../words/passage.ts';
import { isTime } from './frame.ts';

const months =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;
const vague = /^(?:early|late|recent|past|next|ago|days|weeks|months|years|hours)$/;
const before = /^(?:in|on|at|over|during|since|last|this|next|early|late|past)$/;

/** Where a phrase ends that says before `end` when it was: `the mayor on Tuesday`, `officials in Ohio late Friday`. */
export function beforeTimes(words: readonly Word[], end: number, limit: number): number {
  let at = end;
  while (at > limit && isWhen(words, at - 1)) at--;
  if (at === end) return end;
  if (at > limit && words[at - 1]?.pos === 'ADP' && before.test(words[at - 1]?.lower ?? '')) at--;
  while (at > limit && vague.test(words[at - 1]?.lower ?? '')) at--;
  const isPart = ['DET', 'ADJ', 'ADP', 'VERB', 'AUX', 'NUM'].includes(words[at - 1]?.pos ?? '');
  return at <= limit || isPart ? end : at;
}

/** A month is also somebody's name: it needs a date, or a word before it that tells. */
function isWhen(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (months.test(word?.lower ?? ''))
    return words[at + 1]?.pos === 'NUM' || before.test(words[at - 1]?.lower ?? '');
  return (
    isTime(word) || vague.test(word?.lower ?? '') || (word?.pos === 'NUM' && isTime(words[at - 1]))
  );
}
