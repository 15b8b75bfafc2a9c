import { expect, test } from 'vitest';
import { historyAtRandom } from './history-at-random.ts';

test.each([13])(
  'timelines, turns, splits, replies, filters, orders and facets of a random history (%i) are what is worked out plainly',
  async (seed) => {
    const { counts, faults } = await historyAtRandom({ seed, steps: 24 });

    expect(faults).toEqual([]);
    for (const [what, count] of Object.entries(counts)) expect(count, what).toBeGreaterThan(0);
  },
);
