import { outletNouns } from '../actors/gazetteer.ts';
import { inside, phraseBefore } from '../attributions/noun-phrase.ts';
import {
  type Passage,
  quotationEnd,
  type Range,
  sentenceEnd,
  sentenceStart,
  type Word,
} from '../words/passage.ts';
import type { Statement } from './statement.ts';

/** Statements that a noun makes: `reports by the Post`, `the report that`, `the city's demand is`, `Lee's response to "lies"`. */
export function nominalStatements({ words, blocks }: Passage): Statement[] {
  return words.flatMap((word, at) => {
    if (word.quotation !== -1 || !inside.has(word.pos)) return [];
    const isHeading = blocks[word.block]?.kind !== 'PARAGRAPH';
    const found = isHeading
      ? quotedResponse(words, at)
      : (reportBy(words, at) ?? reportThat(words, at) ?? demandIs(words, at));
    return found === undefined ? [] : [found];
  });
}

interface Parts {
  readonly cue: Range;
  readonly lemma: string;
  readonly source: Range | undefined;
  readonly content: Range;
  readonly mode: 'NOMINAL' | 'DIRECT';
}

function nominal({ cue, lemma, source, content, mode }: Parts): Statement {
  const ranges = [cue, content, ...(source === undefined ? [] : [source])];
  const quote = {
    first: Math.min(...ranges.map(({ first }) => first)),
    last: Math.max(...ranges.map(({ last }) => last)),
  };
  return {
    cue,
    lemma,
    frame: 'nominal',
    source,
    content: [content],
    quote,
    mode,
    negated: false,
    isHidden: false,
    isShared: false,
    within: undefined,
  };
}

function isReport(word: Word | undefined): boolean {
  return word?.pos === 'NOUN' && outletNouns.has(word.lower.replace(/s$/u, ''));
}

function reportBy(words: readonly Word[], at: number): Statement | undefined {
  if (!isReport(words[at]) || words[at + 1]?.lower !== 'by') return undefined;
  // `despite a report by the Post`: of something else than what is told.
  if (
    words
      .slice(Math.max(0, at - 4), at)
      .some(({ lower }) => /^(?:despite|contrary|unlike)$/u.test(lower))
  )
    return undefined;
  let last = at + 1;
  while (words[last + 1]?.pos === 'DET' || words[last + 1]?.pos === 'PROPN') last++;
  if (words[last]?.pos !== 'PROPN') return undefined;
  const source = { first: at + 2, last };
  return nominal({
    cue: { first: at, last: at + 1 },
    lemma: 'report',
    source,
    content: { first: at, last: at },
    mode: 'NOMINAL',
  });
}

function reportThat(words: readonly Word[], at: number): Statement | undefined {
  if (!isReport(words[at]) || words[at + 1]?.lower !== 'that') return undefined;
  const source = phraseBefore(words, at + 1, sentenceStart(words, at)) ?? { first: at, last: at };
  if (!/^(?:report|story|article|account|editorial)s?$/u.test(words[at]?.lower ?? ''))
    return undefined;
  const last = clauseEnd(words, at + 2);
  if (last < at + 4) return undefined;
  const cue = { first: at, last: at + 1 };
  return nominal({
    cue,
    lemma: 'report',
    source,
    content: { first: at + 1, last },
    mode: 'NOMINAL',
  });
}

/** Up to the end of the sentence, or to `, calling it`: what the governing verb goes on with. */
function clauseEnd(words: readonly Word[], from: number): number {
  const end = sentenceEnd(words, from);
  for (let at = from; at < end; at++) {
    if (words[at]?.text === ',' && words[at + 1]?.lower.endsWith('ing') === true) return at - 1;
  }
  return words[end - 1]?.pos === 'PUNCT' ? end - 2 : end - 1;
}

const demands = new Set([
  'demand',
  'precondition',
  'condition',
  'proposal',
  'position',
  'argument',
  'view',
  'stance',
  'belief',
  'claim',
  'message',
]);

function demandIs(words: readonly Word[], at: number): Statement | undefined {
  if (!demands.has(words[at]?.lemma ?? '') || !/^['’]s?$/u.test(words[at - 1]?.text ?? ''))
    return undefined;
  if (words[at + 1]?.lower === 'that') return undefined;
  const end = sentenceEnd(words, at);
  let verb = at + 1;
  while (verb < end && words[verb]?.lemma !== 'be' && words[verb]?.lemma !== 'remain') {
    if (words[verb]?.pos === 'PUNCT' || words[verb]?.pos === 'VERB') return undefined;
    verb++;
  }
  const source = phraseBefore(words, at - 1, sentenceStart(words, at));
  let last = verb;
  while (last + 1 < end && words[last + 1]?.text !== ',' && words[last + 1]?.text !== '.') last++;
  if (source === undefined || last <= verb) return undefined;
  const lemma = words[at]?.lemma ?? '';
  return nominal({
    cue: { first: at, last: at },
    lemma,
    source,
    content: { first: verb + 1, last },
    mode: 'NOMINAL',
  });
}

const responses = new Set(['response', 'reaction', 'reply', 'answer', 'statement']);

function quotedResponse(words: readonly Word[], at: number): Statement | undefined {
  const quote = at + 2;
  if (!responses.has(words[at]?.lower ?? '') || (words[quote]?.quotation ?? -1) < 0)
    return undefined;
  const owner = /^['’]s?$/u.test(words[at - 1]?.text ?? '')
    ? phraseBefore(words, at - 1, sentenceStart(words, at))
    : undefined;
  if (owner === undefined) return undefined;
  const content = { first: quote, last: quotationEnd(words, quote) - 1 };
  return nominal({
    cue: { first: at, last: at + 1 },
    lemma: 'respond',
    source: owner,
    content,
    mode: 'DIRECT',
  });
}
