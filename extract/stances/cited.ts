import { unnamedNouns } from '../actors/gazetteer.ts';
import {
  type Passage,
  type Range,
  sentenceEnd,
  sentenceStart,
  type Word,
} from '../words/passage.ts';
import type { Statement } from './statement.ts';

const citing = new Set(['citing', 'quoting', 'sourced']);

/** Unnamed people on whose word an outlet says it: `citing two officials`, `sourced from insiders`. */
export function citedSource({ words }: Passage, { cue }: Statement): Range | undefined {
  const [start, end] = [sentenceStart(words, cue.first), sentenceEnd(words, cue.first)];
  for (let at = start; at < end; at++) {
    if (!citing.has(words[at]?.lower ?? '') || words[at]?.quotation !== -1) continue;
    const first = words[at + 1]?.pos === 'ADP' ? at + 2 : at + 1;
    const last = phraseEnd(words, first, end);
    if (
      words
        .slice(first, last + 1)
        .some(
          ({ lower }) =>
            unnamedNouns.has(lower) ||
            /^(?:staff|medics|police|workers|residents|witnesses|doctors|officers|commanders)$/u.test(
              lower,
            ),
        )
    )
      return { first, last };
  }
  return undefined;
}

function phraseEnd(words: readonly Word[], first: number, end: number): number {
  let last = first;
  while (last + 1 < end && words[last + 1]?.pos !== 'PUNCT') last++;
  return last;
}
