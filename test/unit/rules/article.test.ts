import { expect, test } from 'vitest';
import { assertSha256, assertUrl } from '../../../db/rules/article.ts';
import { InputInvalid } from '../../../db/rules/errors.ts';

test.each([
  'https://news.example/a?b=c#d',
  'http://localhost:8080/',
  'HTTPS://NEWS.EXAMPLE',
  'https://news.example/straße',
])('%s is a URL', (url) => {
  expect(() => assertUrl(url, [])).not.toThrow();
});

test.each([
  '',
  'news.example/a',
  '/a',
  '//news.example/a',
  'https:news.example',
  'https:///news.example',
  'https://',
  'ftp://news.example/a',
  'javascript:alert(1)',
  'data:text/plain,a',
  ' https://news.example',
  'https://news.example/a b',
  'https://news.example/a\n',
  'https://reader:secret@news.example/',
  'https://reader@news.example/',
])('%j is refused', (url) => {
  const refused = () => assertUrl(url, ['url']);

  expect(refused).toThrow(InputInvalid);
  expect(refused).toThrow(expect.objectContaining({ path: ['url'] }));
});

test('a hash is 64 lower-case hexadecimal digits', () => {
  const sha256 = '0123456789abcdef'.repeat(4);

  expect(() => assertSha256(sha256, [])).not.toThrow();
  for (const other of [
    '',
    sha256.slice(1),
    `${sha256}0`,
    sha256.toUpperCase(),
    `sha256:${sha256}`,
  ]) {
    expect(() => assertSha256(other, ['sha256'])).toThrow(InputInvalid);
  }
});
