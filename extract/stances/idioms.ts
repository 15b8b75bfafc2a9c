import { phraseBefore } from '../attributions/noun-phrase.ts';
import { governingBefore, subjectBefore } from '../attributions/subject.ts';
import { type Idiom, idioms, ownDenial } from '../lexicon/idioms.ts';
import {
  type Passage,
  type Range,
  sentenceEnd,
  sentenceStart,
  type Word,
} from '../words/passage.ts';
import { plainText, wordsAt } from './plain-text.ts';
import type { Statement } from './statement.ts';
import { verdictIn } from './verdict.ts';

/** Stances that are taken by other words than verbs of saying: `issued a denial`, `was sceptical of the report`. */
export function idiomStatements({ words, blocks }: Passage): Statement[] {
  const found: Statement[] = [];
  for (const [at, word] of words.entries()) {
    if (word.quotation !== -1 || blocks[word.block]?.kind === 'CAPTION') continue;
    const statement = idiomAt(words, at) ?? denialOf(words, at);
    if (statement !== undefined) found.push(statement);
  }
  return found;
}

const byWord = new Map<string, Idiom[]>();
for (const idiom of idioms)
  for (const word of idiom.from.split(' ')) byWord.set(word, [...(byWord.get(word) ?? []), idiom]);

function idiomAt(words: readonly Word[], at: number): Statement | undefined {
  const lower = words[at]?.lower ?? '';
  for (const idiom of byWord.get(lower) ?? []) {
    const statement = mistaken.test(lower) ? branded(words, at) : read(words, at, idiom);
    if (statement !== undefined) return statement;
  }
  return undefined;
}

const mistaken = /^(?:brand|contest|rubbish|debunk|discredit)(?:ed|s)?$/u;
const unreal =
  /^(?:would|could|may|might|can|will|should|must|not|n't|never|to|if|no|without|neither)$/u;

function read(
  words: readonly Word[],
  at: number,
  { kind, near, pattern, isObject }: Idiom,
): Statement | undefined {
  if (!isNear(words, at, near)) return undefined;
  const last = lastOf(words, at);
  const { text, places } = plainText(words, [{ first: at, last }], longest);
  const groups = pattern.exec(text)?.indices?.groups;
  if (groups === undefined) return undefined;
  const part = (span: readonly [number, number] | undefined) => span && wordsAt(places, span);
  const [who, what, pointer] = [part(groups.who), part(groups.what), part(groups.pointer)];
  const source = who ?? subjectOf(words, at);
  if (source === undefined || isUnreal(words, at)) return undefined;
  const content = what ?? pointer ?? { first: at, last: at };
  const ends = [at, source.last, content.last];
  return {
    ...shape,
    cue: { first: at, last: at },
    lemma: isObject === true ? 'plead' : '',
    source,
    content: [content],
    quote: {
      first: Math.min(source.first, at),
      last: Math.max(...ends, who === undefined && what === undefined ? last : at),
    },
    stands: kind,
    ...(isObject === true ? {} : { points: what === undefined }),
  };
}

// Nobody takes a stance by an idiom of more words.
const longest = 120;
const farthest = 24;

function isNear(words: readonly Word[], at: number, near: RegExp): boolean {
  const { sentence } = words[at] ?? {};
  for (let next = at + 1; next <= at + farthest; next++) {
    const word = words[next];
    if (word === undefined || word.sentence !== sentence) return false;
    if (near.test(word.lower)) return true;
  }
  return false;
}

const shape = {
  frame: 'nominal',
  mode: 'INDIRECT',
  negated: false,
  isHidden: false,
  isShared: false,
  within: undefined,
} as const;

/** `branded the report fake news`: verbs that the tagger takes for adjectives and nouns. */
function branded(words: readonly Word[], at: number): Statement | undefined {
  const last = beforeSaying(words, at, lastOf(words, at));
  const passive = words.slice(Math.max(0, at - 3), at).some(({ lemma }) => lemma === 'be');
  const by = passive ? words.slice(at, last).findIndex(({ lower }) => lower === 'by') : -1;
  const source = by === -1 ? subjectOf(words, at) : { first: at + by + 1, last };
  const subject = by === -1 ? undefined : (reportBefore(words, at) ?? subjectOf(words, at));
  if (source === undefined || isUnreal(words, at) || passive !== (by !== -1)) return undefined;
  const object: readonly Range[] =
    subject === undefined
      ? [{ first: at + 1, last }]
      : [subject, { first: at + 1, last: at + by - 1 }];
  const isNamed = /^brand/u.test(words[at]?.lower ?? '');
  const verdict =
    verdictIn(words, object, 'naming') ??
    (isNamed ? undefined : verdictIn(words, object, 'object'));
  if (verdict === undefined) return undefined;
  const told = verdict.what ?? verdict.pointer;
  return {
    ...shape,
    cue: { first: at, last: at },
    lemma: 'brand',
    source,
    content: told === undefined ? object : [told],
    quote: { first: Math.min(source.first, subject?.first ?? source.first), last },
    stands: verdict.kind,
    points: verdict.what === undefined,
  };
}

const reportsThat =
  /^(?:\p{L}+ ){0,3}(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|assertions?|stories|theories)(?: [^,]{1,40}?)? that /iu;

/** `Claims that it leaked have been debunked`: all of it. */
function reportBefore(words: readonly Word[], at: number): Range | undefined {
  const whole = { first: sentenceStart(words, at), last: groupStart(words, at) - 1 };
  return reportsThat.test(plainText(words, [whole], longest).text) ? whole : undefined;
}

/** `rubbished the report, saying it was mad`: up to what else is said. */
function beforeSaying(words: readonly Word[], at: number, last: number): number {
  const comma = words
    .slice(at, last)
    .findIndex(
      ({ text }, index) => text === ',' && /ing$/u.test(words[at + index + 1]?.lower ?? ''),
    );
  return comma > 0 ? at + comma - 1 : last;
}

/** `Roe’s denial that he sold it`, `his denial that`. */
function denialOf(words: readonly Word[], at: number): Statement | undefined {
  if (!/^denials?$/u.test(words[at]?.lower ?? '')) return undefined;
  const start = sentenceStart(words, at);
  const mark = words[at - 1]?.pos === 'ADJ' ? at - 2 : at - 1;
  const isOwner = /^['’]s?$/u.test(words[mark]?.text ?? '');
  const source = isOwner ? phraseBefore(words, mark, start) : undefined;
  if (source === undefined) return undefined;
  const { text, places } = plainText(words, [{ first: at, last: lastOf(words, at) }], longest);
  const span = ownDenial.exec(text)?.indices?.groups?.what;
  const what = span && wordsAt(places, span);
  if (what === undefined) return undefined;
  return {
    ...shape,
    cue: { first: at, last: at },
    lemma: '',
    source,
    content: [what],
    quote: { first: source.first, last: what.last },
    stands: 'DENIES',
    points: false,
  };
}

function lastOf(words: readonly Word[], at: number): number {
  const end = sentenceEnd(words, at);
  return words[end - 1]?.pos === 'PUNCT' && words[end - 1]?.quotation === -1 ? end - 2 : end - 1;
}

function groupStart(words: readonly Word[], at: number): number {
  let first = at;
  while (first > 0 && ['AUX', 'ADV', 'PART'].includes(words[first - 1]?.pos ?? '')) first--;
  return first;
}

function isUnreal(words: readonly Word[], at: number): boolean {
  if (words[sentenceEnd(words, at) - 1]?.text === '?') return true;
  const from = Math.min(groupStart(words, at), at - 1);
  return words.slice(Math.max(0, from), at).some(({ lower }) => unreal.test(lower));
}

function subjectOf(words: readonly Word[], at: number): Range | undefined {
  const start = sentenceStart(words, at);
  const first = groupStart(words, at);
  return subjectBefore(words, first, start) ?? governingBefore(words, first, start);
}
