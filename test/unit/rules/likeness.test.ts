import { describe, expect, test } from 'vitest';
import { areAlike, fingerprintOf, leastShared } from '../../../db/rules/likeness.ts';
import { foldedLetters, foldText } from '../../../db/rules/quote-fold.ts';
import { mostShared, sketchOf } from '../../../db/rules/sketch.ts';
import { likenessOf, NearTexts, numbersFrom } from '../../kit/near-texts.ts';

const alike = (one: string, other: string): boolean =>
  areAlike(fingerprintOf(one), fingerprintOf(other));

/** `count` words, each another. */
const words = (count: number, from = 0): string[] =>
  Array.from({ length: count }, (_, index) => `w${from + index}`);
const text = (...parts: readonly string[][]): string => parts.flat().join(' ');

describe('two texts are alike', () => {
  test.each([
    ['that are the same', 'A ferry hit the pier.', 'A ferry hit the pier.'],
    ['that differ in typography', '“It’s a pier” - no.\n', '"It\'s  a pier" — no.'],
    ['that differ in case and marks', 'ZÜRICH agrees.', 'Zurich agrees.'],
    ['of which one ends in a line feed', 'A pier.', 'A pier.\n'],
    ['that share 16 of 20 shingles', text(words(24)), text(words(20), words(4, 100))],
    ['of which one holds the other and is twice as long', text(words(24)), text(words(44))],
    ['that share 80 of 100 shingles', text(words(104)), text(words(84), words(20, 500))],
    ['with other typography between the words', text(words(30)), words(30).join('—')],
    ['without spaces, but for a few', '字'.concat(kanji(30)), `字${kanji(30)}完`],
    ['of one word, said often', 'no '.repeat(90), 'No  '.repeat(90)],
  ])('%s', (_name, one, other) => {
    expect(alike(one, other)).toBe(true);
    expect(alike(other, one)).toBe(true);
  });

  test.each([
    ['of one word, said more often', 'no '.repeat(90), 'no '.repeat(91)],
    ['of 19 shingles and one more', text(words(23)), text(words(24))],
    ['that share 15 of 20 shingles', text(words(24)), text(words(19), words(5, 100))],
    ['of which one is more than twice as long', text(words(24)), text(words(45))],
    ['that share 79 of 100 shingles', text(words(104)), text(words(83), words(21, 500))],
    ['of the same words in another order', text(words(30)), text(words(30).toReversed())],
    ['without spaces, and share 15 of 20 shingles', kanji(24), kanji(24).replace('\u4e0c', '字')],
    ['of nothing but marks and a word', '…', 'A'],
  ])('but none are %s', (_name, one, other) => {
    expect(alike(one, other)).toBe(false);
    expect(alike(other, one)).toBe(false);
  });

  test('a likeness leads no further: the first and the third may be unlike', () => {
    const [first, second, third] = [text(words(104)), text(words(104, 15)), text(words(104, 30))];

    expect([alike(first, second), alike(second, third), alike(first, third)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('as comparing their words says, of many texts that are nearly others', () => {
    const texts = new NearTexts(21).take(200);
    const prints = texts.map(fingerprintOf);
    const isAlike = likenessOf(texts);

    const unlike = prints.flatMap((one, i) =>
      prints.flatMap((other, j) => (areAlike(one, other) === isAlike(i, j) ? [] : [[i, j]])),
    );

    expect(unlike).toEqual([]);
  });
});

test('a sketch never tells less than two texts share', () => {
  const prints = new NearTexts(22).take(150).map(fingerprintOf);
  const long = prints.filter(({ shingles }) => leastShared(shingles.length, shingles.length));
  const sketches = long.map(({ shingles }) => sketchOf(shingles));

  const less = long.flatMap((one, i) =>
    long.flatMap((other, j) => {
      const [a, b] = [sketches[i], sketches[j]];
      const isComparable = leastShared(one.shingles.length, other.shingles.length) !== null;
      const set = new Set(other.shingles);
      const shared = one.shingles.filter((number) => set.has(number)).length;
      return a && b && isComparable && mostShared(a, b) < shared ? [[i, j]] : [];
    }),
  );

  expect(long.length).toBeGreaterThan(80);
  expect(less).toEqual([]);
});

test('the letters of a folded text are those that a quote is looked for in', () => {
  const number = numbersFrom(8);
  const characters = [
    ' ',
    ' ',
    '-',
    '—',
    '“',
    "'",
    '`',
    'A',
    'ß',
    'é',
    'ﬁ',
    '\u0301',
    '\n',
    '\u3000',
  ];
  const others = ['ก', '漢', 'ﷺ', '🌉', '\u200b', '\u1fef', '\uff07', '\u00a8', 'İ', 'Σ'];
  const all = [...characters, ...others];
  for (let round = 0; round < 500; round += 1) {
    const length = number(30);
    const some = Array.from({ length }, () => all[number(all.length)]).join('');

    expect(foldedLetters(some)).toBe(foldText(some).letters);
  }
});

test('a text of a mebibyte has the shingles of its words', () => {
  const many = text(words(150_000));

  const { shingles } = fingerprintOf(many);

  expect(shingles).toHaveLength(150_000 - 4);
});

/** So many characters, each another, with no space between. */
function kanji(count: number): string {
  return Array.from({ length: count }, (_, index) => String.fromCodePoint(0x4e00 + index)).join('');
}
