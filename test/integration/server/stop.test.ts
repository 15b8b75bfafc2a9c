import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import WebSocket from 'ws';
import { feedCursor, openServer, recordActor } from './open-server.ts';

const follow = 'subscription($after: String) { recordEvents(after: $after) { cursor type } }';

test('a stop lets running requests finish and turns new ones away', async () => {
  await using server = await openServer();
  const held = holdWriter(server.db);

  const running = server.askAsOwner(recordActor('Ada'));
  await held.reached;
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

  const startedAt = performance.now();
  await server.serving.stop();

  expect(performance.now() - startedAt).toBeLessThan(5_000);
});

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the process with 0, and its streams are complete',
  async (signal) => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', fileURLToPath(new URL('serve-until-signal.ts', import.meta.url))],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const url = await firstLine(child);
    const body = JSON.stringify({ query: follow });
    const stream = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body,
    });

    const startedAt = performance.now();
    child.kill(signal);
    const [code] = await once(child, 'exit');

    expect(code).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await stream.text()).toMatch(/event: complete\ndata:\n\n$/);
  },
);

/** Keeps the writer busy until it is released. */
function holdWriter(db: Awaited<ReturnType<typeof openServer>>['db']) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    void db.write({ author: { token: null }, command: 'hold', input: null }, async () => {
      setTimeout(resolve, 50);
      await released;
      return null;
    });
  });
  return { reached, release };
}

async function firstLine(child: ChildProcess): Promise<string> {
  const [chunk] = child.stdout ? await once(child.stdout, 'data') : [];
  return String(chunk).trim();
}
