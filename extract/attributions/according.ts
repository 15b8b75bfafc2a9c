import { documents } from '../lexicon/documents.ts';
import { bare, sentenceEnd, sentenceStart, type Word } from '../words/passage.ts';
import type { Attribution } from './attribution.ts';
import { isParticipleCue } from './content.ts';
import type { Cue } from './cues.ts';
import type { Reading } from './reading.ts';

export function accordingCues(words: readonly Word[]): Cue[] {
  const cues: Cue[] = [];
  for (const [at, { lower, quotation }] of words.entries()) {
    if (lower !== 'according' || words[at + 1]?.lower !== 'to' || quotation !== -1) continue;
    const span = { head: at, first: at, last: at + 1, from: at + 2 };
    cues.push({ form: 'VERB', frame: 'according', negated: false, ...span });
  }
  return cues;
}

/** `According to S, K` and `K, according to S`. */
export function according(reading: Reading, cue: Cue): Attribution | undefined {
  const { words } = reading;
  const [start, end] = [sentenceStart(words, cue.head), sentenceEnd(words, cue.head)];
  const begins = cue.first - start < 3;
  const comma = commaAfter(words, cue.from, begins ? lastComma(words, cue.from, end) : end);
  const isFirst = begins && comma < end;
  const source = bare(words, { first: cue.from, last: comma - 1 });
  const said = isFirst
    ? { first: comma + 1, last: beforeParticiple(reading, comma + 2, end) - 1 }
    : { first: start, last: cue.first - 1 };
  const content = bare(words, said);
  return source && content && { cue, source, content: [content] };
}

/** `..., adding that`: who was named goes on by another cue. */
function beforeParticiple(reading: Reading, from: number, end: number): number {
  for (let at = from; at < end; at++) if (isParticipleCue(reading, at)) return at;
  return end;
}

function commaAfter(words: readonly Word[], from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const word = words[at];
    if (word === undefined || word.quotation >= 0) return at;
    if (
      word.text === ',' &&
      (documents.has(words[at - 1]?.lower ?? '') || !isAside(words, at, end))
    )
      return at;
  }
  return end;
}

/** What is said stands behind it, where nothing else tells: `According to a poll in Holm on Sunday, most support her`. */
function lastComma(words: readonly Word[], from: number, end: number): number {
  const commas = words.slice(from, end).map(({ text }) => text === ',');
  const last = commas.lastIndexOf(true);
  return last < 0 ? end : from + last;
}

/** `Lee, a farmer in Ohio.`: what follows the comma describes the name and the sentence ends with it. */
function isAside(words: readonly Word[], comma: number, end: number): boolean {
  for (let at = comma + 1; at < end; at++) {
    if (words[at]?.pos === 'AUX' || words[at]?.pos === 'VERB')
      return /^(?:who|which)$/u.test(words[comma + 1]?.lower ?? '');
  }
  return true;
}
