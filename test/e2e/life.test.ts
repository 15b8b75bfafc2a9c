import { expect, test } from 'vitest';
import { life } from '../soak/life/life.ts';

test('after requests of all kinds, and subscribers that came and went, a server holds what it held before', async () => {
  const { signal } = new AbortController();

  const { figures, faults } = await life({
    requests: 300,
    subscribers: 60,
    // So few requests fill nothing of what a server keeps.
    mayGrowPercent: 100,
    signal,
    tell: () => {},
    say: () => {},
  });

  expect(faults).toEqual([]);
  expect(figures.tenths).toHaveLength(10);
}, 300_000);
