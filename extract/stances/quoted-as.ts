import { subjectBefore } from '../attributions/subject.ts';
import {
  type Passage,
  type Range,
  sentenceEnd,
  sentenceStart,
  type Word,
} from '../words/passage.ts';
import { plainText, wordsAt } from './plain-text.ts';
import type { Statement } from './statement.ts';

const saying =
  '(?<verb>saying|stating|claiming|telling|denying|warning|adding|insisting|declaring|confirming|admitting|writing)(?: (?:to )?(?:reporters|journalists|the [\\p{L} ]{2,20}?)(?= that ))?(?: on \\p{L}+day)?[:,]? (?:that )?(?<what>.+)$';
const active = new RegExp(
  `^(?:quot|cit)(?:ed|es|ing) (?<who>[^,;:]{2,80}?) as (?:also )?${saying}`,
  'diu',
);
const passive = new RegExp(
  `^(?:quot|cit)ed (?:(?:by|in) (?<outlet>[^,;:]{2,60}?) )?as (?:also )?${saying}`,
  'diu',
);
const quoting = /^(?:quoted|quotes|quoting|cited|cites|citing)$/u;
const unreal = /^(?:would|could|may|might|can|will|should|must|not|n't|never|to|if)$/u;

/** `The Post quoted Lee as saying that it leaked`: Lee says so, and the Post passes it on. */
export function quotedAsStatements({ words }: Passage): Statement[] {
  return [...words.entries()].flatMap(([at, { lower, quotation }]) =>
    quotation === -1 && quoting.test(lower) ? quotedAt(words, at) : [],
  );
}

// Nobody is quoted in more words than that.
const longest = 120;

function quotedAt(words: readonly Word[], at: number): Statement[] {
  const end = sentenceEnd(words, at);
  const last =
    words[end - 1]?.pos === 'PUNCT' && words[end - 1]?.quotation === -1 ? end - 2 : end - 1;
  if (!words.slice(at, last).some(({ lower }) => lower === 'as')) return [];
  const group = groupStart(words, at);
  const isPassive = words.slice(group, at).some(({ lemma }) => lemma === 'be');
  const { text, places } = plainText(words, [{ first: at, last }], longest);
  const spans = (isPassive ? passive : active).exec(text)?.indices?.groups;
  const part = (span: readonly [number, number] | undefined) => span && wordsAt(places, span);
  const [verb, told] = [part(spans?.verb), part(spans?.what)];
  if (verb === undefined || told === undefined) return [];
  if (words.slice(group, at).some(({ lower }) => unreal.test(lower))) return [];
  const subject = subjectBefore(words, group, sentenceStart(words, at));
  const [who, outlet] = isPassive ? [subject, part(spans?.outlet)] : [part(spans?.who), subject];
  if (who === undefined) return [];
  const first = words[told.first - 1]?.lower === 'that' ? told.first - 1 : told.first;
  return chained(words, { who, outlet, verb: verb.first, what: { first, last } });
}

interface Quoted {
  readonly who: Range;
  readonly outlet: Range | undefined;
  readonly verb: number;
  readonly what: Range;
}

function chained(words: readonly Word[], { who, outlet, verb, what }: Quoted): Statement[] {
  const isDirect = (words[what.first]?.quotation ?? -1) >= 0;
  const quote = { first: Math.min(who.first, outlet?.first ?? who.first), last: what.last };
  const shape = {
    quote,
    content: [what],
    negated: false,
    isHidden: false,
    isShared: false,
  } as const;
  const outer: Statement | undefined = outlet && {
    ...shape,
    cue: { first: verb, last: verb },
    lemma: 'report',
    frame: 'that',
    source: outlet,
    mode: 'INDIRECT',
    within: undefined,
    isChain: true,
  };
  const inner: Statement = {
    ...shape,
    cue: { first: verb, last: verb },
    lemma: words[verb]?.lemma ?? 'say',
    frame: isDirect ? 'quote' : 'that',
    source: who,
    mode: isDirect ? 'DIRECT' : 'INDIRECT',
    within: outer,
  };
  return outer === undefined ? [inner] : [outer, inner];
}

function groupStart(words: readonly Word[], at: number): number {
  let first = at;
  while (first > 0 && ['AUX', 'ADV', 'PART'].includes(words[first - 1]?.pos ?? '')) first--;
  return first;
}
