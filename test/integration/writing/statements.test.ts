import { parse } from 'graphql';
import { expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { createExecutor } from '../../../schema/reading/execute.ts';
import { schema } from '../../../schema/schema.ts';
import { Written } from '../../../schema/writing/written.ts';
import { operations } from '../../bench/operations/operations.ts';
import { listenTo } from '../../kit/listened.ts';
import { openRecord } from '../../kit/open-record.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { rawRows } from '../../kit/raw-rows.ts';
import { fileOf, imported } from '../interchange/files.ts';
import { contextFor } from './context.ts';

const compared = operations.filter(({ name }) => name !== 'search');

test.each(compared)(
  '$name is written by one statement from the third time on',
  async (operation) => {
    await using record = await openRecord({ filled: fill });
    const { db, asked } = listenTo(record.db);
    const execute = createExecutor(schema, { written: true });
    const table = operation.name === 'actor' ? 'actors' : 'claims';
    const [named] = rawRows<{ id: string }>(record.path, `select id from ${table} limit 1`);
    const document = parse(operation.document);
    const variableValues = operation.document.includes('$id') ? { id: named?.id } : {};
    const ask = async () =>
      (await execute({ schema, document, variableValues, contextValue: contextFor(db) })).data;
    const told = await ask();
    await ask();

    asked.length = 0;
    const written = await ask();

    expect(written).toBeInstanceOf(Written);
    expect(written instanceof Written && written.text).toBe(JSON.stringify(told));
    expect(asked.length).toBe(1);
  },
);

test('an executor that was not told so answers with objects', async () => {
  await using record = await openRecord({ filled: fill });
  const execute = createExecutor(schema);
  const document = parse('{ claims { nodes { text } } }');
  const ask = async () => execute({ schema, document, contextValue: contextFor(record.db) });

  for (let time = 0; time < 4; time += 1) {
    const { data } = await ask();
    expect(data).not.toBeInstanceOf(Written);
  }
});

test('what is refused is refused in the words of the resolvers', async () => {
  await using record = await openRecord({ filled: fill });
  const execute = createExecutor(schema, { written: true });
  const document = parse('query Q($after: String) { claims(after: $after) { nodes { text } } }');
  const contextValue = contextFor(record.db);
  for (let time = 0; time < 3; time += 1) await execute({ schema, document, contextValue });

  const { errors = [] } = await execute({
    schema,
    document,
    contextValue,
    variableValues: { after: 'nonsense' },
  });

  expect(errors[0]?.extensions.code).toBe('CURSOR_INVALID');
});

test('what is left to the resolvers for one filter is written for another', async () => {
  await using record = await openRecord({ filled: fill });
  const execute = createExecutor(schema, { written: true });
  const document = parse('query Q($is: ClaimFilter) { claims(filter: $is) { nodes { text } } }');
  const contextValue = contextFor(record.db);
  const is = { kind: 'FACT', language: 'en' };
  const ask = async (variableValues: object) =>
    (await execute({ schema, document, contextValue, variableValues: { ...variableValues } })).data;

  for (let time = 0; time < 60; time += 1) expect(await ask({ is })).not.toBeInstanceOf(Written);

  expect(await ask({})).toBeInstanceOf(Written);
});

async function fill(db: Database): Promise<void> {
  await imported(db, fileOf(randomRecord(3)));
}
