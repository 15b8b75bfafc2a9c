import { subjectBefore } from '../attributions/subject.ts';
import {
  type Passage,
  type Range,
  sentenceEnd,
  sentenceStart,
  type Word,
} from '../words/passage.ts';
import type { Statement } from './statement.ts';

const adverbs = new Set(['reportedly', 'purportedly', 'supposedly']);

/** What is `reportedly` so, where no other cue has the word. */
export function hiddenStatements({ words }: Passage, taken: readonly Statement[]): Statement[] {
  const cued = new Set<number>();
  for (const { cue } of taken) for (let at = cue.first; at <= cue.last; at++) cued.add(at);
  const found: Statement[] = [];
  for (const [at, word] of words.entries()) {
    const isSaid = at <= (found.at(-1)?.quote.last ?? -1);
    if (!adverbs.has(word.lower) || word.quotation !== -1 || cued.has(at) || isSaid) continue;
    const statement = hidden(words, at);
    const before = words[statement.quote.first - 1]?.pos;
    if (before !== 'VERB' && before !== 'ADP') found.push(statement);
  }
  return found;
}

function hidden(words: readonly Word[], at: number): Statement {
  const content = clauseAround(words, at);
  return {
    cue: { first: at, last: at },
    lemma: 'reportedly',
    frame: 'hidden',
    source: undefined,
    content: [content],
    quote: content,
    mode: 'INDIRECT',
    negated: false,
    isHidden: true,
    isShared: false,
    within: undefined,
  };
}

function clauseAround(words: readonly Word[], at: number): Range {
  const start = sentenceStart(words, at);
  let group = at;
  while (group > start && (words[group - 1]?.pos === 'AUX' || words[group - 1]?.pos === 'ADV'))
    group--;
  const subject = subjectBefore(words, group, start);
  return { first: subject?.first ?? group, last: clauseEnd(words, at) };
}

function clauseEnd(words: readonly Word[], from: number): number {
  const end = sentenceEnd(words, from);
  for (let at = from; at < end; at++) {
    const next = words[at + 1];
    const isOver =
      words[at]?.text === ',' &&
      next !== undefined &&
      (next.lower === 'who' ||
        next.lower === 'which' ||
        next.pos === 'CCONJ' ||
        next.pos === 'VERB');
    if (isOver || words[at]?.text === ';') return at - 1;
  }
  return words[end - 1]?.pos === 'PUNCT' ? end - 2 : end - 1;
}
