import { expect, test } from 'vitest';
import { ShortBatches, WholeBatches } from '../../../../db/interchange/batches.ts';
import type { LineType } from '../../../../db/interchange/lines.ts';

/** How many lines of a type are written at once, where each takes so long. */
function sizes(batch: ShortBatches, type: LineType, { ms, times }: { ms: number; times: number }) {
  return Array.from({ length: times }, () => {
    let lines = 1;
    while (!batch.isFullWith({ type, letters: 100, waits: true })) lines += 1;
    batch.tookMs(lines * ms);
    return lines;
  });
}

test('short batches grow to what is written in 25 ms, of each type by itself', () => {
  const batch = new ShortBatches();

  expect(sizes(batch, 'claim', { ms: 0.01, times: 10 })).toEqual([
    1, 2, 4, 8, 16, 32, 64, 128, 250, 250,
  ]);
  expect(sizes(batch, 'article', { ms: 5, times: 5 })).toEqual([1, 2, 4, 5, 5]);
  expect(sizes(batch, 'claim', { ms: 0.01, times: 1 })).toEqual([250]);
  expect(sizes(batch, 'claim', { ms: 100, times: 3 }).at(-1)).toBe(1);
});

test('whole batches count lines that bring nothing, too', () => {
  const batch = new WholeBatches(3);
  const line = { type: 'claim', letters: 100 } as const;

  const full = [true, false, false, true, true, false].map((waits) =>
    batch.isFullWith({ ...line, waits }),
  );
  expect(full).toEqual([false, false, true, false, false, true]);
  expect(batch.isFullWith({ ...line, letters: 9_000_000, waits: true })).toBe(true);
});
