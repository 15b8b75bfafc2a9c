import type { Word } from '../passage.ts';
import { type Featured, tableSize } from './features.ts';
import { labels, mayFollow } from './labels.ts';

const size = labels.length;

/** Weights: one for each feature and label, and for each feature of an edge, label before and label. */
export interface Weights {
  readonly word: Float32Array;
  readonly edge: Float32Array;
}

export function emptyWeights(): Weights {
  return { word: new Float32Array(tableSize * size), edge: new Float32Array(tableSize * size) };
}

/** An edge's weights stand in the same table shifted by the label before. */
export function edgePlace(feature: number, before: number): number {
  return ((feature + Math.imul(before + 1, 0x9e3779b1)) & (tableSize - 1)) * size;
}

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

const allowed = Array.from({ length: size }, (_, from) =>
  Array.from({ length: size }, (_, to) => mayFollow(from, to)),
);

/** The best sequence of labels for the words from `from` to `until`. */
export function bestLabels(
  { word, edge }: Weights,
  featured: Featured,
  { from, until, before }: Stretch,
): Uint8Array {
  const length = until - from;
  const back = new Uint8Array(length * size);
  let score = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
  score[before] = 0;
  const own = new Float64Array(size);
  const joint = new Float64Array(size * size);
  for (let at = 0; at < length; at++) {
    own.fill(0);
    addWord({ own, table: word }, featured, from + at);
    joint.fill(0);
    addEdge({ joint, table: edge }, featured, from + at);
    const next = new Float64Array(size).fill(Number.NEGATIVE_INFINITY);
    for (let to = 0; to < size; to++) {
      for (let prior = 0; prior < size; prior++) {
        if (allowed[prior]?.[to] !== true) continue;
        const total = (score[prior] ?? 0) + (joint[prior * size + to] ?? 0);
        if (total > (next[to] ?? 0)) {
          next[to] = total;
          back[at * size + to] = prior;
        }
      }
      next[to] = (next[to] ?? 0) + (own[to] ?? 0);
    }
    score = next;
  }
  return traced(back, score, length);
}

function addWord(
  { own, table }: { own: Float64Array; table: Float32Array },
  { word, perWord }: Featured,
  at: number,
): void {
  for (let n = at * perWord; n < (at + 1) * perWord; n++) {
    const place = (word[n] ?? 0) * size;
    for (let label = 0; label < size; label++)
      own[label] = (own[label] ?? 0) + (table[place + label] ?? 0);
  }
}

function addEdge(
  { joint, table }: { joint: Float64Array; table: Float32Array },
  { edge, perEdge }: Featured,
  at: number,
): void {
  for (let n = at * perEdge; n < (at + 1) * perEdge; n++) {
    for (let before = 0; before < size; before++) {
      const place = edgePlace(edge[n] ?? 0, before);
      for (let label = 0; label < size; label++) {
        const to = before * size + label;
        joint[to] = (joint[to] ?? 0) + (table[place + label] ?? 0);
      }
    }
  }
}

function traced(back: Uint8Array, score: Float64Array, length: number): Uint8Array {
  let label = score.indexOf(Math.max(...score));
  const sequence = new Uint8Array(length);
  for (let at = length - 1; at >= 0; at--) {
    sequence[at] = label;
    label = back[at * size + label] ?? 0;
  }
  return sequence;
}
