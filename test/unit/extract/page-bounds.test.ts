import { expect, test } from 'vitest';
import { articleInBytes } from '../../../extract/web-page/page.ts';

const sentence =
  '<p>The mayor denied on Tuesday that she had promised a new bridge to the people of the harbour.</p>';

const page = (body: string): string => `<!doctype html><title>Ferry</title><body>${body}`;

test.each([
  ['elements in each other', '<div>'.repeat(100_000) + sentence, 'nested more than 150 deep'],
  ['empty elements', '<i></i>'.repeat(1_000_000) + sentence, 'more than 100000 tags'],
  [
    'attributes',
    `<p ${Array.from({ length: 100_000 }, (_, number) => `a${number}=1`).join(' ')}>${sentence}`,
    'more than 500 attributes',
  ],
  ['entities', `<p>${'&amp;'.repeat(1_000_000)}${sentence}`, 'more than 300000 pieces'],
  ['beginnings of tags', '<'.repeat(2_000_000) + sentence, 'more than 300000 pieces'],
  ['words', `<p>${'so '.repeat(6_000_000)}`, 'more than 16 million characters'],
])('a page of a great many %s is refused before it is taken apart', (_what, body, reason) => {
  expect(() => articleInBytes(Buffer.from(page(body)))).toThrow(reason);
});

test.each([
  ['an attribute of two million words', `<p class="${'a '.repeat(500_000)}">Words</p>${sentence}`],
  ['a word of a million letters', `${sentence}<p>${'a'.repeat(1_000_000)}</p>`],
  ['a million spaces', `${sentence}<p>and${' '.repeat(1_000_000)}more</p>`],
  ['a comment without an end', `${sentence}<!--${'-'.repeat(2_000_000)}`],
  ['a script without an end', `${sentence}<script>${'"<p>"'.repeat(200_000)}`],
  ['tags that do not end', `${'<a '.repeat(200_000)}${sentence}`],
  ['dashes in its title', `<title>${'a - | '.repeat(20_000)}</title>${sentence}`],
  ['line breaks', `${sentence}<p>${'a<br>'.repeat(5000)}</p>`],
  ['lists in lists', `${'<ul><li>a'.repeat(60)}${sentence}`],
  [
    'JSON that is nested deeply',
    `<script type="application/ld+json">${'['.repeat(100_000)}</script>${sentence}`,
  ],
])('a page with %s is read, or told to be none', (_what, body) => {
  let told = '';
  try {
    told = articleInBytes(Buffer.from(page(body))).text;
  } catch (error) {
    told = String(error);
  }

  expect(told).toMatch(/The mayor denied on Tuesday|^Unreadable: /u);
});
