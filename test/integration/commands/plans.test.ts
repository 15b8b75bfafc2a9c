import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hitCount, hitPage } from '../../../db/queries/search.ts';
import { stanceList, stanceOrder, stanceShape } from '../../../db/queries/stance.ts';
import { page } from '../../../db/read/page.ts';
import { statementAsOf } from '../../../db/read/past/past-reader.ts';
import type { Statement } from '../../../db/read/read.ts';
import { openRecord } from '../../kit/open-record.ts';
import { plansOf } from '../../kit/plans.ts';

/** They are asked for by whoever wants the whole, or end at the first row. */
const passingOver = [
  'articlesMistexted',
  'countOfTextsHeld',
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

  const searches = Object.values({ ...hitPage, count: hitCount.public });
  for (const { steps } of plansOf(record.path, searches)) {
    expect(steps.some((step) => /VIRTUAL TABLE/.test(step))).toBe(true);
    expect(steps.filter((step) => /^(SCAN|SEARCH) (articles|actors|claims)/.test(step))).toEqual(
      [],
    );
  }
});

test('what somebody said in a stretch of time is found among what it said', async () => {
  await using record = await openRecord();
  const filter = { actor: { slug: 'mayor' }, saidAfter: 1, saidBefore: 2 };
  const order = stanceOrder('SAID_AT', true);
  const source = stanceList(filter, order);

  const stretch = { backward: false, isBounded: false };
  const said = page(stanceShape, { source, order, stretch }).choose(record.db.reader, ['key']);

  const [plan] = plansOf(record.path, [said]);
  expect(plan?.steps).toContainEqual(expect.stringMatching(/stances USING .*shown_actor=\?/));
});

/** Its statements are read as of a moment alone. */
const ofThePast = 'search-past.ts';

/** What the modules of db/queries export that is a statement, by its name. */
async function statements(): Promise<ReadonlyMap<string, Statement<unknown>>> {
  const folder = join(import.meta.dirname, '../../../db/queries');
  const found = new Map<string, Statement<unknown>>();
  for (const file of readdirSync(folder)) {
    const module: Record<string, unknown> = await import(join(folder, file));
    for (const [name, value] of Object.entries(module))
      if (isStatement(value)) found.set(name, file === ofThePast ? statementAsOf(value) : value);
  }
  return found;
}

function isStatement(value: unknown): value is Statement<unknown> {
  return typeof value === 'object' && value !== null && 'text' in value && 'parameters' in value;
}

/** The steps of a plan that look at a whole table, or at all that happened to a noun, or first make an index. */
function faultsOf(path: string, statement: Statement<unknown>): readonly string[] {
  return plansOf(path, [statement]).flatMap(({ scans, steps }) => [
    ...scans,
    ...steps.filter((step) => /AUTOMATIC|\(noun=\?\)/.test(step)),
  ]);
}
