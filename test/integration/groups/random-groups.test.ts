import { expect, test } from 'vitest';
import { groupAtRandom } from './random-groups.ts';

test.each([1, 2])(
  'changes at once (%i) leave the record, and are answered, as the same changes one by one',
  async (seed) => {
    const { counts, faults } = await groupAtRandom({ seed, groups: 20 });

    expect(faults).toEqual([]);
    expect(counts.recorded).toBeGreaterThan(30);
    expect(counts.refused).toBeGreaterThan(5);
    expect(counts.failed).toBeGreaterThan(5);
    expect(counts.commits).toBeLessThan(counts.recorded);
  },
);
