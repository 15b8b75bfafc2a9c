import { once } from 'node:events';
import { createClient } from 'graphql-ws';
import { expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { createErrorCoder } from '../../../server/coded-errors.ts';
import { createEntrance } from '../../../server/entrance.ts';
import { createBodyAllowance } from '../../../server/limits/body-allowance.ts';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { createLog } from '../../../server/log.ts';
import { createHandler } from '../../../server/yoga.ts';
import { countRead, listenTo } from '../../kit/listened.ts';
import { beginLongRead } from '../../kit/long-read.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { openRecord } from '../../kit/open-record.ts';
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
  const record = await openRecord();
  const { asked, db } = listenTo(record.db);
  const log = createLog({ level: 'silent' });
  const feed = openFeed(db);
  const options = {
    db,
    feed,
    log,
    corsOrigins: [],
    publicTexts: false,
    production: false,
    openExtractor: async () => null,
  };
  const entrance = createEntrance({
    handler: createHandler(options),
    coder: createErrorCoder(options),
    log,
    allowsOrigin: () => true,
    addressOf: () => '203.0.113.7',
    isDraining: () => false,
    isOwner: false,
    allowance: createBodyAllowance(record.db.reader, defaultLimits),
  });
  await once(entrance.server.listen(0, '127.0.0.1'), 'listening');
  const address = entrance.server.address();
  const streams = (count: number) => () =>
    vi.waitFor(() => expect(feed.counts.streams).toBe(count), patience);
  return {
    db: record.db,
    /** What was asked of its database, whoever asked left out. */
    asked,
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/graphql`,
    followed: streams(1),
    left: streams(0),
    async [Symbol.asyncDispose]() {
      feed.close();
      await entrance.close();
      await record[Symbol.asyncDispose]();
    },
  };
}
