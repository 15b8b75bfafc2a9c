import { setImmediate } from 'node:timers/promises';
import { createAnnotate } from '../annotate.ts';
import { passageOf, rangeOf } from '../passage.ts';
import { segment } from '../segment.ts';
import type { Span } from '../span.ts';
import { type Featured, featuresOf, tableSize } from './features.ts';
import { labels, labelsOf } from './labels.ts';
import {
  bestLabels,
  edgePlace,
  emptyWeights,
  type Stretch,
  stretchesOf,
  type Weights,
} from './model.ts';

/** A text with the attributions that somebody marked in it. */
export interface MarkedText {
  readonly text: string;
  readonly attributions: readonly {
    readonly source: readonly Span[];
    readonly cue: readonly Span[];
    readonly content: readonly Span[];
  }[];
}

export interface TrainProgress {
  readonly stage: 'reading' | 'learning';
  readonly done: number;
  readonly of: number;
}

interface TrainOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: TrainProgress) => void;
  /** How often all texts are gone through; 8 unless told. */
  readonly epochs?: number;
}

interface Example {
  readonly featured: Featured;
  readonly gold: Uint8Array;
  readonly stretches: readonly (readonly [number, number])[];
}

const size = labels.length;

/** Learns weights from marked texts: an averaged structured perceptron. The same texts give the same weights. */
export async function train(
  texts: readonly MarkedText[],
  { signal, onProgress, epochs = 8 }: TrainOptions = {},
): Promise<Weights> {
  const examples: Example[] = [];
  const annotate = createAnnotate();
  for (const [at, marked] of texts.entries()) {
    await pause(signal);
    examples.push(exampleOf(marked, annotate));
    onProgress?.({ stage: 'reading', done: at + 1, of: texts.length });
  }
  const learner = openLearner();
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const [at, example] of shuffled(examples, epoch).entries()) {
      await pause(signal);
      learn(learner, example);
      onProgress?.({
        stage: 'learning',
        done: epoch * examples.length + at + 1,
        of: epochs * examples.length,
      });
    }
  }
  return averaged(learner);
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

function exampleOf(
  { text, attributions }: MarkedText,
  annotate: ReturnType<typeof createAnnotate>,
): Example {
  const passage = passageOf(text, segment(text), annotate);
  const ranges = (spans: readonly Span[]) => spans.map((span) => rangeOf(passage, span));
  const gold = labelsOf(
    passage.words.length,
    attributions.map(({ source, cue, content }) => ({
      source: ranges(source),
      cue: ranges(cue),
      content: ranges(content),
    })),
  );
  return { featured: featuresOf(passage), gold, stretches: stretchesOf(passage.words) };
}

/** A new order for each epoch, always the same one. */
function shuffled(examples: readonly Example[], epoch: number): Example[] {
  const order = [...examples];
  let seed = epoch * 7919 + 1;
  for (let at = order.length - 1; at > 0; at--) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    const other = seed % (at + 1);
    const [one, two] = [order[at], order[other]];
    if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one];
  }
  return order;
}

/** Weights now, and the sum of their changes by the time of each, from which the average follows. */
interface Learner {
  readonly now: Weights;
  readonly late: { readonly word: Float64Array; readonly edge: Float64Array };
  time: number;
}

function openLearner(): Learner {
  const late = {
    word: new Float64Array(tableSize * size),
    edge: new Float64Array(tableSize * size),
  };
  return { now: emptyWeights(), late, time: 1 };
}

function learn(learner: Learner, { featured, gold, stretches }: Example): void {
  for (const [from, until] of stretches) {
    const before = gold[from - 1] ?? 0;
    const stretch: Stretch = { from, until, before };
    const guess = bestLabels(learner.now, featured, stretch);
    let [right, wrong] = [before, before];
    for (let at = from; at < until; at++) {
      const wanted = gold[at] ?? 0;
      const guessed = guess[at - from] ?? 0;
      if (wanted !== guessed) correctWord(learner, featured, { at, wanted, guessed });
      if (wanted !== guessed || right !== wrong)
        correctEdge(learner, featured, { at, wanted: [right, wanted], guessed: [wrong, guessed] });
      [right, wrong] = [wanted, guessed];
    }
    learner.time++;
  }
}

function correctWord(
  { now, late, time }: Learner,
  { word, perWord }: Featured,
  { at, wanted, guessed }: { at: number; wanted: number; guessed: number },
): void {
  for (let n = at * perWord; n < (at + 1) * perWord; n++) {
    const place = (word[n] ?? 0) * size;
    move(now.word, late.word, { place: place + wanted, by: 1, time });
    move(now.word, late.word, { place: place + guessed, by: -1, time });
  }
}

type Edge = readonly [before: number, label: number];

function correctEdge(
  { now, late, time }: Learner,
  { edge, perEdge }: Featured,
  { at, wanted, guessed }: { at: number; wanted: Edge; guessed: Edge },
): void {
  for (let n = at * perEdge; n < (at + 1) * perEdge; n++) {
    const feature = edge[n] ?? 0;
    move(now.edge, late.edge, { place: edgePlace(feature, wanted[0]) + wanted[1], by: 1, time });
    move(now.edge, late.edge, { place: edgePlace(feature, guessed[0]) + guessed[1], by: -1, time });
  }
}

function move(
  now: Float32Array,
  late: Float64Array,
  { place, by, time }: { place: number; by: number; time: number },
): void {
  now[place] = (now[place] ?? 0) + by;
  late[place] = (late[place] ?? 0) + by * time;
}

function averaged({ now, late, time }: Learner): Weights {
  const mean = (own: Float32Array, changes: Float64Array) =>
    own.map((value, at) => value - (changes[at] ?? 0) / time);
  return { word: mean(now.word, late.word), edge: mean(now.edge, late.edge) };
}
