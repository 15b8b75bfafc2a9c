import { expect, test } from 'vitest';
import { contenderNames } from '../bench/contenders/contender.ts';
import { operations } from '../bench/operations/operations.ts';
import { pageText, plain, rowsIn, sectionOf } from './page.ts';

const page = pageText('docs/bench.md');
const operationNames = operations.map(({ name }) => name);

test('everyone who is measured, and everything that is asked, is told', () => {
  const told = rowsIn(page.split('\n## ')[0] ?? '').map(([name]) => plain(name));

  expect(told).toEqual([...contenderNames, ...operationNames]);
});

test('each table has all operations, and what each costs', () => {
  const tables = sectionOf(page, 'Reading').split('\n### ').slice(1);

  expect(tables).not.toEqual([]);
  for (const table of tables) {
    const rows = rowsIn(table);
    const asked = rows.filter(([operation]) => operation !== '');
    expect(asked.map(([operation]) => operation)).toEqual(operationNames);
    for (const [, figure, floor] of rows) expect(floor, figure).toMatch(/^\d/);
  }
});
