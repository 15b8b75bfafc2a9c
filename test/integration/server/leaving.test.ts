import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import { expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { countRead } from '../../kit/listened.ts';
import { beginLongRead } from '../../kit/long-read.ts';
import { openEntrance } from '../../kit/open-entrance.ts';
import { patience } from '../../kit/patience.ts';

const query = 'subscription { recordEvents { cursor } }';

test('who leaves an SSE stream is followed no longer', async () => {
  await using server = await openWatched();
  const leaving = new AbortController();
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
  await fetch(server.url, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  await server.followed();

  leaving.abort();

  await server.left();
});

test('who ends a subscription on a socket that stays open is followed no longer', async () => {
  await using server = await openWatched();
  const client = createClient({ url: server.url.replace('http', 'ws'), webSocketImpl: WebSocket });
  const events = client.iterate({ query });
  void events.next();
  await server.followed();

  await events.return?.();

  await server.left();
  const again = client.iterate({ query: '{ __typename }' });
  expect((await again.next()).value).toMatchObject({ data: { __typename: 'Query' } });
  await client.dispose();
});

test('who is gone with its socket is followed no longer', async () => {
  await using server = await openWatched();
  const socket = new WebSocket(server.url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  await server.followed();

  socket.terminate();

  await server.left();
});

const searches = Array.from({ length: 10 }, (_, n) => `a${n}: search(query: "the") { totalCount }`);
const costly = `{ ${searches.join(' ')} }`;

test('who leaves a query has nothing read for it when its turn comes', async () => {
  await using server = await openWatched();
  const leaving = new AbortController();
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query: costly });
  const { over } = beginLongRead(server.db);
  const asking = fetch(server.url, { method: 'POST', headers, body, signal: leaving.signal });
  await vi.waitFor(() => expect(server.asked).toHaveLength(searches.length), patience);

  leaving.abort();

  await expect(asking).rejects.toThrow();
  await over;
  expect(await countRead(server.asked)).toBe(0);
});

test.each([
  ['completes a query on a socket', '{"id":"1","type":"complete"}'],
  ['goes with its socket', null],
])('who %s has nothing read for it when its turn comes', async (_name, message) => {
  await using server = await openWatched();
  const { over } = beginLongRead(server.db);
  const socket = new WebSocket(server.url.replace('http', 'ws'), 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: costly } }));
  await vi.waitFor(() => expect(server.asked).toHaveLength(searches.length), patience);

  if (message === null) socket.terminate();
  else socket.send(message);

  await over;
  expect(await countRead(server.asked)).toBe(0);
  socket.terminate();
});

/** A server that tells when a stream is open, and when none is. */
async function openWatched() {
  const open = await openEntrance();
  const streams = (count: number) => () =>
    vi.waitFor(() => expect(open.feed.counts.streams).toBe(count), patience);
  return { ...open, followed: streams(1), left: streams(0) };
}
