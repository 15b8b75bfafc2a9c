import { expect, test } from 'vitest';
import { waysToBreak } from '../soak/broken-folder.ts';
import { ingest } from '../soak/ingest.ts';
import { ingestFolder } from '../soak/ingest-folder.ts';

test('articles that are read one after the other are all drafted, others are answered, and little memory is kept', async () => {
  const { figures, faults } = await ingest({ first: 5, articles: 10, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures.articles).toBe(10);
  expect(figures.drafted).toBeGreaterThan(100);
  expect(figures.answered).toBeGreaterThan(10);
}, 400_000);

test('of a folder with files broken in ten ways all others are read, each broken one is told, and a kill loses nothing', async () => {
  const { figures, faults } = await ingestFolder({ articles: 30, broken: 10, tell: () => {} });

  expect(faults).toEqual([]);
  expect(figures).toMatchObject({ articles: 30, told: 10 });
  expect(figures.before).toBeGreaterThan(0);
  expect(figures.before).toBeLessThan(30);
  expect(waysToBreak).toBe(10);
}, 400_000);
