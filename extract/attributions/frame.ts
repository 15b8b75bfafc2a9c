import type { Word } from '../words/passage.ts';

/** What follows a verb or a noun: the shape by which the lexicon knows whether it attributes. */
export type Frame = string;

interface Framed {
  readonly frame: Frame;
  /** The word at which what follows begins: adverbs and times of day are skipped. */
  readonly from: number;
}

const longestObject = 14;
const questions = new Set(['whether', 'if', 'how', 'why', 'what', 'when', 'where', 'who']);

export function frameAfter(words: readonly Word[], at: number): Framed {
  const from = pastAside(words, pastTimes(words, at));
  const word = words[from];
  if (word === undefined || word.sentence !== words[at]?.sentence) return { frame: 'end', from };
  if (isQuoted(words, at, from)) return { frame: 'quote', from };
  if (word.text === ':' || word.text === ',') return afterMark(words, at, from);
  return { frame: wordFrame(words, from), from };
}

const times =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:yesterday|today|tonight|recently|earlier|later|last|this|week|month|year|night|morning|afternoon|evening|january|february|march|april|may|june|july|august|september|october|november|december)$/;

export function isTime(word: Word | undefined): boolean {
  return word !== undefined && times.test(word.lower);
}

// `early Sunday evening, November 7, 2024,` and then some.
const mostTimes = 12;

function pastTimes(words: readonly Word[], at: number): number {
  let next = at + 1;
  for (; next < words.length && next <= at + mostTimes; next++) {
    const word = words[next];
    if (word?.lower === 'on' && isTime(words[next + 1])) continue;
    if (questions.has(word?.lower ?? '')) break;
    if (word?.pos === 'NUM' && words[next + 1]?.lower === 'times') {
      next++;
      continue;
    }
    if (word?.pos !== 'ADV' && !isTime(word) && !isDate(words, next)) break;
    if (word?.lower === 'this' && !isTime(words[next + 1])) break;
  }
  return next;
}

const longestAside = 12;

/** `said, however, that`, `reported, citing two officials, that`: words between commas. */
function pastAside(words: readonly Word[], at: number): number {
  if (words[at]?.text !== ',') return at;
  if (words[at + 1]?.pos === 'ADV' && words[at + 2]?.text === ',') return at + 3;
  if (words[at + 1]?.pos !== 'ADP' && words[at + 1]?.lower.endsWith('ing') !== true) return at;
  for (let next = at + 2; next < at + longestAside; next++) {
    if (words[next]?.sentence !== words[at]?.sentence) return at;
    if (words[next]?.text === ',') return words[next + 1]?.lower === 'that' ? next + 1 : at;
  }
  return at;
}

/** `7`, `,` and `2024` of `November 7, 2024`. */
function isDate(words: readonly Word[], at: number): boolean {
  if (isNumber(words[at])) return isTime(words[at - 1]) || words[at - 1]?.text === ',';
  return words[at]?.text === ',' && isNumber(words[at - 1]) && isNumber(words[at + 1]);
}

function isNumber(word: Word | undefined): boolean {
  return word?.pos === 'NUM' && word.text.length <= 4;
}

function isQuoted(words: readonly Word[], at: number, next: number): boolean {
  const quotation = words[next]?.quotation ?? -1;
  return quotation >= 0 && quotation !== words[at]?.quotation;
}

function afterMark(words: readonly Word[], at: number, from: number): Framed {
  if (isQuoted(words, at, from + 1)) return { frame: 'quote', from: from + 1 };
  return words[from]?.text === ':' ? { frame: 'colon', from: from + 1 } : { frame: 'end', from };
}

function wordFrame(words: readonly Word[], from: number): Frame {
  const word = words[from];
  if (word === undefined || word.pos === 'PUNCT' || word.pos === 'CCONJ') return 'end';
  if (word.lower === 'that') return words[from + 1]?.pos === 'PUNCT' ? 'np' : 'that';
  if (questions.has(word.lower)) return 'wh';
  if (word.lower === 'to') return isVerbal(words[from + 1]) ? 'to' : 'p:to';
  if (word.pos === 'ADP' && isBeforeQuote(words, from)) return 'np-quote';
  if (word.pos === 'ADP' || word.pos === 'SCONJ') return `p:${word.lower}`;
  if (word.pos === 'PART') return 'part';
  if (word.pos === 'AUX') return 'aux';
  if (word.pos === 'VERB' && word.lower.endsWith('ing'))
    return words[from + 1]?.pos === 'AUX' ? 'clause' : 'ing';
  if (word.pos === 'VERB' && !isAdjectival(words, from)) return 'verb';
  return nounFrame(words, from);
}

/** `alleged calls`: a participle that stands where an adjective does. */
function isAdjectival(words: readonly Word[], at: number): boolean {
  const next = words[at + 1]?.pos;
  return (
    words[at]?.lower.endsWith('ed') === true &&
    (next === 'NOUN' || next === 'PROPN' || next === 'ADJ')
  );
}

function isVerbal(word: Word | undefined): boolean {
  return word?.pos === 'VERB' || word?.pos === 'AUX' || word?.pos === 'ADV';
}

const longestWay = 8;

/** `replied within minutes: “No”`, `wrote on Monday in a post: “No”`. */
function isBeforeQuote(words: readonly Word[], from: number): boolean {
  for (let at = from + 1; at < from + longestWay; at++) {
    const word = words[at];
    if (word === undefined || word.quotation >= 0 || word.pos === 'VERB' || word.pos === 'AUX')
      return false;
    if (word.text === ':') return (words[at + 1]?.quotation ?? -1) >= 0;
    if (word.pos === 'PUNCT') return false;
  }
  return false;
}

/** A noun may be the object, or the subject of a clause, or the one who is told. */
function nounFrame(words: readonly Word[], from: number): Frame {
  const sentence = words[from]?.sentence;
  for (let at = from + 1; at < from + longestObject; at++) {
    const word = words[at];
    if (word === undefined || word.sentence !== sentence) return 'np';
    if (isQuoted(words, from, at)) return 'np-mixed';
    if (word.quotation < 0 && word.pos === 'PUNCT')
      return isMarkedQuote(words, at)
        ? 'np-quote'
        : isBeforeVerb(words, from, at)
          ? 'clause'
          : 'np';
    if (word.lower === 'that') return 'np-that';
    if (word.pos === 'CCONJ' && words[at + 1]?.pos === 'VERB') return 'np';
    if (word.pos === 'CCONJ' && goesOnSaying(words[at + 1], words[at + 2])) return 'np';
    if (isFiniteVerb(words, at)) return 'clause';
    if (word.lower === 'whether' || word.lower === 'if' || word.lower === 'to') return 'np-to';
    if (word.pos === 'ADP' && word.lower !== 'of') return afterPhrase(words, at);
  }
  return 'np';
}

const longestApposition = 9;

/** `said his deputy, Joan Reed, had left`: a name between commas, and then what it did. */
function isBeforeVerb(words: readonly Word[], from: number, comma: number): boolean {
  if (words[comma]?.text !== ',' || words[comma - 1]?.pos === 'VERB') return false;
  const isDone = words[comma + 1]?.lower.endsWith('ed') === true;
  const isPart = (pos: string) =>
    described.has(pos) || (isDone && (pos === 'ADP' || pos === 'VERB'));
  let at = comma + 1;
  while (at < comma + longestApposition && isPart(words[at]?.pos ?? '')) at++;
  const isOne = at > comma + 1 && words[at]?.text === ',' && words[at]?.quotation === -1;
  const verb = /^(?:never|also|had|twice)$/u.test(words[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  const isHad = words[at + 1]?.pos === 'AUX' || isPast(words[verb]);
  return isOne && isHad && words[at + 1]?.sentence === words[from]?.sentence;
}

function isPast(word: Word | undefined): boolean {
  return word?.pos === 'VERB' && word.lower !== word.lemma && !word.lower.endsWith('ing');
}

const described = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PART', 'NUM']);

/** `denies any wrongdoing and points out that`: the tagger takes some verbs for nouns. */
export function goesOnSaying(word: Word | undefined, next: Word | undefined): boolean {
  return (
    /^(?:points|claims|notes|reports)$/u.test(word?.lower ?? '') &&
    /^(?:that|out)$/u.test(next?.lower ?? '')
  );
}

const longestPhrase = 8;

/** `told the paper on Monday that`, `told members of the board at noon: "..."`: what is said comes after where and when. */
function afterPhrase(words: readonly Word[], from: number): Frame {
  const sentence = words[from]?.sentence;
  for (let at = from + 1; at < from + longestPhrase; at++) {
    const word = words[at];
    if (word === undefined || word.sentence !== sentence) return 'np';
    if (word.quotation >= 0)
      return isQuoted(words, from, at) && words[from - 1]?.lower === 'those' ? 'np-mixed' : 'np';
    if (word.lower === 'that' && word.pos !== 'DET') return 'np-that';
    if (word.pos === 'PUNCT') return isMarkedQuote(words, at) ? 'np-quote' : 'np';
    if (isFiniteVerb(words, at)) return 'np';
  }
  return 'np';
}

function isMarkedQuote(words: readonly Word[], at: number): boolean {
  const mark = words[at]?.text;
  return (mark === ',' || mark === ':') && (words[at + 1]?.quotation ?? -1) >= 0;
}

export function isFiniteVerb(words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]];
  if (word?.pos === 'AUX') return before?.lower !== 'to';
  if (word?.pos !== 'VERB' || word.lower.endsWith('ing')) return false;
  return before?.lower !== 'to' && before?.lower !== 'who' && before?.lower !== 'which';
}
