import { type DocumentNode, execute, parse } from 'graphql';
import Sqlite from 'libsql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fewLookedAt } from '../../../db/read/page.ts';
import { createExecutor } from '../../../schema/reading/execute.ts';
import { schema } from '../../../schema/schema.ts';
import { Written } from '../../../schema/writing/written.ts';
import { listenTo } from '../../kit/listened.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { costOf, generateInto } from '../graph/statement-cost.ts';
import { contextFor } from './context.ts';

const both = (first: string, second: string) =>
  parse(
    `query Q($id: ID!, $other: ID!) { claim(by: { id: $id }) { ${first} } other: claim(by: { id: $other }) { ${second} } }`,
  );

const documents = {
  'articles of a claim': both(
    'articles(first: 2) { nodes { title } pageInfo { hasNextPage endCursor } }',
    'articles(last: 2) { edges { cursor node { slug } } }',
  ),
  'stances on a claim by a filter': both(
    'stances(first: 2, filter: { polarity: FOR }) { nodes { id } pageInfo { hasNextPage endCursor } }',
    'stances(last: 2, filter: { kind: ASSERTS, certainty: PLAIN }) { edges { cursor node { id } } }',
  ),
};

let record: TestRecord;
let ids: readonly string[];
beforeAll(async () => {
  record = await openRecord();
  generateInto(record.path, 100);
  ids = rawRows<{ id: string }>(
    record.path,
    'select id from claims where listed = 1 order by key limit 2',
  ).map(({ id }) => id);
}, 60_000);
afterAll(() => record[Symbol.asyncDispose]());

describe.each(Object.entries(documents))('%s', (_name, document) => {
  test('are written where few rows are looked at for each parent', async () => {
    const asking = openAsking(document);
    haveStances(fewLookedAt);

    const { data, told } = await asking.ask();

    expect(data instanceof Written && data.text).toBe(told);
    expect(asking.asked.some(({ isAside }) => isAside)).toBe(false);
  });

  test('are asked of the resolvers where more would be, who read them aside, time and again', async () => {
    const asking = openAsking(document);
    haveStances(fewLookedAt + 1);

    for (let time = 0; time < 60; time += 1) {
      const { data, told } = await asking.ask();
      expect(JSON.stringify(data)).toBe(told);
    }

    expect(asking.asked.some(({ isAside }) => isAside)).toBe(true);
    haveStances(fewLookedAt);
    expect((await asking.ask()).data).toBeInstanceOf(Written);
  });

  test('take no more steps where they are given up, however many rows would be looked at', async () => {
    const asking = openAsking(document);
    const stepsWith = async (stances: number): Promise<number> => {
      haveStances(stances);
      asking.asked.length = 0;
      await asking.ask();
      const [first] = asking.asked;
      if (first === undefined) throw new Error('Nothing was asked.');
      expect(first.text).toContain('group_concat');
      const file = new Sqlite(record.path);
      const { nstep } = costOf(file, first);
      file.close();
      return nstep;
    };

    const before = await stepsWith(fewLookedAt + 1);
    const after = await stepsWith(5 * fewLookedAt);

    expect(after).toBeLessThan(before + 20);
  });
});

/** Asks for the articles of two claims of what has been asked before, and what they are by graphql-js. */
function openAsking(document: DocumentNode) {
  const { db, asked } = listenTo(record.db);
  const executor = createExecutor(schema, { written: true });
  const contextValue = contextFor(db);
  const variableValues = { id: ids[0], other: ids[1] };
  const asking = { schema, document, contextValue, variableValues };
  return {
    asked,
    async ask() {
      const told = await execute({ ...asking, contextValue: contextFor(record.db) });
      for (let time = 0; time < 2; time += 1) await executor(asking);
      asked.length = 0;
      const { data } = await executor(asking);
      return { data, told: JSON.stringify(told.data) };
    },
  };
}

/** Sees to it that so many listed stances are on the first claim, and no other but on the second. */
function haveStances(count: number): void {
  const file = new Sqlite(record.path);
  const [first, second] = file
    .prepare('select key from claims where listed = 1 order by key limit 2')
    .raw(true)
    .all()
    .map((row: unknown) => (Array.isArray(row) ? Number(row[0]) : 0));
  file.prepare('update stances set shown_claim = ?, listed = 1').run(-1);
  file.prepare('update stances set shown_claim = ? where key <= ?').run(first, count);
  file
    .prepare('update stances set shown_claim = ? where key > ? and key <= ? + 3')
    .run(second, count, count);
  file.close();
}
