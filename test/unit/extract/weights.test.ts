import { describe, expect, test } from 'vitest';
import { featuresOf } from '../../../extract/weights/features.ts';
import { labelsOf, mayFollow, runsOf } from '../../../extract/weights/labels.ts';
import { labelled } from '../../../extract/weights/model.ts';
import { type MarkedText, type TrainProgress, train } from '../../../extract/weights/train.ts';
import { packWeights, unpackWeights } from '../../../extract/weights/weights-file.ts';
import { createWeighted, weightedAttributions } from '../../../extract/weights.ts';
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
