import { bare, quotationEnd, type Range, sentenceEnd, type Word } from '../words/passage.ts';
import type { Cue } from './cues.ts';
import { goesOnSaying, isFiniteVerb } from './frame.ts';
import { isOccasion } from './occasion.ts';
import { isClause, isOtherCue, isOwnCue, isSilentCue, isTensedCue } from './other-cues.ts';
import type { Reading } from './reading.ts';
import { hasThatBehind } from './that-behind.ts';

/** What follows a cue, up to where the clause ends. */
export function contentAfter(reading: Reading, cue: Cue): Range | undefined {
  const { words } = reading;
  const first = contentStart(words, cue);
  const word = words[first];
  const isNear =
    word !== undefined && (word.sentence === words[cue.head]?.sentence || word.quotation >= 0);
  if (!isNear || (word.pos === 'CCONJ' && cue.frame === 'end')) return undefined;
  return bare(words, { first, last: contentEnd(reading, cue, first) - 1 });
}

function contentStart(words: readonly Word[], cue: Cue): number {
  const { frame, from, head } = cue;
  const end = sentenceEnd(words, head);
  if (frame === 'np-that')
    return find(words, { from, end }, (word) => word.lower === 'that') ?? from;
  if (frame === 'np-quote')
    return find(words, { from, end }, (word) => word.quotation >= 0) ?? from;
  if (frame.startsWith('p:') && (cue.last === head || hasThatBehind(words, cue))) {
    const comma = find(words, { from, end }, (word) => word.text === ',') ?? end;
    return find(words, { from, end: comma }, (word) => word.lower === 'that') ?? from;
  }
  if (frame === 'clause' && telling.has(words[head]?.lemma ?? ''))
    return toldClause(words, from, end);
  return from;
}

function find(
  words: readonly Word[],
  { from, end }: { from: number; end: number },
  is: (word: Word) => boolean,
): number | undefined {
  for (let at = from; at < end; at++) {
    const word = words[at];
    if (word !== undefined && is(word)) return at;
  }
  return undefined;
}

const telling = new Set(['tell', 'assure', 'remind', 'warn', 'convince', 'inform', 'persuade']);

/** `told the paper he would go`: the clause begins at its subject, the last phrase before its verb. */
function toldClause(words: readonly Word[], from: number, end: number): number {
  const verb =
    find(words, { from: from + 1, end }, ({ pos }) => pos === 'AUX' || pos === 'VERB') ?? end;
  let at = verb - 1;
  while (at > from && words[at]?.pos !== 'PRON' && isSamePhrase(words, at)) at--;
  return Math.max(at, from);
}

/** Whether the word belongs to the phrase that the word before it begins: `the old claim`. */
function isSamePhrase(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1]?.pos, words[at]?.pos];
  return before === word || before === 'ADJ' || before === 'DET' || before === 'NUM';
}

function contentEnd(reading: Reading, cue: Cue, first: number): number {
  const { words } = reading;
  const end = sentenceEnd(words, first);
  for (let at = first; at < end; ) {
    if ((words[at]?.quotation ?? -1) >= 0) at = quotationEnd(words, at);
    else if (at > first && isBreak(reading, cue, at)) return at;
    else at++;
    if (at >= end) return at;
  }
  return end;
}

const dashes = new Set(['—', '--', '–']);
const turns = new Set(['but', 'while', 'although', 'though', 'whereas']);

function isBreak(reading: Reading, cue: Cue, at: number): boolean {
  const { words, taken } = reading;
  const [word, next] = [words[at], words[at + 1]];
  if (word === undefined || taken.has(at) || word.text === ';') return true;
  if (phrases.has(cue.frame) && endsPhrase(words, at)) return true;
  if (cue.form === 'NOUN' && isAnswered(reading, cue, at)) return true;
  if (isRelative(words, cue) && endsRelative(reading, at)) return true;
  if (word.text === ',' && isOpening(words, cue)) return true;
  if (word.pos === 'CCONJ')
    return (
      goesOnSaying(next, words[at + 2]) ||
      isOtherCue(reading, cue, at + 1) ||
      isSilentCue(reading, at + 1) ||
      isTensedCue(reading, cue, at + 1) ||
      isOwnCue(reading, at + 1, (frame) => isClause.has(frame))
    );
  if (dashes.has(word.text))
    return cue.frame === 'np' || (isTold(words, cue, at) && isOnlyDash(words, cue, at));
  if (word.text !== ',' || next === undefined) return false;
  const from = at + (next.pos === 'CCONJ' ? 2 : 1);
  return (
    turns.has(next.lower) ||
    (isTold(words, cue, at) && isOwnCue(reading, from, (frame) => frame !== 'end')) ||
    isParticipleCue(reading, at + 1) ||
    isOtherCue(reading, cue, from) ||
    (at - cue.from > shortest && isOccasionCue(reading, at + 1))
  );
}

/** `his claim that it leaked was denied by the board`: what is claimed has been told. */
function isAnswered({ words, cueFrom }: Reading, { from }: Cue, at: number): boolean {
  const other = cueFrom.get(at);
  const isPassive =
    other?.form === 'VERB' &&
    words.slice(at, other.head).some(({ lemma }) => lemma === 'be') &&
    words[other.head]?.lower.endsWith('ed') === true;
  return isPassive && words.slice(from, at).some((_, index) => isFiniteVerb(words, from + index));
}

// `said that, after Lee warned, it closed` has not told anything yet.
const shortest = 2;
const longestDelay = 4;
const occasions = new Set([
  'after',
  'before',
  'when',
  'as',
  'because',
  'since',
  'despite',
  'until',
]);

/** `, a day after the Gazette reported`, `, despite Lee's claim`: the sentence goes on about somebody else's words. */
function isOccasionCue(reading: Reading, from: number): boolean {
  let at = from;
  while (
    at < from + longestDelay &&
    ['DET', 'NUM', 'NOUN', 'ADV'].includes(reading.words[at]?.pos ?? '')
  )
    at++;
  return occasions.has(reading.words[at]?.lower ?? '') && isOwnCue(reading, at + 1, () => true);
}

function isRelative(words: readonly Word[], { first }: Cue): boolean {
  return words[first - 1]?.lower === 'who' && words[first - 2]?.text === ',';
}

/** `Lee, who called it “safe,” said that`: the sentence goes on about its subject. */
function endsRelative({ words, cueFrom }: Reading, at: number): boolean {
  const isComma = words[at]?.text === ',';
  if (isComma && isFiniteVerb(words, at + 1)) return true;
  const cue = cueFrom.get(isComma ? at + 1 : at);
  return (
    cue?.form === 'VERB' &&
    (isComma || words[at - 1]?.text === ',' || (words[at - 1]?.quotation ?? -1) >= 0)
  );
}

/** `said it leaked — a first`: a dash without a second one ends what is said. */
function isOnlyDash(words: readonly Word[], { from }: Cue, dash: number): boolean {
  const isDash = (word: Word) => dashes.has(word.text);
  const end = sentenceEnd(words, dash);
  return (
    find(words, { from, end: dash }, isDash) === undefined &&
    find(words, { from: dash + 1, end }, isDash) === undefined
  );
}

/** `Asked about it, Lee laughed`: a participle before the subject ends at the comma. */
function isOpening(words: readonly Word[], { first, head }: Cue): boolean {
  const isFirst = words[first - 1]?.sentence !== words[first]?.sentence;
  return isFirst && first === head && words[head]?.lower !== words[head]?.lemma;
}

const phrases = new Set([
  'np',
  'np-mixed',
  'p:for',
  'p:of',
  'p:on',
  'p:about',
  'p:against',
  'p:with',
  'p:at',
]);

/** An object is shorter than a clause: it ends where the sentence goes on about something else. */
function endsPhrase(words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]];
  if (word?.pos === 'ADP') return isOccasion(words, at);
  if (word?.pos === 'SCONJ' && word.lower !== 'that')
    return ['because', 'when', 'after', 'before', 'as', 'since', 'if'].includes(word.lower);
  if (word?.text !== ',' || next === undefined) return false;
  return (
    ['which', 'who', 'where'].includes(next.lower) ||
    next.pos === 'VERB' ||
    next.pos === 'AUX' ||
    next.pos === 'ADP' ||
    next.pos === 'SCONJ' ||
    next.pos === 'PRON'
  );
}

export function isParticipleCue({ words, cueFrom }: Reading, at: number): boolean {
  const cue = cueFrom.get(at);
  return (
    cue !== undefined && cue.form === 'VERB' && words[cue.head]?.lower.endsWith('ing') === true
  );
}

/** Whether a clause has had its verb by then: `that during the call, Lee` has only begun. */
function isTold(words: readonly Word[], { frame, from }: Cue, end: number): boolean {
  if (!isClause.has(frame)) return true;
  for (let at = from; at < end; at++) if (isFiniteVerb(words, at)) return true;
  return false;
}
