import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../../sdk/src/connect.ts';
import type { FeedState } from '../../../sdk/src/feed-options.ts';
import { live } from '../../../sdk/src/watched.ts';
import { patience } from '../../kit/patience.ts';
import { type FixtureServer, json, startFixture, stream } from './fixture-server.ts';
import { numbers, page } from './number-list.ts';
import { failure } from './numbered-feed.ts';

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixture();
});
afterEach(() => server[Symbol.asyncDispose]());

const connection = () => connect({ url: server.url });
const isQuery = ({ query = '' }: { readonly query?: string }) => query.startsWith('query');
const change = (cursor: string) => ({
  data: {
    recordEvents: {
      cursor,
      at: '2026-11-10T08:30:00.000Z',
      type: 'STANCE_ADDED',
      claims: [],
      from: null,
      to: null,
    },
  },
});

/** Serves a list and the feed of its changes, which come when the test makes them. */
function serveList(first: readonly number[]) {
  let list = first;
  let seq = 0;
  let send: ReturnType<typeof stream> | undefined;
  const opened = new Promise<void>((resolve) =>
    server.handle((received, response) => {
      if (isQuery(received)) return json(response, page(list, null, `f${seq}`));
      // Where this takes long, it is asked whether anything has changed.
      if (received.method === 'GET')
        return json(response, { data: { record: { feedCursor: `f${seq}` } } });
      send = stream(response);
      send({ data: { recordEvents: { cursor: `f${seq}`, at: null } } });
      resolve();
    }),
  );
  return {
    opened,
    change(next: readonly number[]) {
      list = next;
      seq += 1;
      send?.(change(`f${seq}`));
    },
  };
}

test('live shows the list, and again what a change makes of it, and nothing twice', async () => {
  const served = serveList([1]);

  const shown: (readonly number[])[] = [];
  for await (const { nodes } of live(numbers, connection())) {
    shown.push(nodes);
    await served.opened;
    if (shown.length === 1) {
      served.change([1, 2]);
      served.change([1, 2, 3]);
    }
    // A change that does not show, and one that does.
    if (shown.length === 2) {
      served.change([1, 2, 3]);
      served.change([3]);
    }
    if (shown.length === 3) break;
  }

  expect(shown).toEqual([[1], [1, 2, 3], [3]]);
  const streams = server.received.filter(({ query = '' }) => query.startsWith('subscription'));
  expect(streams).toHaveLength(1);
});

test('a list in which nothing happens is not read again, and one that is the same is not shown again', async () => {
  const served = serveList([1]);
  const watched = live(numbers, connection());
  await watched.next();
  await served.opened;
  served.change([1, 2]);
  await watched.next();
  const next = watched.next();

  await new Promise((resolve) => setTimeout(resolve, 700));

  const reads = () => server.received.filter(isQuery).length;
  expect(reads()).toBe(2);
  served.change([1, 2]);
  await vi.waitUntil(() => reads() === 3, patience);
  await new Promise((resolve) => setTimeout(resolve, 50));
  served.change([3]);
  expect((await next).value?.nodes).toEqual([3]);
  await watched.return();
});

test('live begins behind the page that it has shown', async () => {
  server.handle((received, response) =>
    isQuery(received) ? json(response, page([1], null, 'f7')) : stream(response),
  );
  const controller = new AbortController();
  const watched = live(numbers, connection(), { signal: controller.signal });
  await watched.next();
  const next = watched.next();
  while (server.received.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));

  expect(server.received[1]?.variables).toMatchObject({ after: 'f7', checkpoints: true });
  controller.abort();
  expect((await next).done).toBe(true);
});

test('leaving the loop closes the feed', async () => {
  const closed = new Promise((resolve) =>
    server.handle((received, response) => {
      if (isQuery(received)) return json(response, page([1], null));
      stream(response);
      response.on('close', resolve);
    }),
  );

  for await (const _ of live(numbers, connection())) {
    while (server.received.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    break;
  }

  await closed;
});

test('an abort ends live without an error', async () => {
  const controller = new AbortController();
  const served = serveList([1]);
  const watched = live(numbers, connection(), { signal: controller.signal });
  await watched.next();
  await served.opened;

  controller.abort();

  expect(await watched.next()).toEqual({ done: true, value: undefined });
});

test('live waits for a server that is away, and tells so', async () => {
  server.handle((received, response) =>
    isQuery(received) ? json(response, page([1], null)) : stream(response),
  );
  await server.kill();
  const states: FeedState[] = [];
  const onState = (state: FeedState) => {
    states.push(state);
    if (state.kind === 'waiting') void server.restart();
  };

  const watched = live(numbers, connection(), { onState, retries: 0 });

  expect((await watched.next()).value?.nodes).toEqual([1]);
  await watched.return();
  expect(states[1]).toMatchObject({ kind: 'waiting', cause: { name: 'NetworkError' } });
  expect(states.map(({ kind }) => kind).slice(0, 3)).toEqual([
    'connecting',
    'waiting',
    'connecting',
  ]);
  expect(states.at(-1)?.kind).toBe('ended');
});

test.each(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN'])(
  '%s ends live, whether the list or its feed is refused',
  async (code) => {
    const states: FeedState[] = [];
    const onState = (state: FeedState) => void states.push(state);
    server.handle((_, response) => json(response, failure(code), { status: 400 }));
    await expect(live(numbers, connection(), { onState }).next()).rejects.toMatchObject({
      name: 'FeedError',
      code,
    });
    expect(states.at(-1)).toMatchObject({ kind: 'ended', cause: { code } });

    server.handle((received, response) =>
      json(response, isQuery(received) ? page([1], null) : failure(code)),
    );
    const watched = live(numbers, connection());
    await watched.next();
    await expect(watched.next()).rejects.toMatchObject({ name: 'FeedError', code, cursor: 'f0' });
  },
);
