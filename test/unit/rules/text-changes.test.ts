import { describe, expect, test } from 'vitest';
import { isEdited, textChanges } from '../../../db/rules/text-changes.ts';
import { cosmetics, Dice, edits, newsText } from './news-text.ts';

describe.each(Object.entries(edits))('an edit of a %s', (_name, edit) => {
  test.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'is told, with the passage: %i',
    (seed) => {
      const [before, planted] = plantedIn(seed, edit);

      const { gone, come } = textChanges(before, planted.text);

      expect(isEdited(before, planted.text)).toBe(true);
      if (planted.gone) expect(textsOf(gone)).toContain(planted.gone);
      if (planted.come) expect(textsOf(come)).toContain(planted.come);
      for (const { text, start, end } of gone) expect(before.slice(start, end)).toBe(text);
      for (const { text, start, end } of come) expect(planted.text.slice(start, end)).toBe(text);
      expect(wordsIn(gone) + wordsIn(come)).toBeLessThan(60);
    },
  );
});

describe.each(Object.entries(cosmetics))('other %s', (_name, change) => {
  test.each(Array.from({ length: 25 }, (_, seed) => seed))('are no edit: %i', (seed) => {
    const dice = new Dice(seed + 10_000);
    const before = newsText(dice);
    const after = change(before, dice);

    expect(textChanges(before, after)).toEqual({ gone: [], come: [] });
    expect(textChanges(after, before)).toEqual({ gone: [], come: [] });
    expect(isEdited(before, after)).toBe(false);
  });
});

test('no more is told than what differs, as the longest common part of small texts shows', () => {
  const dice = new Dice(1);
  const someWords = () =>
    Array.from({ length: dice.upTo(12) }, () => dice.of(['a', 'b', 'c', 'd']));
  for (let round = 0; round < 2000; round += 1) {
    const [before, after] = [someWords(), someWords()];
    const shared = sharedLength(before, after);

    const { gone, come } = textChanges(before.join(' '), after.join(' '));

    expect([wordsIn(gone), wordsIn(come)]).toEqual([before.length - shared, after.length - shared]);
  }
});

test.each([
  ['a minus sign', 'It fell to -5 degrees.', 'It fell to 5 degrees.'],
  ['a currency', 'It cost $5.', 'It cost €5.'],
  ['a share', 'It rose by 5%.', 'It rose by 5.'],
  ['a capital letter', 'The Polish edge.', 'The polish edge.'],
  ['an accent', 'The exposé.', 'The expose.'],
  ['a decimal point', 'It rose by 3.5 percent.', 'It rose by 35 percent.'],
  ['words that look like those around an article', 'He said so.', 'He said so. Share prices fell.'],
])('%s makes a difference', (_what, before, after) => {
  expect(isEdited(before, after)).toBe(true);
});

test('two long texts that have nothing in common differ as a whole, and soon', () => {
  const long = (step: number) =>
    Array.from({ length: 60_000 }, (_, index) => `w${(index * step) % 9973}`).join(' ');

  const { gone, come } = textChanges(long(7), long(11));

  expect([gone.length, come.length]).toEqual([1, 1]);
});

function plantedIn(seed: number, edit: (typeof edits)[string]) {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const dice = new Dice(seed * 101 + attempt);
    const before = newsText(dice);
    const planted = edit(before, dice);
    if (planted !== null) return [before, planted] as const;
  }
  throw new Error('No text takes the edit.');
}

const textsOf = (passages: readonly { readonly text: string }[]) =>
  passages.map(({ text }) => text).join(' | ');

const wordsIn = (passages: readonly { readonly text: string }[]) =>
  passages.flatMap(({ text }) => text.split(/\s+/)).length;

/** The length of the longest list that both hold, in its order. */
function sharedLength(one: readonly string[], other: readonly string[]): number {
  let last = new Array<number>(other.length + 1).fill(0);
  for (const word of one) {
    const next = [0];
    for (const [index, another] of other.entries()) {
      const longest = Math.max(next[index] ?? 0, last[index + 1] ?? 0);
      next.push(word === another ? (last[index] ?? 0) + 1 : longest);
    }
    last = next;
  }
  return last.at(-1) ?? 0;
}
