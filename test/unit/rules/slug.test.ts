import { expect, test } from 'vitest';
import { isSlug, slugCandidates, slugFrom } from '../../../db/rules/slug.ts';

test.each(['a', '0', '-', 'call-happened', 'a'.repeat(80)])('%s is a slug', (slug) => {
  expect(isSlug(slug)).toBe(true);
});

test.each(['', 'A', 'é', 'a b', 'a_b', 'a\n', 'a'.repeat(81)])('%j is no slug', (slug) => {
  expect(isSlug(slug)).toBe(false);
});

test.each([
  ['Volodymyr Zelensky', 'volodymyr-zelensky'],
  ['  The Kremlin!  ', 'the-kremlin'],
  ['Café Zürich', 'cafe-zurich'],
  ['ﬁrst № 5', 'first-no-5'],
  ['54 % of voters', '54-of-voters'],
  ['a — b', 'a-b'],
  ['Кремль (Kremlin)', 'kremlin'],
])('%j becomes %s', (text, slug) => {
  expect(slugFrom(text, 'actor', () => 'k3j9x0qz')).toBe(slug);
});

test.each(['Кремль', '2024', '北京', '', '!!!'])('%j has no letters to make a slug of', (text) => {
  expect(slugFrom(text, 'claim', () => 'k3j9x0qz')).toBe('claim-k3j9x0qz');
});

test('a long text is cut behind a word', () => {
  const slug = slugFrom('bridge '.repeat(40), 'claim', () => 'k3j9x0qz');

  expect(slug).toBe(Array(11).fill('bridge').join('-'));
});

test('words that end with the eightieth character are kept whole', () => {
  const text = `${'a'.repeat(39)} ${'b'.repeat(40)}`;

  expect(slugFrom(text, 'claim', () => 'k3j9x0qz')).toBe(text.replace(' ', '-'));
  expect(slugFrom(`${text} c`, 'claim', () => 'k3j9x0qz')).toBe(text.replace(' ', '-'));
  expect(slugFrom(`${text}b`, 'claim', () => 'k3j9x0qz')).toBe('a'.repeat(39));
});

test('one long word is cut in the middle', () => {
  expect(slugFrom('a'.repeat(100), 'claim', () => 'k3j9x0qz')).toBe('a'.repeat(80));
});

test('candidates are the base and its numbers, each a slug', () => {
  const candidates = slugCandidates('call');

  expect(candidates.next().value).toBe('call');
  expect(candidates.next().value).toBe('call-2');
  expect(candidates.next().value).toBe('call-3');
});

test('candidates of a long base give way to their number', () => {
  const candidates = slugCandidates(`${'a'.repeat(77)}-bb`);

  expect(candidates.next().value).toBe(`${'a'.repeat(77)}-bb`);
  const second = candidates.next().value;
  expect(second).toBe(`${'a'.repeat(77)}-2`);
  for (let number = 3; number < 1_200; number += 1) {
    expect(isSlug(candidates.next().value)).toBe(true);
  }
});
