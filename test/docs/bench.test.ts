import { expect, test } from 'vitest';
import { contenderNames } from '../bench/contenders/contender.ts';
import { operations } from '../bench/operations/operations.ts';
import { otherChanges, recordClaim } from '../bench/writing/changes.ts';
import { writingParts } from '../bench/writing/options.ts';
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

test('everything that is measured of writing is told', () => {
  const rows = rowsIn(sectionOf(page, 'How writing is measured'));
  const told = rows.flatMap(([names = '']) => names.split(', ').map(plain));

  const changes = [recordClaim, ...otherChanges].map(({ name }) => name);
  const parts = Object.keys(writingParts).filter((name) => name !== 'changes');
  expect(told).toEqual([...changes, ...parts]);
});
