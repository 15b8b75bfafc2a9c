import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../../sdk/src/connect.ts';
import { type FixtureServer, json, startFixture } from './fixture-server.ts';
import { numbers, page } from './number-list.ts';

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixture();
});
afterEach(() => server[Symbol.asyncDispose]());

const connection = () => connect({ url: server.url });

test('a page is what the server answers, and the options of the call are no variables', async () => {
  server.handle((_, response) => json(response, page([1, 2], 'p2')));

  const { nodes, pageInfo } = await numbers(connection(), {
    first: 2,
    timeoutMs: 60_000,
    signal: undefined,
  });

  expect(nodes).toEqual([1, 2]);
  expect(pageInfo).toEqual({ hasNextPage: true, endCursor: 'p2' });
  expect(server.received[0]).toMatchObject({
    query: 'query numbers($first:Int$after:String$filter:Filter){numbers{nodes}}',
    variables: { first: 2 },
  });
  expect(Object.keys(server.received[0]?.variables ?? {})).toEqual(['first']);
  expect(await numbers.page(connection())).toEqual(await numbers(connection()));
});

test('all reads page after page, each when the loop gets there', async () => {
  server.handle(({ variables: { after } }, response) =>
    json(response, after === 'p2' ? page([3], null) : page([1, 2], 'p2')),
  );

  const read: number[] = [];
  for await (const number of numbers.all(connection(), { filter: { status: 'DISPUTED' } })) {
    read.push(number);
    expect(server.received).toHaveLength(number < 3 ? 1 : 2);
  }

  expect(read).toEqual([1, 2, 3]);
  expect(server.received.map(({ variables }) => variables)).toEqual([
    { filter: { status: 'DISPUTED' }, first: 100 },
    { filter: { status: 'DISPUTED' }, first: 100, after: 'p2' },
  ]);
});

test('a server that repeats its cursor does not make the loop endless', async () => {
  server.handle((_, response) => json(response, page([1], 'p1')));

  const read = await collected(numbers.all(connection()));

  expect(read).toEqual([1, 1]);
});

test('an abort in the middle of a page stops the loop with the reason', async () => {
  const controller = new AbortController();
  const reason = new Error('enough');
  server.handle((_, response) => json(response, page([1, 2], null)));

  const reading = numbers.all(connection(), { signal: controller.signal });
  await reading.next();
  controller.abort(reason);

  await expect(reading.next()).rejects.toBe(reason);
});

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test('all of a list comes as an array, too', async () => {
  server.handle(({ variables: { after } }, response) =>
    json(response, after === 'p2' ? page([3], null) : page([1, 2], 'p2')),
  );

  expect(await numbers.all(connection(), { first: 2 }).toArray()).toEqual([1, 2, 3]);
  const rest = numbers.all(connection());
  await rest.next();
  expect(await rest.toArray()).toEqual([2, 3]);
});

test.each([
  [
    'a variable that the list has not',
    { filtr: { status: 'DISPUTED' } },
    'numbers takes no filtr.',
  ],
  ['what only a feed takes', { onState: () => {} }, 'numbers takes no onState.'],
])('%s is refused before anything is sent', async (_, given, message) => {
  const misspelt: object = given;

  await expect(numbers(connection(), misspelt)).rejects.toThrow(new TypeError(message));
  await expect(numbers.all(connection(), misspelt).next()).rejects.toThrow(new TypeError(message));
  expect(server.received).toEqual([]);
});
