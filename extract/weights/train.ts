import { setImmediate } from 'node:timers/promises';
import { type Annotator, createAnnotator } from '../words/annotate.ts';
import { passageOf, rangeWritten } from '../words/passage.ts';
import type { Span } from '../words/span.ts';
import { featuresOf } from './features.ts';
import { labelsOf } from './labels.ts';
import { type Example, learn, learnt, openLearner } from './learner.ts';
import { stretchesOf, type Weights } from './model.ts';

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

/** Learns weights from marked texts: a chain of labels with margins. The same texts give the same weights. */
export async function train(
  texts: readonly MarkedText[],
  { signal, onProgress, epochs = 8 }: TrainOptions = {},
): Promise<Weights> {
  const examples: Example[] = [];
  const annotator = createAnnotator();
  for (const [at, marked] of texts.entries()) {
    await pause(signal);
    examples.push(exampleOf(marked, annotator));
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
  return learnt(learner);
}

async function pause(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

function exampleOf({ text, attributions }: MarkedText, annotator: Annotator): Example {
  const passage = passageOf(text, annotator);
  const ranges = (spans: readonly Span[]) => spans.map((span) => rangeWritten(passage, span));
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
