import { bare, type Range, sentenceEnd, sentenceStart, type Word } from '../words/passage.ts';
import type { Attribution } from './attribution.ts';
import type { Cue } from './cues.ts';
import { isFiniteVerb } from './frame.ts';
import { inside } from './noun-phrase.ts';
import type { Reading } from './reading.ts';

const longestName = 6;
const asking = /^[QA]$/u;
const label =
  /^(?:\p{L}|the|claim|fact|facts|check|verdict|rating|note|update|updated|correction|clarification|question|answer|photo|image|video|audio|watch|live|latest|breaking|exclusive|transcript|interview|podcast|poll|factbox|timeline|summary|background|context|conclusion|warning|disclaimer|disclosure|editor|editor's|'s|source|sources|name|age|job|city|related|contact|email|phone|tags|topics|opinion|analysis|editorial|review|commentary|world|politics|sports|business|false|true|myth|fake|lie|lies|reality|truth|rumour|rumor|misleading|debunked|reminder|thread|scoop|alert|important|remember|statement|psa|wrong|correct|nonsense|media|press|enquiries|inquiries|notes|editors|sir|sirs|madam|dear|re|ps)$/u;

// What an entry is, and nobody who speaks: `Correction 11:30:`.
const notice =
  /^(?:correction|corrected|clarification|update|updated|breaking|live|editor|note|watch|photo|video|exclusive)$/u;

/** `Mayor Lee: The bridge is safe`: a name, a colon, and what it says; to the end of the turn where a paragraph begins with it. */
export function speakerColon({ words }: Reading, cue: Cue): Attribution | undefined {
  const start = sentenceStart(words, cue.head);
  const isAside = isSpeakerWithAside(words, start, cue.head);
  if (!isSpeaker(words, start, cue.head) && !isAside) return undefined;
  const end = isTurn(words, start, cue.head)
    ? turnEnd(words, cue.head)
    : sentenceEnd(words, cue.head);
  const content = bare(words, { first: cue.head + 1, last: end - 1 });
  if (content === undefined || isList(words, content)) return undefined;
  const last = isAside ? asideFrom(words, start, cue.head) - 1 : cue.head - 1;
  return { cue, source: { first: pastStatement(words, start, last), last }, content: [content] };
}

/** `Statement from Holm:`: whose it is. */
function pastStatement(words: readonly Word[], first: number, last: number): number {
  const isFrom =
    /^(?:statement|comment|response|reply|message|reaction)$/u.test(words[first]?.lower ?? '') &&
    /^(?:from|by|of)$/u.test(words[first + 1]?.lower ?? '');
  return isFrom && first + 2 <= last ? first + 2 : first;
}

const longestLabel = 16;

/** `Mayor Lee, on the radio: “It is safe”`, `Her lawyer: “No”`: what no verb tells, before a quotation. */
function isSpeakerWithAside(words: readonly Word[], start: number, colon: number): boolean {
  const isQuote = (words[colon + 1]?.quotation ?? -1) >= 0;
  const end = asideFrom(words, start, colon);
  const names = words.slice(start, end);
  const isName = names.length > 0 && names.length <= longestName;
  return (
    isQuote &&
    isName &&
    colon - start <= longestLabel &&
    !notice.test(names[0]?.lower ?? '') &&
    !names.every(({ lower }) => label.test(lower)) &&
    names.every(
      ({ pos, quotation }, at) =>
        (inside.has(pos) || (at === 1 && pastStatement(words, start, end) > start)) &&
        quotation === -1,
    ) &&
    !words.slice(start, colon).some((_, index) => isFiniteVerb(words, start + index))
  );
}

function asideFrom(words: readonly Word[], start: number, colon: number): number {
  let at = start;
  while (at < colon && words[at]?.text !== ',') at++;
  return at;
}

/** A name of nothing but names begins a paragraph, or a question or an answer begins. */
function isTurn(words: readonly Word[], start: number, colon: number): boolean {
  if (asking.test(words[start]?.text ?? '')) return true;
  const isFirst = words[start - 1]?.block !== words[start]?.block;
  return isFirst && words.slice(start, colon).every(({ pos }) => pos === 'PROPN');
}

/** `Lee: 1,024`, `Ohio: Ann Roe, Bo Lind`: nobody speaks. */
function isList(words: readonly Word[], { first, last }: Range): boolean {
  return words
    .slice(first, last + 1)
    .every(({ pos }) => ['NUM', 'PROPN', 'PUNCT', 'SYM'].includes(pos));
}

function isSpeaker(words: readonly Word[], start: number, colon: number): boolean {
  const names = words.slice(start, Math.min(colon, start + longestName + 1));
  if (names.length === 1 && asking.test(names[0]?.text ?? '')) return true;
  const isName =
    names.length > 0 && names.length <= longestName && names.every(({ pos }) => inside.has(pos));
  return (
    isName &&
    names.some(({ pos }) => pos === 'PROPN') &&
    !names.every(({ lower }) => label.test(lower)) &&
    !notice.test(names[0]?.lower ?? '') &&
    words[colon - 1]?.quotation === -1
  );
}

/** Where the paragraph ends, or the next turn in it begins. */
function turnEnd(words: readonly Word[], colon: number): number {
  let start = sentenceEnd(words, colon);
  for (let at = start; words[at]?.block === words[colon]?.block; at++) {
    if (words[at]?.sentence !== words[start]?.sentence) start = at;
    if (words[at]?.text === ':' && isSpeaker(words, start, at)) return start;
    if (words[at + 1]?.block !== words[colon]?.block) return at + 1;
  }
  return start;
}
