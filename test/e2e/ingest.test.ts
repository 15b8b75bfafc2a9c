import { expect, test } from 'vitest';
import { ingest } from '../soak/ingest.ts';

test('articles that are read one after the other are all drafted, others are answered, and little memory is kept', async () => {
  const { figures, faults } = await ingest({ articles: 100, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures.articles).toBe(100);
  expect(figures.drafted).toBeGreaterThan(1_000);
  expect(figures.answered).toBeGreaterThan(100);
}, 400_000);
