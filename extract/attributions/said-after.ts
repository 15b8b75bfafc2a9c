import {
  bare,
  quotationStart,
  type Range,
  sentenceEnd,
  sentenceStart,
  type Word,
} from '../words/passage.ts';
import type { Attribution } from './attribution.ts';
import type { Cue } from './cues.ts';
import { isFiniteVerb } from './frame.ts';
import { isNamedWith } from './named-with.ts';
import { isOccasion } from './occasion.ts';
import { goingOn } from './quoted-sentences.ts';
import type { Reading } from './reading.ts';

/** `K, S said` and `K, said S`. */
export function saidAfter({ words, taken, cueFrom }: Reading, cue: Cue): Attribution | undefined {
  if (cue.form !== 'VERB') return undefined;
  const said = verbFirst(words, cue) ?? subjectFirst(words, cue);
  const [content] = said?.content ?? [];
  if (content === undefined || !isProposition(words, content, cue)) return undefined;
  if (cue.frame !== 'end' && isSaidBefore({ words, cueFrom }, content)) return undefined;
  return isOpen({ words, taken }, content) ? said : undefined;
}

const fewestWords = 4;
const rejoinder = /^(?:no|not|never|nonsense|rubbish|untrue|false|wrong|yes|true)$/u;

/** Quoted words, or words with a verb: `The mayor, Ida Roe, said ...` is not said the other way round. */
function isProposition(words: readonly Word[], { first, last }: Range, cue: Cue): boolean {
  // The tagger misses verbs: where nothing follows `the army said`, it said what stands before.
  if (cue.frame === 'end' && last - first >= fewestWords) return true;
  if (last - first < fewestWords && rejoinder.test(words[first]?.lower ?? '')) return true;
  for (let at = first; at <= last; at++) {
    if ((words[at]?.quotation ?? -1) >= 0 || isFiniteVerb(words, at)) return true;
  }
  return false;
}

/** `Lee said his band, the Owls, wrote it`: who speaks has been named already. */
function isSaidBefore(
  { words, cueFrom }: Pick<Reading, 'words' | 'cueFrom'>,
  { first, last }: Range,
): boolean {
  for (let at = first + 1; at <= last; at++) {
    if (words[at]?.lemma === 'say' && (cueFrom.get(at)?.frame ?? 'end') !== 'end') return true;
  }
  return false;
}

/** Whether the words of a content without a quotation are nobody's yet. */
function isOpen(
  { words, taken }: Pick<Reading, 'words' | 'taken'>,
  { first, last }: Range,
): boolean {
  if ((words[last]?.quotation ?? -1) >= 0) return true;
  for (let at = first; at <= last; at++) if (taken.has(at)) return false;
  return true;
}

const subjectFrames = new Set(['np', 'np-mixed', 'clause', 'np-that', 'np-to', 'np-quote']);
const speech = new Set([
  'say',
  'write',
  'add',
  'ask',
  'read',
  'explain',
  'note',
  'tweet',
  'reply',
  'recall',
  'continue',
  'declare',
]);

function verbFirst(words: readonly Word[], cue: Cue): Attribution | undefined {
  const content = saidUntil(words, cue.first - 1);
  const head = words[cue.head];
  if (content === undefined || head === undefined || !subjectFrames.has(cue.frame))
    return undefined;
  if (isNamedWith(words, content)) return undefined;
  if (head.lower.endsWith('ing') || cue.first !== cue.head || !speech.has(head.lemma))
    return undefined;
  const end = subjectEnd(words, cue.last + 1, sentenceEnd(words, cue.head));
  if (hasVerb(words, cue.last + 1, end)) return undefined;
  const source = bare(words, { first: cue.last + 1, last: end - 1 });
  return source && { cue, source, content: [content, ...goingOn(words, source.last + 1)] };
}

function subjectEnd(words: readonly Word[], from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const word = words[at];
    if (word === undefined || word.quotation >= 0) return at;
    if (word.text === ',' && (!isApposition(words[at + 1]) || isSpeaking(words, at + 1))) return at;
    if (word.pos === 'ADP' && isOccasion(words, at)) return at;
    if (at > from && /^(?:when|while|after|before|as)$/u.test(word.lower)) return at;
    if (/^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(word.lower)) return at;
  }
  return end;
}

const speaking = new Set(
  `call describe denounce deny accuse criticize criticise dismiss reject argue claim insist urge praise`.split(
    ' ',
  ),
);

/** `said Lee, who added that`: what is said by a cue of its own. */
function isSpeaking(words: readonly Word[], who: number): boolean {
  const verb = words[who + 1]?.pos === 'ADV' ? who + 2 : who + 1;
  const lemma = words[verb]?.lemma ?? '';
  return words[who]?.lower === 'who' && (speech.has(lemma) || speaking.has(lemma));
}

/** Whether a clause of its own stands there, and not only one that describes somebody. */
function hasVerb(words: readonly Word[], from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    if (/^(?:who|whose|which|that)$/.test(words[at]?.lower ?? '')) return false;
    if (words[at]?.pos === 'AUX' || (isFiniteVerb(words, at) && !isParticiple(words, at)))
      return true;
  }
  return false;
}

function isApposition(word: Word | undefined): boolean {
  if (word === undefined || word.quotation >= 0) return false;
  return word.lower === 'who' || ['DET', 'NOUN', 'PROPN', 'ADJ', 'NUM'].includes(word.pos);
}

const afterFrames = new Set([
  'end',
  'quote',
  'p:in',
  'p:during',
  'p:at',
  'p:on',
  'p:after',
  'p:to',
  'p:of',
  'p:as',
  'p:from',
  'p:about',
  'p:with',
  'p:before',
  'p:while',
  'np',
  'verb',
  'ing',
  'np-quote',
]);
const parenthetical = new Set(
  `say add note report write find show learn explain argue tell believe think suggest acknowledge predict warn claim recall
  announce reveal confirm observe tweet state remember insist maintain testify admit allege concede stress`.split(
    /\s+/u,
  ),
);

function subjectFirst(words: readonly Word[], cue: Cue): Attribution | undefined {
  const boundary = boundaryBefore(words, cue.first, sentenceStart(words, cue.head));
  if (boundary === undefined) return undefined;
  const isDirect = (words[boundary]?.quotation ?? -1) >= 0;
  const isParenthetical =
    afterFrames.has(cue.frame) && parenthetical.has(words[cue.head]?.lemma ?? '');
  if (!isDirect && !(isParenthetical && cue.frame !== 'quote')) return undefined;
  const source = named(words, { first: boundary + 1, last: cue.first - 1 });
  const content = saidUntil(words, boundary);
  return source && content && { cue, source, content: [content, ...goingOn(words, cue.last + 1)] };
}

/** The phrase without what ties it to the sentence: `as polls show`, `and Lee said`. */
function named(words: readonly Word[], range: Range): Range | undefined {
  let { first } = range;
  while (
    first <= range.last &&
    ['CCONJ', 'SCONJ', 'ADV', 'PUNCT', 'ADP'].includes(words[first]?.pos ?? '')
  )
    first++;
  return first > range.last ? undefined : { first, last: range.last };
}

/** The closing mark or comma before the noun phrase that the cue follows. */
function boundaryBefore(words: readonly Word[], end: number, start: number): number | undefined {
  let boundary: number | undefined;
  let nearest: number | undefined;
  for (let at = end - 1; at >= start; at--) {
    const word = words[at];
    if (word === undefined || word.quotation >= 0) return at === end - 1 ? undefined : at;
    if (word.text === ',') {
      if (at === end - 1 && !hasAside(words, at, start)) return undefined;
      if (at < end - 1)
        boundary ??=
          isApposition(words[at + 1]) && commaBefore(words, at, start) !== undefined
            ? undefined
            : at;
      if (boundary !== undefined) return boundary;
      if (at < end - 1) nearest ??= at;
    } else if (isFiniteVerb(words, at) && !isParticiple(words, at)) return nearest;
    else if (word.pos === 'SCONJ' && word.lower !== 'for') return boundary;
    else if (word.lower === 'but' || word.lower === 'that') return boundary;
  }
  return boundary;
}

function isParticiple(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  return (
    words[at]?.pos === 'VERB' &&
    words[at]?.lower.endsWith('ed') === true &&
    (before?.pos === 'NOUN' || before?.pos === 'PROPN')
  );
}

function hasAside(words: readonly Word[], comma: number, start: number): boolean {
  return commaBefore(words, comma, start) !== undefined;
}

function commaBefore(words: readonly Word[], comma: number, start: number): number | undefined {
  for (let at = comma - 1; at >= start; at--) {
    if ((words[at]?.quotation ?? -1) >= 0) return at;
    if (words[at]?.text === ',') return at;
  }
  return undefined;
}

/** What is said, where its last word or mark is at `at`: a whole quotation, or the sentence so far. */
function saidUntil(words: readonly Word[], at: number): Range | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  if (word.quotation >= 0)
    return withBeginning(words, { first: quotationStart(words, at), last: at });
  return word.text === ','
    ? bare(words, { first: sentenceStart(words, at), last: at - 1 })
    : undefined;
}

/** `The bridge is "safe," she said`: the sentence begins before the quotation does. */
function withBeginning(words: readonly Word[], { first, last }: Range): Range {
  const start = sentenceStart(words, first);
  const before = words[first - 1];
  const isPart = first > start && before?.pos !== 'PUNCT';
  return { first: isPart ? start : first, last };
}
