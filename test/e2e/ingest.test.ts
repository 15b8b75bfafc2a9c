import { expect, test } from 'vitest';
import { ingest } from '../soak/ingest.ts';

test('articles that are read one after the other are all drafted, others are answered, and little memory is kept', async () => {
  const { figures, faults } = await ingest({ first: 10, articles: 20, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures.articles).toBe(20);
  expect(figures.drafted).toBeGreaterThan(200);
  expect(figures.answered).toBeGreaterThan(20);
}, 400_000);
