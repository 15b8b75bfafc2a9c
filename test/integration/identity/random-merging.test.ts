import { expect, test } from 'vitest';
import { mergeAtRandom } from './random-merging.ts';

test.each([1])(
  'merged at random (%i), the record answers as if they had been one from the start, and undone as before',
  async (seed) => {
    const { counts, faults } = await mergeAtRandom({ seed, steps: 24, every: 4, oneIn: 4 });

    expect(faults).toEqual([]);
    expect(counts.merged).toBeGreaterThan(3);
    expect(counts.linked).toBeGreaterThan(3);
  },
);
