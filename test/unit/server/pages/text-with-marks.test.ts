import { expect, test } from 'vitest';
import { textWithMarks } from '../../../../server/pages/render/text-with-marks.ts';

const text = 'One <two> 🌉 three four.';
const at = (words: string, number: number) => {
  const start = text.indexOf(words);
  return { number, start, end: start + words.length };
};

/** Each marked piece, with the numbers of those that it belongs to. */
const marksIn = (marked: string) =>
  [...marked.matchAll(/<mark class="(\w+)" data-stances="([\d ]+)">(.*?)<\/mark>/g)].map((match) =>
    match.slice(1),
  );

test('a text without stances is itself, escaped', () => {
  expect(textWithMarks(text, []).text).toBe('One &lt;two&gt; 🌉 three four.');
});

test('stretches that overlap, lie in each other or are the same are marked for all of them', () => {
  const marked = textWithMarks(text, [
    at('<two> 🌉', 1),
    at('🌉 three', 2),
    at('three', 3),
    at('four', 4),
    at('four', 5),
  ]).text;

  expect(marksIn(marked)).toEqual([
    ['once', '1', '&lt;two&gt; '],
    ['overlapping', '1 2', '🌉'],
    ['once', '2', ' '],
    ['overlapping', '2 3', 'three'],
    ['overlapping', '4 5', 'four'],
  ]);
  expect([...marked.matchAll(/id="in-text-(\d)"/g)].map(([, number]) => number)).toEqual([
    '1',
    '2',
    '3',
    '4',
    '5',
  ]);
  expect(marked.replaceAll(/<sup>.*?<\/sup>/g, '').replaceAll(/<\/?mark[^>]*>/g, '')).toBe(
    'One &lt;two&gt; 🌉 three four.',
  );
});

test('a stretch that begins or ends the text is marked once', () => {
  expect(marksIn(textWithMarks(text, [{ number: 1, start: 0, end: text.length }]).text)).toEqual([
    ['once', '1', 'One &lt;two&gt; 🌉 three four.'],
  ]);
});
