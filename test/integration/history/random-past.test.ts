import { expect, test } from 'vitest';
import { pastAtRandom } from './past-at-random.ts';

test('as of each change of a random history all is answered as it was then, byte for byte', async () => {
  const { counts, faults } = await pastAtRandom({ seed: 5, changes: 3 });

  expect(faults).toEqual([]);
  expect(counts.moments).toBe(4);
  // Most of the answers became others on the way.
  expect(counts.answers).toBeGreaterThan(1.5 * counts.questions);
  expect(counts.finds).toBeGreaterThan(1.5 * counts.searches);
});
