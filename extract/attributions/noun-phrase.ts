import type { Range, Word } from '../words/passage.ts';
import { isTime } from './frame.ts';

/** Parts of speech that a noun phrase is made of. */
export const inside = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PRON', 'PART', 'SYM', 'X']);
const joins = new Set(['of', 'in', 'for', 'from', 'at', 'with', 'on', 'to']);

/** The noun phrase that ends right before `end`, not reaching back past `limit`. */
export function phraseBefore(
  words: readonly Word[],
  end: number,
  limit: number,
): Range | undefined {
  let first = runBefore(words, end, limit);
  if (first === end) return undefined;
  for (let at = first; at > limit; ) {
    const join = words[at - 1];
    const isJoin =
      join?.pos === 'ADP' ? joins.has(join.lower) : join?.text === '&' || join?.lower === 'and';
    const next = isJoin ? runBefore(words, at - 1, limit) : at;
    if (next >= at - 1) break;
    if (join?.lower !== 'of' && !isFree(words, next, limit)) break;
    first = next;
    at = next;
  }
  return startsWell(words, { first, last: end - 1 });
}

/** Whether nothing before the phrase governs it: it begins what it stands in. */
function isFree(words: readonly Word[], first: number, limit: number): boolean {
  const before = words[first - 1];
  return (
    first <= limit ||
    before === undefined ||
    before.pos === 'PUNCT' ||
    before.pos === 'SCONJ' ||
    before.pos === 'CCONJ'
  );
}

function runBefore(words: readonly Word[], end: number, limit: number): number {
  let first = end;
  while (first > limit && isInside(words, first - 1)) first--;
  while (first < end && (words[first]?.pos === 'PART' || words[first]?.lower === 'to')) first++;
  return first;
}

function isInside(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (
    word === undefined ||
    word.lower === 'that' ||
    word.lower === 'to' ||
    word.lower === 'not' ||
    word.lower === "n't"
  )
    return false;
  if (isTime(word) && words[at + 1]?.text !== "'s" && words[at + 1]?.text !== '’s') return false;
  if (isPlainPossessive(words, at)) return true;
  return inside.has(word.pos) || word.text === '%' || word.text === '.' || isParenthesis(words, at);
}

/** The apostrophe of `the teachers' union`. */
export function isPlainPossessive(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  const isApostrophe = word?.text === "'" || word?.text === '’';
  return (
    isApostrophe &&
    before?.end === word.start &&
    /s$/u.test(before.lower) &&
    (after?.pos === 'NOUN' || (after?.pos === 'PROPN' && before.pos === 'PROPN')) &&
    after.quotation === before.quotation
  );
}

/** `(R-Fla.)` after a name is part of it. */
function isParenthesis(words: readonly Word[], at: number): boolean {
  const text = words[at]?.text;
  if (text === ')') return words[at - 2]?.text === '(' || words[at - 3]?.text === '(';
  return text === '(';
}

function startsWell(words: readonly Word[], { first, last }: Range): Range | undefined {
  let at = first;
  while (at <= last && (words[at]?.pos === 'PUNCT' || words[at]?.pos === 'PART')) at++;
  return at > last ? undefined : { first: at, last };
}
