import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hitCount, hitPage } from '../../../db/queries/search.ts';
import type { Statement } from '../../../db/read/read.ts';
import { openRecord } from '../../kit/open-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';

/** They are asked for by whoever wants the whole, or end at the first row. */
const passingOver = [
  'articlesMistexted',
  'lastEvent',
  'latestEvent',
  'latestMigration',
  'mergedActors',
  'recordCounts',
  'searchIndexes',
  'sketchCounts',
];

test('every other statement finds the rows that it needs by an index that is there', async () => {
  await using record = await openRecord();
  const found: string[] = [];
  for (const [name, statement] of await statements()) {
    if (!passingOver.includes(name))
      found.push(...faultsOf(record.path, statement).map((fault) => `${name}: ${fault}`));
  }
  expect(found).toEqual([]);
});

test('a statement that passes over a table is found', async () => {
  await using record = await openRecord();
  const sought = (await statements()).get('articlesMistexted');
  expect(sought && faultsOf(record.path, sought)).toEqual(['SCAN articles']);
});

test('a search looks up nothing for what it ranks or counts', async () => {
  await using record = await openRecord();

  for (const statement of Object.values({ ...hitPage, count: hitCount.public })) {
    const { text, parameters } = statement;
    const values = parameters.map(() => '""');
    const plan = rawRows<{ detail: string }>(record.path, `explain query plan ${text}`, ...values);
    expect(plan.some(({ detail }) => /VIRTUAL TABLE/.test(detail))).toBe(true);
    expect(
      plan.filter(({ detail }) => /^(SCAN|SEARCH) (articles|actors|claims)/.test(detail)),
    ).toEqual([]);
  }
});

/** What the modules of db/queries export that is a statement, by its name. */
async function statements(): Promise<ReadonlyMap<string, Statement<unknown>>> {
  const folder = join(import.meta.dirname, '../../../db/queries');
  const found = new Map<string, Statement<unknown>>();
  for (const file of readdirSync(folder)) {
    const module: Record<string, unknown> = await import(join(folder, file));
    for (const [name, value] of Object.entries(module))
      if (isStatement(value)) found.set(name, value);
  }
  return found;
}

function isStatement(value: unknown): value is Statement<unknown> {
  return typeof value === 'object' && value !== null && 'text' in value && 'parameters' in value;
}

/** The steps of a plan that look at a whole table, or at all that happened to a noun, or first make an index. */
function faultsOf(path: string, { text, parameters }: Statement<unknown>): readonly string[] {
  const tables = tablesIn(path, text);
  const values = parameters.map((parameter) => ('value' in parameter ? parameter.value : '[]'));
  return rawRows<{ detail: string }>(path, `explain query plan ${text}`, ...values)
    .map(({ detail }) => detail)
    .filter((detail) => {
      const [, scanned] = /^SCAN (\w+)/.exec(detail) ?? [];
      const isPassedOver =
        scanned !== undefined && tables.has(scanned) && !/VIRTUAL TABLE/.test(detail);
      return isPassedOver || /AUTOMATIC|\(noun=\?\)/.test(detail);
    });
}

/** The tables of the record, and whatever else a statement calls them. */
function tablesIn(path: string, text: string): ReadonlySet<string> {
  const named = rawRows<{ name: string }>(
    path,
    "select name from pragma_table_list where type = 'table'",
  );
  const tables = new Set(named.map(({ name }) => name));
  for (const [, table = '', alias = ''] of text.matchAll(
    /(?:from|join) "?(\w+)"? (?:as )?"?(\w+)"?/g,
  )) {
    if (tables.has(table)) tables.add(alias);
  }
  return tables;
}
