import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../../sdk/src/connect.ts';
import { liveList } from '../../../sdk/src/operation.ts';
import { type FixtureServer, json, startFixture, stream } from './fixture-server.ts';

interface Variables {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly filter?: { readonly status: string } | undefined;
}

interface NumberPage {
  readonly nodes: readonly number[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly feedCursor: string;
}

const numbers = liveList<Variables, NumberPage>(['query{numbers', '{nodes}}']);

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixture();
});
afterEach(() => server[Symbol.asyncDispose]());

const connection = () => connect({ url: server.url });
const page = (nodes: readonly number[], endCursor: string | null, feedCursor = 'f0') => ({
  data: {
    numbers: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor }, feedCursor },
  },
});

test('a page is what the server answers, and the options of the call are no variables', async () => {
  server.handle((_, response) => json(response, page([1, 2], 'p2')));

  const { nodes, pageInfo } = await numbers(connection(), {
    first: 2,
    timeoutMs: 500,
    signal: undefined,
  });

  expect(nodes).toEqual([1, 2]);
  expect(pageInfo).toEqual({ hasNextPage: true, endCursor: 'p2' });
  expect(server.received[0]).toMatchObject({
    query: 'query{numbers{nodes}}',
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

test('live shows the list, and again what a change makes of it, and nothing twice', async () => {
  let list = [1];
  let seq = 0;
  server.handle(({ query, variables }, response) => {
    if (query.startsWith('query')) return json(response, page(list, null, `f${seq}`));
    const send = stream(response);
    // A change right behind the page, one that does not show, and a last one that does.
    if (variables.after === 'f0') [list, seq] = [[1, 2], 1];
    else if (variables.after === 'f1') seq = 2;
    else if (variables.after === 'f2') [list, seq] = [[2], 3];
    else return;
    send({ data: { recordEvents: { cursor: `f${seq}`, at: '2026-11-10T08:30:00.000Z' } } });
  });
  const controller = new AbortController();

  const shown: (readonly number[])[] = [];
  for await (const { nodes } of numbers.live(connection(), { signal: controller.signal })) {
    shown.push(nodes);
    if (shown.length === 3) setTimeout(() => controller.abort(), 150);
  }

  expect(shown).toEqual([[1], [1, 2], [2]]);
});

test('live waits for a server that is away', async () => {
  server.handle((_, response) => json(response, page([1], null)));
  await server.kill();
  setTimeout(() => server.restart(), 100);

  const live = numbers.live(connection());

  expect((await live.next()).value?.nodes).toEqual([1]);
  await live.return();
});

test('live says why where waiting is in vain', async () => {
  server.handle((_, response) =>
    json(
      response,
      { errors: [{ message: 'no', extensions: { code: 'BAD_USER_INPUT' } }] },
      { status: 400 },
    ),
  );

  await expect(numbers.live(connection()).next()).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

async function collected<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
