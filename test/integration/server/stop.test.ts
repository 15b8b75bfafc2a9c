import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { startServer } from '../../e2e/components/server.ts';
import { openRecord } from '../../kit/open-record.ts';
import { feedCursor, openServer, recordActor } from './open-server.ts';

const follow = 'subscription($after: String) { recordEvents(after: $after) { cursor type } }';

test('a stop lets running requests finish and turns new ones away', async () => {
  await using server = await openServer();
  const held = holdWriter(server.db);

  const running = server.askAsOwner(recordActor('Ada'));
  while (server.db.waiting() < 2) await nextTurn();
  const stopped = server.serving.stop();
  const late = await server.ask('{ __typename }');
  held.release();

  expect(late.status).toBe(503);
  expect(await late.json()).toHaveProperty('errors.0.extensions.code', 'UNAVAILABLE');
  expect(await running).not.toHaveProperty('errors');
  await stopped;
  await expect(server.ask('{ __typename }')).rejects.toThrow();
});

test('a stop completes the streams', async () => {
  await using server = await openServer();
  const stream = await server.ask(follow, {}, { accept: 'text/event-stream' });
  const client = createClient({
    url: server.serving.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const events = client.iterate({ query: follow, variables: { after: await feedCursor(server) } });
  await server.askAsOwner(recordActor('Ada'));
  await events.next();
  const end = events.next();

  await server.serving.stop();

  expect(await stream.text()).toMatch(/ACTOR_ADDED[\s\S]*event: complete\ndata:\n\n$/);
  expect(await end).toEqual({ done: true, value: undefined });
});

test('a stop does not wait forever for a request that never ends', async () => {
  await using server = await openServer();
  const { hostname, port } = new URL(server.serving.url);
  const slow = connect(Number(port), hostname);
  slow.on('error', () => undefined);
  slow.write(
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{',
  );
  await server.ask('{ __typename }');

  const closed = once(slow, 'close');
  await server.serving.stop();

  await closed;
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the process with 0, and its streams are complete',
  async (signal) => {
    await using record = await openRecord();
    await record.db.close();
    await using server = await startServer({ DATABASE_URL: `file:${record.path}` });
    const body = JSON.stringify({ query: follow });
    const stream = await fetch(server.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body,
    });

    const code = await server.stop(signal);

    expect(code).toBe(0);
    expect(await stream.text()).toMatch(/event: complete\ndata:\n\n$/);
  },
);

/** Keeps the writer busy until it is released. */
function holdWriter(db: Awaited<ReturnType<typeof openServer>>['db']) {
  let release = (): void => undefined;
  const released = new Promise<null>((resolve) => {
    release = () => resolve(null);
  });
  void db.write({ author: { token: null }, command: 'hold', input: null }, () => released);
  return { release };
}
