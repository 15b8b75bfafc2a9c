import { expect, test } from 'vitest';
import { bytesIn, textIn } from '../../../../db/read/byte-text.ts';

test.each([
  ['', 0],
  ['{"a":"\u007f"}', 9],
  ['é', 2],
  ['“said” \u2028', 14],
  ['𝒳 ÿ', 7],
])('%j is a letter for each of its bytes, and comes back', (text, bytes) => {
  const told = bytesIn(text);

  expect(told).toHaveLength(bytes);
  expect(Buffer.from(told, 'latin1').equals(Buffer.from(text))).toBe(true);
  expect(textIn(told)).toBe(text);
});
