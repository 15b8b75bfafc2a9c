import { expect, test } from 'vitest';
import { sameByLane } from '../../soak/lane/lane.ts';

test('the lane answers random requests as Yoga does, and logs, counts and records the same', async () => {
  const seed = Math.floor(Math.random() * 1e6);

  const { figures, faults } = await sameByLane({ exchanges: 210, seed, tell: () => {} });

  // Each fault names the seed.
  expect(faults).toEqual([]);
  expect(figures.requests).toBeGreaterThanOrEqual(300);
  expect(figures.answeredByLane).toBeGreaterThanOrEqual(10);
  expect(figures.changesByLane).toBeGreaterThanOrEqual(1);
});
