import { chancesOf } from './chances.ts';
import type { Featured } from './features.ts';
import { labels, pairs } from './labels.ts';
import { type Tables, tableLengths, type Weights } from './model.ts';

const size = labels.length;

/** A text as the learner sees it. */
export interface Example {
  readonly featured: Featured;
  readonly gold: Uint8Array;
  readonly stretches: readonly (readonly [number, number])[];
}

/** The numbers of a table now, how much each was moved, and the sum of its moves by their time, from which its average follows. */
interface Learning {
  readonly now: Float32Array;
  readonly moved: Float32Array;
  readonly late: Float32Array;
}

export interface Learner {
  readonly word: Learning;
  readonly edge: Learning;
  readonly now: Tables<Float32Array>;
  time: number;
}

export function openLearner(): Learner {
  const [word, edge] = [openLearning(tableLengths.word), openLearning(tableLengths.edge)];
  return { word, edge, now: { word: word.now, edge: edge.now }, time: 1 };
}

const openLearning = (length: number): Learning => ({
  now: new Float32Array(length),
  moved: new Float32Array(length),
  late: new Float32Array(length),
});

/** Moves the numbers of every word that is not yet sure enough of its label. */
export function learn(learner: Learner, { featured, gold, stretches }: Example): void {
  for (const [from, until] of stretches) {
    const before = gold[from - 1] ?? 0;
    const chances = chancesOf({ tables: learner.now, featured, gold }, { from, until, before });
    for (let at = from; at < until; at++) {
      const wanted = gold[at] ?? 0;
      const [prior, place] = [gold[at - 1] ?? 0, at - from];
      correct(learner.word, {
        features: featured.word.subarray(at * featured.perWord, (at + 1) * featured.perWord),
        chances: chances.label.subarray(place * size, (place + 1) * size),
        wanted,
        time: learner.time,
      });
      correct(learner.edge, {
        features: featured.edge.subarray(at * featured.perEdge, (at + 1) * featured.perEdge),
        chances: chances.pair.subarray(place * pairs.length, (place + 1) * pairs.length),
        wanted: pairs.findIndex(([one, other]) => one === prior && other === wanted),
        time: learner.time,
      });
    }
    learner.time++;
  }
}

interface Correction {
  readonly features: Int32Array;
  readonly chances: Float64Array;
  /** The place among the chances of what is right. */
  readonly wanted: number;
  readonly time: number;
}

const sure = 0.05;
const rate = 0.02;

/** Numbers that were moved often move less: a rare word has as much to say as a frequent one. */
function correct(
  { now, moved, late }: Learning,
  { features, chances, wanted, time }: Correction,
): void {
  if (1 - (chances[wanted] ?? 0) <= sure) return;
  for (let n = 0; n < chances.length; n++) {
    const wrong = (n === wanted ? 1 : 0) - (chances[n] ?? 0);
    if (Math.abs(wrong) < sure / 2) continue;
    for (let f = 0; f < features.length; f++) {
      const place = (features[f] ?? 0) * chances.length + n;
      moved[place] = (moved[place] ?? 0) + wrong * wrong;
      const step = (wrong * rate) / Math.sqrt((moved[place] ?? 0) + 1e-4);
      now[place] = (now[place] ?? 0) + step;
      late[place] = (late[place] ?? 0) + step * time;
    }
  }
}

// Finer steps change few readings and make the file longer.
const stepsPerOne = 32;

/** The averages over all that was learnt, in whole steps. */
export function learnt({ word, edge, time }: Learner): Weights {
  const inSteps = ({ now, late }: Learning) => {
    const steps = new Int8Array(now.length);
    for (let at = 0; at < now.length; at++) {
      const mean = (now[at] ?? 0) - (late[at] ?? 0) / time;
      steps[at] = Math.max(-127, Math.min(127, Math.round(mean * stepsPerOne)));
    }
    return steps;
  };
  return { word: inSteps(word), edge: inSteps(edge) };
}
