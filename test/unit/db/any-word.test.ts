import { expect, test } from 'vitest';
import { anyWordOf } from '../../../db/queries/any-word.ts';

test.each([
  ['The mayor sold the ferry', '"mayor" OR "sold" OR "ferry"'],
  ['see https://news.example/a?b=c and www.news.example now', '"see" OR "now"'],
  ['#SellTheFerry', '"selltheferry" OR "sell" OR "ferry"'],
  ['@HarbourBBCNews', '"harbourbbcnews" OR "harbour" OR "bbc" OR "news"'],
  ['Ferry ferry FERRY', '"ferry"'],
  ['Mr McAdam’s café', '"mr" OR "mcadam" OR "mc" OR "adam" OR "s" OR "café"'],
])('what is like %s is found by %s', (text, match) => {
  expect(anyWordOf(text)).toBe(match);
});

test('where a text has no telling word, nothing is like it', () => {
  expect(anyWordOf('It is what it is.')).toBeNull();
  expect(anyWordOf('https://news.example')).toBeNull();
  expect(anyWordOf('')).toBeNull();
});

test('of a long text the first words count', () => {
  const words = Array.from({ length: 60 }, (_, n) => `word${n}`);

  expect(anyWordOf(words.join(' '))?.split(' OR ')).toHaveLength(40);
});
