import { expect, test } from 'vitest';
import { allWordsOf, someWordsOf } from '../../../db/queries/search-words.ts';
import { hostileTerms } from '../../attacks/hostile-terms.ts';

test.each([
  ['ferry toll ', '"ferry" AND "toll"'],
  ['ferry tol', '"ferry" AND ("tol" OR "tol" *)'],
  ['ferry planned', '"ferry" AND "planned"'],
  ['ferry 5', '"ferry" AND "5"'],
  ['the mayor’s letter ', '"the" AND "mayor" AND "letter"'],
  ["O'Rourke ", '("O Rourke" OR "ORourke")'],
  ['cease-fire ', '(("cease" AND "fire") OR "ceasefire")'],
  ['跨海大桥 ', '("跨海大桥" OR ("跨海 海大 大桥"))'],
  ['桥 ', '("桥" OR ("桥" *))'],
  ['NHK放送 ', '("NHK放送" OR ("放送"))'],
  ['cafe\u0301 ', '"café"'],
])('%j asks for %s', (text, match) => {
  expect(allWordsOf(text)).toBe(match);
});

test.each([
  ['the mayor’s tol', '"mayor" OR "tol" OR "tol" *'],
  ['toll of the', '"toll"'],
  ['跨海桥', '"跨海桥" OR "跨海" OR "海桥" OR "跨海桥" *'],
])('where nothing holds all words, %j asks for %s', (text, match) => {
  expect(someWordsOf(text)).toBe(match);
});

test('hostile terms ask for words in quotation marks and nothing else', () => {
  const operators = /"[\p{L}\p{M}\p{N} ]*"( \*)?|AND|OR|[() ]/gu;
  for (const term of hostileTerms) {
    for (const match of [allWordsOf(term), someWordsOf(term)])
      expect([term, match?.replaceAll(operators, '') ?? '']).toEqual([term, '']);
  }
});
