import { expect, test, vi } from 'vitest';
import { InputInvalid } from '../../../db/rules/errors.ts';
import { assertLanguage } from '../../../db/rules/language.ts';

test.each([
  'en',
  'uk',
  'und',
  'pt-BR',
  'zh-Hant-TW',
  'es-419',
  'sr-Latn',
  'de-CH-1996',
  'en-x-wire',
])('%s is a language tag', (tag) => {
  expect(() => assertLanguage(tag, [])).not.toThrow();
});

test.each(['', 'e', 'english', 'en_US', 'en-', '-en', 'en US', 'en\n', 'en-toolongasubtag', '12'])(
  '%j is no language tag',
  (tag) => {
    const refused = () => assertLanguage(tag, ['language']);

    expect(refused).toThrow(InputInvalid);
    expect(refused).toThrow(expect.objectContaining({ path: ['language'] }));
  },
);

test('a tag that is made to be slow to read is refused at once', () => {
  const slow = `en${'-aaaaa'.repeat(100_000)}!`;
  const reading = vi.spyOn(RegExp.prototype, 'test');

  const refused = () => assertLanguage(slow, []);

  expect(refused).toThrow(InputInvalid);
  // Whatever expect itself reads, nothing has read the tag.
  expect(reading).not.toHaveBeenCalledWith(slow);
});
