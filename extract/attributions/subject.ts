import type { Range, Word } from '../passage.ts';
import type { Cue } from './cues.ts';
import { isFiniteVerb, isTime } from './frame.ts';
import { inside, isPlainPossessive, phraseBefore } from './noun-phrase.ts';
import type { Reading } from './reading.ts';
import type { SharedSource } from './shared-source.ts';

/** The noun phrase right before the verb group that begins at `end`, with what stands between commas. */
export function subjectBefore(
  words: readonly Word[],
  end: number,
  limit: number,
): Range | undefined {
  const before = words[end - 1];
  if (before === undefined || end <= limit) return undefined;
  if (before.lower === 'who' || before.lower === 'which') return { first: end - 1, last: end - 1 };
  if (before.text === ',' || dashes.has(before.text)) return pastAside(words, end - 1, limit);
  if (before.text === ')') return beforeBracket(words, end, limit);
  return clauseSubject(words, end, limit) ?? phraseBefore(words, end, limit);
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
  while (first > limit && (!isClauseMark(words[first - 1]) || isPlainPossessive(words, first - 1)))
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
  return withoutDay(words, { first, last: end - 1 });
}

/** `The ministry on Monday` is the ministry. */
function withoutDay(words: readonly Word[], { first, last }: Range): Range | undefined {
  let to = last;
  while (to >= first && isTime(words[to])) to--;
  if (to < first) return undefined;
  const isDay = to < last && to > first && words[to]?.pos === 'ADP';
  return { first, last: isDay ? to - 1 : last };
}

function isClauseMark(word: Word | undefined): boolean {
  if (word === undefined || word.quotation >= 0) return true;
  if (word.pos === 'PUNCT') return !'()$'.includes(word.text);
  return (
    word.pos === 'SCONJ' || word.lower === 'that' || word.lower === 'but' || word.lower === 'which'
  );
}

const participle = /(?:ed|en|wn|ne|nt|ept|ught|made|held|led|sold|told|paid|found|built)$/;

/** A participle that describes the noun before it: `records compiled by`. */
function isReduced(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word?.pos !== 'VERB' || after?.pos !== 'ADP' || !participle.test(word.lower)) return false;
  return before?.pos === 'NOUN' || before?.pos === 'PROPN' || before?.pos === 'PRON';
}

/** `Lee, however,` and `Lee, who chairs it,` are Lee; `Lee, a farmer,` is all of it. */
function pastAside(words: readonly Word[], end: number, limit: number): Range | undefined {
  const comma = commaBefore(words, end, limit);
  if (comma === undefined) return undefined;
  const phrase = clauseSubject(words, comma, limit) ?? phraseBefore(words, comma, limit);
  const aside = words[comma + 1];
  if (phrase === undefined || aside === undefined || words.slice(phrase.first, comma).every(isTime))
    return undefined;
  if (aside.lower !== 'who' && aside.pos !== 'VERB' && isClause(words, comma + 1, end))
    return undefined;
  const belongs =
    ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(aside.pos) && aside.lower !== 'who';
  return belongs ? { first: phrase.first, last: end } : phrase;
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
  { sourceBefore }: Reading,
  cue: Cue,
  start: number,
): SharedSource | undefined {
  for (let at = cue.first - 1; at >= start; at--) {
    const shared = sourceBefore.get(at);
    if (shared !== undefined) return shared;
  }
  return undefined;
}

/** The subject of the verb before: `Lee left, saying`, `Lee left and said`, `Lee is trying to show`. */
export function governingSubject({ words }: Reading, cue: Cue, start: number): Range | undefined {
  return governing(words, cue.first, start) ?? nameBeforeComma(words, cue.first, start);
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
