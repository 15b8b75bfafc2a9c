import type { Featured } from './features.ts';
import { labels, pairs } from './labels.ts';
import {
  emptyScores,
  pairFrom,
  pairTo,
  type Scores,
  type Stretch,
  scoreWord,
  type Tables,
} from './model.ts';

const size = labels.length;

/** How likely each label of each word is, and each pair of labels: numbers that add up to one for every word. */
export interface Chances {
  readonly label: Float64Array;
  readonly pair: Float64Array;
}

interface Lesson {
  readonly tables: Tables;
  readonly featured: Featured;
  readonly gold: Uint8Array;
}

// Every wrong label looks that much better than it is: what is right has to win by a margin. Where something begins
// the margin is wider, or too little is found.
const margin = 1;
const marginWhereBegun = 1.75;

/** The chances of the words of a stretch, by what is known forwards and backwards from each. */
export function chancesOf(lesson: Lesson, stretch: Stretch): Chances {
  const { from, until, before } = stretch;
  const length = until - from;
  const pair = new Float64Array(length * pairs.length);
  const label = new Float64Array(length * size);
  const total = new Float64Array(length);
  const scores = emptyScores();
  const start = new Float64Array(size);
  start[before] = 1;
  for (let at = 0; at < length; at++) {
    scoreWord(scores, lesson, from + at);
    widen(scores, lesson.gold[from + at] ?? 0);
    const prior = at === 0 ? start : label.subarray((at - 1) * size, at * size);
    total[at] = forward(scores, prior, {
      pair: pair.subarray(at * pairs.length, (at + 1) * pairs.length),
      label: label.subarray(at * size, (at + 1) * size),
    });
  }
  backward({ pair, label }, { start, total });
  return { label, pair };
}

function widen({ pair }: Scores, gold: number): void {
  const wider = gold % 2 === 1 ? marginWhereBegun : margin;
  for (let n = 0; n < pair.length; n++) if (pairTo[n] !== gold) pair[n] = (pair[n] ?? 0) + wider;
}

/** Fills in, for one word, how likely each pair is by itself and each label by all words up to it. */
function forward(scores: Scores, prior: Float64Array, { pair, label }: Chances): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let n = 0; n < pair.length; n++) highest = Math.max(highest, scores.pair[n] ?? 0);
  let total = 0;
  for (let n = 0; n < pair.length; n++) {
    const own = Math.exp((scores.pair[n] ?? 0) - highest);
    const chance = own * (prior[pairFrom[n] ?? 0] ?? 0);
    pair[n] = own;
    label[pairTo[n] ?? 0] = (label[pairTo[n] ?? 0] ?? 0) + chance;
    total += chance;
  }
  total = Math.max(total, 1e-300);
  for (let n = 0; n < size; n++) label[n] = (label[n] ?? 0) / total;
  return total;
}

/** Brings in, from the last word to the first, what is known from the words after. */
function backward(
  { pair, label }: Chances,
  { start, total }: { start: Float64Array; total: Float64Array },
): void {
  let later = new Float64Array(size).fill(1);
  for (let at = total.length - 1; at >= 0; at--) {
    const earlier = new Float64Array(size);
    for (let n = 0; n < pairs.length; n++) {
      const [prior, to, place] = [pairFrom[n] ?? 0, pairTo[n] ?? 0, at * pairs.length + n];
      const chance = ((pair[place] ?? 0) * (later[to] ?? 0)) / (total[at] ?? 1);
      earlier[prior] = (earlier[prior] ?? 0) + chance;
      pair[place] = chance * ((at === 0 ? start[prior] : label[(at - 1) * size + prior]) ?? 0);
    }
    for (let n = 0; n < size; n++)
      label[at * size + n] = (label[at * size + n] ?? 0) * (later[n] ?? 0);
    later = earlier;
  }
}
