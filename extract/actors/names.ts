import { isTime } from '../attributions/frame.ts';
import { speechHeading } from '../lexicon/speeches.ts';
import type { Passage, Range, Word } from '../words/passage.ts';
import type { ActorKind } from './actor.ts';
import {
  bodiesOf,
  companyNouns,
  governments,
  groupNouns,
  kindsOfTitle,
  outletEndings,
  outletNouns,
  personNouns,
  unnamedNouns,
} from './gazetteer.ts';
import { kindOfBody, kindOfName } from './name-kind.ts';
import { isTitle, officesOf } from './offices.ts';
import { isGivenName } from './sex.ts';

/** A name as it stands in the text, offices left out. */
export interface Name extends Range {
  readonly name: string;
  readonly kind: ActorKind;
  /** The words of office beside it, in lower case: `russian`, `president`. */
  readonly offices: readonly string[];
}

/** Every name in the paragraphs and captions; headings only repeat and mislead. */
export function namesIn({ words, blocks, text }: Passage): Name[] {
  const names: Name[] = [];
  const small = new Set<string>();
  const isSpeech = new Set(
    [...blocks.entries()]
      .filter(([, { start, end }]) =>
        speechHeading.test(text.slice(start, Math.min(end, start + 160))),
      )
      .map(([index]) => index),
  );
  for (const { text, lower } of words) if (text === lower) small.add(lower);
  for (let at = 0; at < words.length; at++) {
    const kind = blocks[words[at]?.block ?? -1]?.kind;
    if (kind !== 'PARAGRAPH' && kind !== 'CAPTION' && !isSpeech.has(words[at]?.block ?? -1))
      continue;
    if (!isCapital(words, at)) continue;
    const last = runEnd(words, at);
    const isRun =
      words.slice(at, last + 1).some(({ pos }) => pos === 'PROPN') ||
      governments.has(text.slice(words[at]?.start, words[last]?.end).toLowerCase()) ||
      (words[at - 1]?.lower === 'the' && outletEndings.has(words[last]?.lower ?? ''));
    const begins = words[at - 1]?.sentence !== words[at]?.sentence;
    if (begins && at === last && small.has(words[at]?.lower ?? '')) continue;
    // `Cross-examined by Ms Roe,`
    if (begins && /ed$/u.test(words[at]?.lower ?? '') && words[at + 1]?.lower === 'by') continue;
    const name = isRun ? nameWithin(text, words, { first: at, last }) : undefined;
    if (name !== undefined) names.push(name);
    at = last;
  }
  return names;
}

/** Whether a word may be part of a name: nouns are written with capitals inside a sentence there alone. */
export function isCapital(words: readonly Word[], at: number): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || (word.text === word.lower && word.pos !== 'PROPN')) return false;
  if (isTime(word)) {
    const isSurname = word.lower === 'may' && before?.pos === 'PROPN' && !isTime(before);
    return outletEndings.has(after?.lower ?? '') || (isSurname && after?.pos !== 'NUM');
  }
  if (word.pos === 'PROPN') return !/^i'/u.test(word.lower);
  if (governments.has(`${word.lower} ${after?.lower}`)) return /^\p{Lu}/u.test(word.text);
  const isInside = before?.sentence === word.sentence && before.pos !== 'PUNCT';
  return isInside && /^(?:NOUN|ADJ)$/u.test(word.pos) && /^\p{Lu}\p{Ll}/u.test(word.text);
}

/** The end of a run of capitals, with what `of` adds to a body: `Bank of England`. */
function runEnd(words: readonly Word[], first: number): number {
  const isSeat = governments.has(`${words[first]?.lower} ${words[first + 1]?.lower}`);
  const last = Math.max(capitalsEnd(words, first), isSeat ? first + 1 : first);
  if (words[last + 1]?.lower !== 'of' || !bodiesOf.has(words[last]?.lower ?? '')) return last;
  const next = words[last + 2]?.lower === 'the' ? last + 3 : last + 2;
  return isCapital(words, next) ? capitalsEnd(words, next) : last;
}

function capitalsEnd(words: readonly Word[], first: number): number {
  let last = first;
  for (;;) {
    const next = words[last + 1]?.text === '&' ? last + 2 : last + 1;
    if (!isCapital(words, next) || words[next]?.sentence !== words[first]?.sentence) return last;
    last = next;
  }
}

/** The name that a run of capitals ends with: `Security Advisor Jane Lee` is Jane Lee. */
export function nameWithin(
  text: string,
  words: readonly Word[],
  { first, last }: Range,
): Name | undefined {
  const begin = pastTitles(text, words, { first, last });
  const [from, to] = [words[begin], words[last]];
  if (from === undefined || to === undefined || !/^\p{Lu}/u.test(from.text)) return undefined;
  if (begin === last && isCommon(from)) return undefined;
  const range = { first: begin, last };
  const written = text.slice(from.start, to.end).replace(/\s+/gu, ' ');
  const kind = kindOfName(words, written, range);
  const isSpeaker = kind === 'PERSON' && words[last + 1]?.text === ':';
  return {
    ...range,
    name: isSpeaker ? inSmall(written) : written,
    kind,
    offices: officesOf(words, range),
  };
}

/** `MARY ROE`, as speakers stand in transcripts, is Mary Roe. */
function inSmall(name: string): string {
  return name.replace(/(\p{Lu})(\p{Lu}{2,})/gu, (_all, first, rest) => first + rest.toLowerCase());
}

/** A title, a trade or a crowd that begins its sentence is no name. */
function isCommon(word: Word): boolean {
  if (governments.has(word.lower)) return false;
  const isPlural = word.lower.endsWith('s') && personNouns.has(word.lower.slice(0, -1));
  return isPlural || isTitle(word) || groupNouns.has(word.lower) || unnamedNouns.has(word.lower);
}

const shortestRun = 2;

/** `Minister for Power Goddy Agba`: what the office is for stands before the name. */
function isOffice(words: readonly Word[], { first, last }: Range): boolean {
  const isFor = /^(?:of|for)$/u.test(words[first - 1]?.lower ?? '');
  const before = words.slice(Math.max(0, first - 5), Math.max(0, first - 1));
  return isFor && last - first >= shortestRun && before.some(isTitle);
}

function pastTitles(text: string, words: readonly Word[], { first, last }: Range): number {
  let begin = first;
  for (let at = first; at < last; at++) {
    const word = words[at];
    if (
      word !== undefined &&
      word.lower !== 'and' &&
      (isTitle(word) || outletNouns.has(word.lower))
    )
      begin = at + 1;
  }
  // `Retailer Holm said`: a trade is written so where it begins a sentence.
  const isOpening = words[first - 1]?.sentence !== words[first]?.sentence;
  const isTrade = companyNouns.has(words[first]?.lower ?? '') && isOpening && first < last;
  // `Backbencher Tim Roe said`: what he is stands before, and no first name.
  const [opener, given] = [words[first]?.text ?? '', words[first + 1]?.text ?? ''];
  const isCalling =
    isOpening &&
    last - first === 2 &&
    isGivenName(given) &&
    !isGivenName(opener) &&
    /\p{Ll}{3}/u.test(opener);
  if (isTrade || isCalling) begin = Math.max(begin, first + 1);
  const run = text.slice(words[first]?.start, words[last]?.end);
  const isPart = words.slice(first, begin).every(({ lower }) => kindsOfTitle.has(lower));
  if (isPart && kindOfBody(run) !== undefined) return first;
  return begin === first && isOffice(words, { first, last }) && kindOfBody(run) === undefined
    ? last - 1
    : begin;
}
