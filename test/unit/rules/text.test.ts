import { expect, test } from 'vitest';
import { TextInvalid } from '../../../db/rules/errors.ts';
import { articleTextMax, assertText, fieldTextMax } from '../../../db/rules/text.ts';

test.each([
  ['plain words', 'The mayor spoke.'],
  ['pairs of surrogates', 'He waved 👋.'],
  ['line ends, tabs and control characters', 'one\r\n\ttwo\u0007'],
  ['marks that were not composed', 'cafe\u0301'],
  ['one character', '.'],
])('%s are kept', (_what, value) => {
  expect(() => assertText(value, { max: 100, path: ['text'] })).not.toThrow();
});

test.each([
  ['NUL', 'a\0b', 'The quote holds a NUL character.'],
  ['LONE_SURROGATE', 'a\ud83d', 'The quote holds half of a surrogate pair.'],
  ['LONE_SURROGATE', '\udc4bb', 'The quote holds half of a surrogate pair.'],
  ['LONE_SURROGATE', '\udc4b\ud83d', 'The quote holds half of a surrogate pair.'],
  ['EMPTY', '', 'The quote is empty.'],
  ['EMPTY', ' \n\t\u00a0', 'The quote is empty.'],
  ['EMPTY', '\u200b\ufeff', 'The quote is empty.'],
  ['TOO_LONG', 'a'.repeat(101), 'The quote is longer than 100 bytes of UTF-8.'],
])('%s is refused: %j', (reason, value, message) => {
  const refused = () => assertText(value, { max: 100, path: ['evidence', '0', 'quote'] });

  expect(refused).toThrow(TextInvalid);
  expect(refused).toThrow(
    expect.objectContaining({
      code: 'TEXT_INVALID',
      reason,
      message,
      path: ['evidence', '0', 'quote'],
    }),
  );
});

test('what is allowed to be empty may be empty, and nothing else', () => {
  const options = { max: 100, path: ['note'], allowEmpty: true };

  expect(() => assertText('', options)).not.toThrow();
  expect(() => assertText('\0', options)).toThrow(TextInvalid);
});

test.each([
  ['a', 100],
  ['é', 50],
  ['市', 33],
  ['👋', 25],
])('length is counted in bytes of UTF-8: %s fits %i times into a hundred', (letter, times) => {
  const max = 100;

  expect(() => assertText(letter.repeat(times), { max, path: [] })).not.toThrow();
  expect(() => assertText(letter.repeat(times + 1), { max, path: [] })).toThrow(TextInvalid);
});

test('an article takes a mebibyte, any other field twenty kilobytes', () => {
  expect([articleTextMax, fieldTextMax]).toEqual([1_048_576, 20_000]);
});
