import type { Attribution } from '../attributions/attribution.ts';
import {
  type Passage,
  type Range,
  sentenceEnd,
  sentenceStart,
  type Word,
} from '../words/passage.ts';
import { plainText, wordsAt } from './plain-text.ts';

const turning =
  /^(?:accuse|deny|dismiss|reject|label|brand|call|describe|denounce|dispute|refute|rebut|debunk|contradict|confirm|slam|deride|decry|rubbish|condemn)$/u;
const agentFirst = /^by (?<who>.+?)(?: (?<rest>(?:as|of) .+))?$/diu;
const agentLast =
  /^(?<rest>(?:as|of) .+?|[^,]{1,60}?) by (?<who>(?:the|an?|his|her|its|their|\p{Lu}|[\p{L}]+s\b).{1,60})$/du;
const bare = /^(?<rest>(?:as|of) .+)$/diu;

/**
 * `The claim was dismissed by Lee as false`, `Lee, accused by Roe of lying,`: who does it, and what it is done to, as if in the active.
 * Where nobody is said to do it, without a source.
 */
export function inActive({ words }: Passage, attribution: Attribution): Attribution {
  const { cue, source, content } = attribution;
  const verb = words[cue.head];
  if (
    verb !== undefined &&
    /^(?:tell|inform|assure)$/u.test(verb.lemma) &&
    isPassive(words, attribution)
  )
    return told(words, attribution);
  if (verb !== undefined && isReduced(words, attribution)) return reduced(words, attribution);
  if (verb === undefined || !turning.test(verb.lemma) || !isPassive(words, attribution))
    return attribution;
  const subject =
    subjectOf(words, attribution) ??
    (isBehind(cue.first, source) ? undefined : source) ??
    content[0];
  const behind = { first: cue.head + 1, last: clauseEnd(words, cue.head) };
  if (subject === undefined || subject.first > cue.head) return attribution;
  const { text, places } = plainText(words, [behind]);
  const parts = (agentFirst.exec(text) ?? agentLast.exec(text) ?? bare.exec(text))?.indices?.groups;
  if (parts === undefined) return { ...attribution, source: undefined };
  const at = (span: readonly [number, number] | undefined) => span && wordsAt(places, span);
  const [who, rest] = [at(parts.who), at(parts.rest)];
  return { cue, source: who, content: rest === undefined ? [subject] : [subject, rest] };
}

/** `I was told by the ministry that it leaked`. */
function told(words: readonly Word[], attribution: Attribution): Attribution {
  const { cue } = attribution;
  const behind = { first: cue.head + 1, last: clauseEnd(words, cue.head) };
  const { text, places } = plainText(words, [behind]);
  const parts = /^by (?<who>.+?) (?<what>that .+)$/du.exec(text)?.indices?.groups;
  const [who, what] = [parts?.who, parts?.what].map((span) => span && wordsAt(places, span));
  if (who === undefined || what === undefined) return { ...attribution, source: undefined };
  return { cue: { ...cue, frame: 'that' }, source: who, content: [what] };
}

/** `the finding, first announced by Lee,`: no verb of the subject before it. */
function isReduced(words: readonly Word[], { cue, source }: Attribution): boolean {
  const verb = words[cue.head];
  const before = words[cue.first - 1];
  const isParticiple = verb !== undefined && /(?:ed|en|wn|ne|ght|ade|old|id)$/u.test(verb.lower);
  const isAlone = words.slice(cue.first, cue.head).every(({ pos }) => pos === 'ADV');
  return (
    cue.frame === 'p:by' &&
    isParticiple &&
    isAlone &&
    before?.text === ',' &&
    verb.lemma !== 'accuse' &&
    source !== undefined &&
    source.last < cue.first - 2
  );
}

/** Who did it then, and the clause that the noun before governs. */
function reduced(words: readonly Word[], attribution: Attribution): Attribution {
  const { cue } = attribution;
  const end = sentenceEnd(words, cue.head);
  const { text, places } = plainText(words, [{ first: cue.head + 1, last: end - 1 }]);
  const parts = /^by (?<who>[^,]+), (?<what>that .+)$/du.exec(text)?.indices?.groups;
  const [who, what] = [parts?.who, parts?.what].map((span) => span && wordsAt(places, span));
  if (who === undefined || what === undefined)
    return { ...attribution, source: undefined, content: [] };
  return { cue: { ...cue, frame: 'that' }, source: who, content: [what] };
}

function isBehind(at: number, range: Range | undefined): boolean {
  return range !== undefined && range.first > at;
}

function isPassive(words: readonly Word[], { cue }: Attribution): boolean {
  const verb = words[cue.head];
  if (verb === undefined || verb.lower === verb.lemma || verb.lower.endsWith('ing')) return false;
  const isBe = words
    .slice(Math.max(0, cue.first - 1), cue.head)
    .some(({ lemma }) => lemma === 'be');
  return isBe || (verb.lemma === 'accuse' && /^p:(?:of|by)$/u.test(cue.frame));
}

// By then `that` has come, or does not come.
const longestHead = 40;

/** `Reports that the ferry was sold` in full, whose last words alone stand before the verb. */
function subjectOf(words: readonly Word[], { cue, source }: Attribution): Range | undefined {
  const start = sentenceStart(words, cue.head);
  const clause = { first: start, last: cue.first - 1 };
  const { text } = plainText(words, [clause], longestHead);
  const isReport =
    /^(?:[\p{L}'’]+ ){0,5}(?:reports?|claims?|allegations?|accusations?|suggestions?|rumou?rs?|assertions?)(?: [^,]{1,40}?)? that /iu.test(
      text,
    );
  if (isReport) return clause;
  return source !== undefined && source.first > cue.head ? undefined : source;
}

function clauseEnd(words: readonly Word[], from: number): number {
  const end = sentenceEnd(words, from);
  for (let at = from + 1; at < end; at++) {
    const isMark = words[at]?.quotation === -1 && /^[,;—–]$/u.test(words[at]?.text ?? '');
    if (isMark) return at - 1;
  }
  return words[end - 1]?.pos === 'PUNCT' && words[end - 1]?.quotation === -1 ? end - 2 : end - 1;
}
