import { describe, expect, test } from 'vitest';
import { chancesOf } from '../../../extract/weights/chances.ts';
import { type Featured, featuresOf } from '../../../extract/weights/features.ts';
import { labels, labelsOf, mayFollow, pairs, runsOf } from '../../../extract/weights/labels.ts';
import { labelled } from '../../../extract/weights/model.ts';
import { type MarkedText, type TrainProgress, train } from '../../../extract/weights/train.ts';
import { createWeighted, weightedAttributions } from '../../../extract/weights/weights.ts';
import { packWeights, unpackWeights } from '../../../extract/weights/weights-file.ts';
import { passage, told } from '../../kit/reading.ts';

/** `[S who] [C cue] [K what]`: a text and what is marked in it. */
function marked(annotated: string): MarkedText {
  const spans: Record<string, { start: number; end: number }[]> = { S: [], C: [], K: [] };
  let text = '';
  for (const [whole, role, words] of annotated.matchAll(/\[([SCK]) ([^\]]*)\]|[^[]+/gu)) {
    const start = text.length;
    text += words ?? whole;
    if (role !== undefined) spans[role]?.push({ start, end: text.length });
  }
  const { S: source = [], C: cue = [], K: content = [] } = spans;
  return { text, attributions: [{ source, cue, content }] };
}

// No lexicon has `grokked`: only the marks can teach it.
const lessons = [
  'the dam leaked',
  'the bridge was old',
  'the town would flood',
  'the road is closed',
].flatMap((what) =>
  ['Ann Roe', 'Bo Lind', 'The mayor'].flatMap((who) =>
    ['said', 'grokked'].map((cue) => marked(`[S ${who}] [C ${cue}] [K that ${what}].`)),
  ),
);

describe('labels', () => {
  test('come back as the runs they were made of', () => {
    const attribution = {
      source: [{ first: 0, last: 1 }],
      cue: [{ first: 2, last: 2 }],
      content: [{ first: 3, last: 6 }],
    };

    expect(runsOf(labelsOf(8, [attribution]))).toEqual(attribution);
  });

  test('begin anew after a word of another role', () => {
    const content = { source: [], cue: [], content: [{ first: 0, last: 4 }] };
    const cue = { source: [], cue: [{ first: 2, last: 2 }], content: [] };

    expect(runsOf(labelsOf(5, [content, cue])).content).toEqual([
      { first: 0, last: 1 },
      { first: 3, last: 4 },
    ]);
  });

  test('an inside follows only its own kind', () => {
    expect([
      mayFollow(0, 2),
      mayFollow(1, 2),
      mayFollow(2, 2),
      mayFollow(3, 2),
      mayFollow(3, 1),
    ]).toEqual([false, true, true, false, true]);
  });
});

/** Three words of one feature each, and tables of numbers without a pattern, from -8 to 7. */
const three: Featured = {
  length: 3,
  word: Int32Array.of(0, 1, 2),
  perWord: 1,
  edge: Int32Array.of(1, 0, 2),
  perEdge: 1,
};
const numbers = (length: number) =>
  Int8Array.from({ length }, (_, at) => (((at * 7919) % 97) % 16) - 8);
const tables = { word: numbers(3 * labels.length), edge: numbers(3 * pairs.length) };

/** Every sequence of three labels that may be, with its score, counted one by one. */
const sequences = labels.flatMap((_, one) =>
  labels.flatMap((_, two) =>
    labels.flatMap((_, last) => {
      const sequence = [one, two, last];
      const mayBe = sequence.every((label, at) => mayFollow(sequence[at - 1] ?? 0, label));
      return mayBe ? [{ sequence, score: scoreOf(sequence) }] : [];
    }),
  ),
);

function scoreOf(sequence: readonly number[]): number {
  return sequence.reduce((score, label, at) => {
    const pair = pairs.findIndex(([a, b]) => a === (sequence[at - 1] ?? 0) && b === label);
    const word = tables.word[(three.word[at] ?? 0) * labels.length + label] ?? 0;
    return score + word + (tables.edge[(three.edge[at] ?? 0) * pairs.length + pair] ?? 0);
  }, 0);
}

describe('a chain of labels', () => {
  test('is the best of all that may be', () => {
    const words = passage('One two three').words;

    const found = [...labelled(tables, three, words)];

    const scores = sequences.map(({ score }) => score);
    expect(scoreOf(found)).toBe(Math.max(...scores));
    expect(sequences.map(({ sequence }) => sequence)).toContainEqual(found);
  });

  test('has the chances that counting every sequence gives, what is right at a disadvantage', () => {
    const gold = Uint8Array.of(0, 1, 2);
    const handicap = (sequence: readonly number[]) =>
      (sequence[0] === 0 ? 0 : 1) + (sequence[1] === 1 ? 0 : 1.75) + (sequence[2] === 2 ? 0 : 1);
    const weighed = sequences.map(({ sequence, score }) => ({
      sequence,
      weight: Math.exp(score + handicap(sequence)),
    }));
    const sum = (of: typeof weighed) => of.reduce((total, { weight }) => total + weight, 0);

    const { label } = chancesOf(
      { tables, featured: three, gold },
      { from: 0, until: 3, before: 0 },
    );

    for (const at of [0, 1, 2])
      for (const which of labels.keys()) {
        const counted =
          sum(weighed.filter(({ sequence }) => sequence[at] === which)) / sum(weighed);
        expect(label[at * labels.length + which]).toBeCloseTo(counted, 10);
      }
  });
});

describe('weights', () => {
  test('learn a cue that no rule knows', async () => {
    const weights = await train(lessons);
    const text = 'Cy Mott grokked that the gate was rusty.';

    const [attribution] = weightedAttributions(weights, passage(text));
    const drafts = createWeighted(weights, 'test').extract({
      text: text.replace('grokked', 'said'),
    });

    expect(attribution).toMatchObject({
      source: { first: 0, last: 1 },
      cue: { first: 2, last: 2 },
    });
    expect(told(drafts)).toEqual(['Cy Mott ASSERTS The gate was rusty.']);
  });

  test('are the same for the same texts, also from their file', async () => {
    const [one, two] = [await train(lessons), await train(lessons)];
    const file = JSON.stringify(packWeights(one, 'v1'));
    const { weights, version } = unpackWeights(JSON.parse(file));
    const read = passage('Cy Mott grokked that the gate was rusty.');

    expect(JSON.stringify(packWeights(two, 'v1'))).toBe(file);
    expect(version).toBe('v1');
    expect(labelled(weights, featuresOf(read), read.words)).toEqual(
      labelled(one, featuresOf(read), read.words),
    );
  });

  test('of another format are refused', () => {
    expect(() => unpackWeights({ format: 'onrecord-weights/0' })).toThrow(TypeError);
    expect(() => unpackWeights(null)).toThrow(TypeError);
  });

  test('of other features, or cut short, are refused', async () => {
    const file = packWeights(await train(lessons, { epochs: 1 }), 'v1');

    const [, ...fewer] = file.templates;
    expect(() => unpackWeights({ ...file, templates: fewer })).toThrow('of this version');
    expect(() => unpackWeights({ ...file, word: file.word.slice(0, -20) })).toThrow('damaged');
    expect(() => unpackWeights({ ...file, word: file.edge })).toThrow('damaged');
  });

  test('tell how far the learning is, and stop when told', async () => {
    const seen: TrainProgress[] = [];
    const controller = new AbortController();

    const training = train(lessons, {
      signal: controller.signal,
      onProgress: (progress) => {
        seen.push(progress);
        if (progress.stage === 'learning') controller.abort();
      },
    });

    await expect(training).rejects.toThrow('aborted');
    expect(seen.at(-1)).toEqual({ stage: 'learning', done: 1, of: lessons.length * 8 });
  });
});
