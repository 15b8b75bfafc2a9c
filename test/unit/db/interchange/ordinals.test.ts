import { expect, test } from 'vitest';
import { Ordinals } from '../../../../db/interchange/ordinals.ts';

test('ordinals that were added are there, and no others', () => {
  const ordinals = new Ordinals();
  const added = [0, 7, 8, 8191, 8192, 1_000_003];
  for (const ordinal of added) ordinals.add(ordinal);
  ordinals.delete(8);
  ordinals.delete(9_000_000);

  const near = added.flatMap((ordinal) => [ordinal - 1, ordinal, ordinal + 1]);
  const there = [...new Set(near)].filter((ordinal) => ordinals.has(ordinal));
  expect(there).toEqual(added.filter((ordinal) => ordinal !== 8));
});
