import type { Word } from '../words/passage.ts';
import { edgeTableSize, type Featured, tableSize } from './features.ts';
import { labels, pairs } from './labels.ts';

const size = labels.length;

/** For each feature of a word one number a label; for each of an edge one a pair of labels. */
export interface Tables<Numbers extends Int8Array | Float32Array = Int8Array | Float32Array> {
  readonly word: Numbers;
  readonly edge: Numbers;
}

/** What was learnt, in whole steps. */
export type Weights = Tables<Int8Array>;

export const tableLengths = {
  word: tableSize * size,
  edge: edgeTableSize * pairs.length,
} as const;

/** The blocks of the words, from and until: labels are looked for in one at a time. */
export function stretchesOf(words: readonly Word[]): (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = [];
  for (let from = 0; from < words.length; ) {
    let until = from;
    while (until < words.length && words[until]?.block === words[from]?.block) until++;
    stretches.push([from, until]);
    from = until;
  }
  return stretches;
}

/** The best labels for all words, block after block. */
export function labelled(weights: Weights, featured: Featured, words: readonly Word[]): Uint8Array {
  const sequence = new Uint8Array(words.length);
  for (const [from, until] of stretchesOf(words)) {
    sequence.set(
      bestLabels(weights, featured, { from, until, before: sequence[from - 1] ?? 0 }),
      from,
    );
  }
  return sequence;
}

export interface Stretch {
  readonly from: number;
  readonly until: number;
  /** The label of the word before `from`. */
  readonly before: number;
}

function bestLabels(
  weights: Weights,
  featured: Featured,
  { from, until, before }: Stretch,
): Uint8Array {
  const length = until - from;
  const back = new Uint8Array(length * size);
  const scores = emptyScores();
  let best = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  best[before] = 0;
  for (let at = 0; at < length; at++) {
    scoreWord(scores, { tables: weights, featured }, from + at);
    const next = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
    for (let n = 0; n < pairs.length; n++) {
      const [prior, label] = [pairFrom[n] ?? 0, pairTo[n] ?? 0];
      const total = (best[prior] ?? 0) + (scores.pair[n] ?? 0);
      if (total <= (next[label] ?? 0)) continue;
      next[label] = total;
      back[at * size + label] = prior;
    }
    best = next;
  }
  return traced(back, best, length);
}

export const pairFrom = Uint8Array.from(pairs, ([prior]) => prior);
export const pairTo = Uint8Array.from(pairs, ([, label]) => label);

/** How well each label fits a word, and each pair of labels the word before and the word. */
export interface Scores {
  readonly label: Float64Array;
  readonly pair: Float64Array;
}

export const emptyScores = (): Scores => ({
  label: new Float64Array(size),
  pair: new Float64Array(pairs.length),
});

/** Fills in the scores of one word; that of a pair holds that of its second label. */
export function scoreWord(
  { label, pair }: Scores,
  { tables, featured }: { readonly tables: Tables; readonly featured: Featured },
  at: number,
): void {
  const { word, perWord, edge, perEdge } = featured;
  for (let n = 0; n < size; n++) {
    let sum = 0;
    for (let f = at * perWord; f < (at + 1) * perWord; f++)
      sum += tables.word[(word[f] ?? 0) * size + n] ?? 0;
    label[n] = sum;
  }
  for (let n = 0; n < pair.length; n++) {
    let sum = label[pairTo[n] ?? 0] ?? 0;
    for (let f = at * perEdge; f < (at + 1) * perEdge; f++)
      sum += tables.edge[(edge[f] ?? 0) * pair.length + n] ?? 0;
    pair[n] = sum;
  }
}

function traced(back: Uint8Array, best: Float64Array, length: number): Uint8Array {
  let label = best.indexOf(Math.max(...best));
  const sequence = new Uint8Array(length);
  for (let at = length - 1; at >= 0; at--) {
    sequence[at] = label;
    label = back[at * size + label] ?? 0;
  }
  return sequence;
}
