import { expect, test } from 'vitest';
import { longestWords, shortened } from '../../../../extract/web-page/shortened.ts';

test('words are cut at the end of one, and within no character', () => {
  expect(shortened('Ferry talks stall')).toBe('Ferry talks stall');
  expect(shortened('Ferry talks stall', 14)).toBe('Ferry talks…');
  expect(shortened('🛳'.repeat(longestWords))).toMatch(/^🛳{149}…$/u);
});
