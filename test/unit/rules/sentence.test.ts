import { expect, test } from 'vitest';
import { cited, sentence } from '../../../db/rules/sentence.ts';

const token = `onr_${'x'.repeat(43)}`;

test.each([
  ['a slug', 'call-happened', 'call-happened'],
  ['forty characters', 'a'.repeat(40), 'a'.repeat(40)],
  ['more of them', 'a'.repeat(41), `${'a'.repeat(39)}…`],
  ['half of a character is none', `${'a'.repeat(38)}🙂🙂`, `${'a'.repeat(38)}…`],
  ['words', 'The ferry left at noon', 'The…'],
  ['words on lines', '\n The\nferry', 'The…'],
  ['a token', token, 'onr_…'],
  ['a link', 'call-land PRESUPPOSES call-happened', 'call-land PRESUPPOSES call-happened'],
  ['a merge', 'tass-press into tass', 'tass-press into tass'],
  ['a link of long names', `${'a'.repeat(80)} SAME_AS b`, `${'a'.repeat(39)}… SAME_AS b`],
  ['nothing', '', ''],
])('%s is cited', (_, value, expected) => {
  expect(cited(value)).toBe(expected);
});

test('a sentence has 300 characters, and no token', () => {
  expect(sentence('A page has at most 100 entries, not 1000.')).toBe(
    'A page has at most 100 entries, not 1000.',
  );
  expect(sentence('x'.repeat(1e6))).toBe(`${'x'.repeat(299)}…`);
  expect(sentence(`There is no claim ${token} on record.`)).toBe(
    'There is no claim onr_… on record.',
  );
});
