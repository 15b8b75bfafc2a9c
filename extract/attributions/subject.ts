import type { Range, Word } from '../words/passage.ts';
import type { Cue } from './cues.ts';
import { isFiniteVerb, isTime } from './frame.ts';
import { inside, isPlainPossessive, phraseBefore } from './noun-phrase.ts';
import type { Reading } from './reading.ts';
import type { SharedSource } from './shared-source.ts';
import { beforeTimes } from './times.ts';

/** The noun phrase right before the verb group that begins at `end`, with what stands between commas. */
export function subjectBefore(
  words: readonly Word[],
  end: number,
  limit: number,
): Range | undefined {
  const before = words[end - 1];
  if (before === undefined || end <= limit) return undefined;
  const to = beforeTimes(words, end, limit);
  if (to < end) return subjectBefore(words, to, limit);
  if (alone.test(before.lower)) return { first: end - 1, last: end - 1 };
  const ready = beforeReady(words, end, limit);
  if (ready !== undefined) return subjectBefore(words, ready, limit);
  if (before.text === ',' || dashes.has(before.text)) return pastAside(words, end - 1, limit);
  if (before.text === ')') return beforeBracket(words, end, limit);
  return clauseSubject(words, end, limit) ?? phraseBefore(words, end, limit);
}

const alone = /^(?:who|which|he|she|they|we|i)$/u;

/** `Lee was quick to deny it`: where the subject ends. */
function beforeReady(words: readonly Word[], end: number, limit: number): number | undefined {
  if (words[end]?.lower !== 'to' || words[end - 1]?.pos !== 'ADJ') return undefined;
  let at = end - 2;
  while (at > limit && words[at]?.pos === 'ADV') at--;
  if (words[at]?.lemma !== 'be') return undefined;
  while (at > limit && /^(?:AUX|ADV)$/u.test(words[at - 1]?.pos ?? '')) at--;
  return at > limit ? at : undefined;
}

const longestBracket = 10;

/** `Holm Dams (NYSE: HLM) said`: what brackets add is no part of the name, unless it is as short as a party. */
function beforeBracket(words: readonly Word[], end: number, limit: number): Range | undefined {
  let open = end - 1;
  while (open > limit && open > end - longestBracket && words[open]?.text !== '(') open--;
  const isShort = words[open]?.text !== '(' || end - open <= 4;
  const to = isShort ? end : open;
  return clauseSubject(words, to, limit) ?? phraseBefore(words, to, limit);
}

/** All from the beginning of the clause, where it is one long noun phrase: `A poll taken by the city in June`. */
function clauseSubject(words: readonly Word[], end: number, limit: number): Range | undefined {
  let first = end;
  while (first > limit && (!isClauseMark(words[first - 1]) || isPartOfWord(words, first - 1)))
    first--;
  while (first < end && ['ADV', 'CCONJ', 'PUNCT'].includes(words[first]?.pos ?? '')) first++;
  const opener = words[first];
  if (opener === undefined || first >= end || !inside.has(opener.pos) || opener.lower === 'there')
    return undefined;
  for (let at = first; at < end; at++) {
    if (isFiniteVerb(words, at) && !isReduced(words, at)) return undefined;
    if ((words[at]?.lower === 'to' && words[at]?.pos === 'PART') || words[at]?.lower === 'when')
      return undefined;
  }
  return { first, last: beforeTimes(words, end, first) - 1 };
}

/** The apostrophe of `the teachers' union`, the point of `the Rev. Roe`. */
function isPartOfWord(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  const isPoint = word?.text === '.' && before?.end === word.start && after?.pos === 'PROPN';
  return (isPoint && after.sentence === word.sentence) || isPlainPossessive(words, at);
}

// The tagger takes some of these for prepositions.
const openers = new Set([
  'that',
  'but',
  'which',
  'after',
  'before',
  'until',
  'when',
  'while',
  'because',
  'despite',
]);

function isClauseMark(word: Word | undefined): boolean {
  if (word === undefined || word.quotation >= 0) return true;
  if (word.pos === 'PUNCT') return !'()$'.includes(word.text);
  return word.pos === 'SCONJ' || openers.has(word.lower);
}

const participle = /(?:ed|en|wn|ne|nt|ept|ught|made|held|led|sold|told|paid|found|built)$/;

/** A participle that describes the noun before it: `records compiled by`. */
function isReduced(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word?.pos !== 'VERB' || !participle.test(word.lower)) return false;
  if (after?.pos !== 'ADP' && !isTime(after)) return false;
  return before?.pos === 'NOUN' || before?.pos === 'PROPN' || before?.pos === 'PRON';
}

/** `Lee, however,` is Lee; `Lee, a farmer,` and `Lee, who chairs it,` are all of it. */
function pastAside(words: readonly Word[], end: number, limit: number): Range | undefined {
  const resident = beforeAddress(words, end, limit);
  if (resident !== undefined) return resident;
  const comma = commaBefore(words, end, limit);
  if (comma === undefined) return undefined;
  const phrase = clauseSubject(words, comma, limit) ?? phraseBefore(words, comma, limit);
  const aside = words[comma + 1];
  if (phrase === undefined || aside === undefined || words.slice(phrase.first, comma).every(isTime))
    return undefined;
  if (aside.lower !== 'who' && aside.pos !== 'VERB' && isClause(words, comma + 1, end))
    return undefined;
  const belongs =
    beforeTimes(words, end, comma) > comma + 1 &&
    (aside.lower === 'who' || ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(aside.pos));
  const isAge = phrase.first === phrase.last && words[phrase.first]?.pos === 'NUM';
  if (!belongs && !isAge) return phrase;
  return { first: beforeAge(words, phrase.first, limit), last: belongs ? end : phrase.last };
}

const longestAddress = 14;

/** `Ann Roe, 58, of Mill Lane, Tarn,`: who lives there. */
function beforeAddress(words: readonly Word[], end: number, limit: number): Range | undefined {
  for (let at = end - 1; at > Math.max(limit + 1, end - longestAddress); at--) {
    const isFrom = /^(?:of|from)$/u.test(words[at]?.lower ?? '');
    if (!isFrom || words[at - 1]?.text !== ',' || words[at - 2]?.pos !== 'NUM') continue;
    return words[at - 3]?.text === ',' ? phraseBefore(words, at - 3, limit) : undefined;
  }
  return undefined;
}

/** Where `Ann Roe, 58, a nurse,` begins, seen from `58` or from `a nurse`. */
function beforeAge(words: readonly Word[], first: number, limit: number): number {
  const age = words[first]?.pos === 'NUM' ? first : first - 2;
  const isAge =
    words[age]?.pos === 'NUM' && words[age - 1]?.text === ',' && words[age + 1]?.text === ',';
  return isAge ? (phraseBefore(words, age - 1, limit)?.first ?? first) : first;
}

const dashes = new Set(['—', '--', '–']);

function isClause(words: readonly Word[], first: number, end: number): boolean {
  for (let at = first + 1; at < end; at++) {
    if (['who', 'which', 'that', 'whose'].includes(words[at]?.lower ?? '')) return false;
    if (isFiniteVerb(words, at) && !isReduced(words, at)) return true;
  }
  return false;
}

const longestAside = 30;

function commaBefore(words: readonly Word[], end: number, limit: number): number | undefined {
  const mark = words[end]?.text;
  for (let at = end - 1; at >= limit && at > end - longestAside; at--) {
    if (words[at]?.text === mark) return at;
  }
  return undefined;
}

/** The source of the attribution before, in the same sentence: `Lee said it was safe, adding`. */
export function sharedSource(
  { words, sourceBefore }: Reading,
  cue: Cue,
  start: number,
): SharedSource | undefined {
  for (let at = cue.first - 1; at >= start; at--) {
    const shared = sourceBefore.get(at);
    if (shared !== undefined)
      return beforeRelative(words, shared, { start, end: cue.first }) ?? shared;
  }
  return undefined;
}

/** `Lee, who backed it, said`: not who backed it, but Lee. */
function beforeRelative(
  words: readonly Word[],
  { source }: SharedSource,
  { start, end }: { start: number; end: number },
): SharedSource | undefined {
  const last = words[end - 1];
  const isAside =
    words[source.first - 1]?.text === ',' &&
    (last?.text === ',' || (last !== undefined && last.quotation >= 0));
  if (!isAside || words[source.first]?.lower !== 'who') return undefined;
  const own = subjectBefore(words, source.first - 1, start);
  return own && { source: own, isOwn: false };
}

/** The subject of the verb before: `Lee left, saying`, `Lee left and said`, `Lee is trying to show`. */
export function governingSubject({ words }: Reading, cue: Cue, start: number): Range | undefined {
  return governingBefore(words, cue.first, start);
}

/** The same for any word. */
export function governingBefore(
  words: readonly Word[],
  at: number,
  start: number,
): Range | undefined {
  return governing(words, at, start) ?? nameBeforeComma(words, at, start);
}

const mostVerbs = 4;

function governing(words: readonly Word[], end: number, start: number): Range | undefined {
  let tries = 0;
  for (let at = end - 1; at > start && tries < mostVerbs; at--) {
    if ((words[at]?.quotation ?? -1) >= 0 || !isFiniteVerb(words, at)) continue;
    tries++;
    let first = at;
    while (first > start && (words[first - 1]?.pos === 'AUX' || words[first - 1]?.pos === 'ADV'))
      first--;
    const subject = subjectBefore(words, first, start);
    if (subject !== undefined) return subject;
    at = first;
  }
  return undefined;
}

/** `Lee, recalling the flood, wept`, `Lee, while praising it, left`. */
function nameBeforeComma(words: readonly Word[], end: number, start: number): Range | undefined {
  const comma = words[end - 1]?.pos === 'SCONJ' ? end - 2 : end - 1;
  return words[comma]?.text === ',' ? clauseSubject(words, comma, start) : undefined;
}
