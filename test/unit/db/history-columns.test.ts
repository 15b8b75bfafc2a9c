import { getColumns, getTableName } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { historyColumns } from '../../../db/read/past/history-columns.ts';
import { actors } from '../../../db/tables/actor.ts';
import { articles } from '../../../db/tables/article.ts';
import { claims } from '../../../db/tables/claim.ts';
import { stances } from '../../../db/tables/stance.ts';

// Shown as of a moment by a rule of their own.
const otherwise: Readonly<Record<string, readonly string[]>> = {
  articles: ['text', 'text_is_public'],
};

test.each([
  ['actors', actors],
  ['articles', articles],
  ['claims', claims],
  ['stances', stances],
] as const)('each column of %s is in its history, or never changes', (name, table) => {
  expect(getTableName(table)).toBe(name);
  const { ended, lasting, led } = historyColumns[name];
  const known = new Set<string>([...led, ...ended, ...lasting, ...(otherwise[name] ?? [])]);

  const columns = Object.values(getColumns(table)).filter(({ generated }) => !generated);

  expect(columns.map((column) => column.name).filter((column) => !known.has(column))).toEqual([]);
});
