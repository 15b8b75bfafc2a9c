import { createClient } from 'graphql-sse';
import { expect, test } from 'vitest';
import { type OpenServer, openServer, recordActor } from './open-server.ts';

const query = 'subscription($after: String) { recordEvents(after: $after) { cursor type } }';

interface Feed {
  readonly recordEvents: { readonly cursor: string; readonly type: string };
}

test('a stream begins at once, and asks proxies not to hold it back', async () => {
  await using server = await openServer();
  const leaving = new AbortController();

  const response = await open(server, leaving.signal);

  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/event-stream');
  expect(response.headers.get('x-accel-buffering')).toBe('no');
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  leaving.abort();
});

test('the reference client gets what is recorded, and resumes after a cursor', async () => {
  await using server = await openServer();
  const client = createClient({ url: server.serving.url, retryAttempts: 0 });
  const ready = open(server, AbortSignal.timeout(10_000));

  const live = client.iterate<Feed>({ query });
  const first = live.next();
  await ready;
  await server.askAsOwner(recordActor('Ada'));
  await server.askAsOwner(recordActor('Grace'));
  const after = (await first).value?.data?.recordEvents.cursor;
  const second = await live.next();
  await live.return?.();
  const resumed = client.iterate<Feed>({ query, variables: { after } });

  expect((await first).value?.data?.recordEvents.type).toBe('ACTOR_ADDED');
  expect(await resumed.next()).toEqual(second);
  await resumed.return?.();
  client.dispose();
});

test('a query is answered as a stream to who asks for one', async () => {
  await using server = await openServer();

  const response = await server.ask('{ __typename }', {}, { accept: 'text/event-stream' });

  expect(await response.text()).toContain(
    'event: next\ndata: {"data":{"__typename":"Query"}}\n\nevent: complete\n',
  );
});

test('an error in a subscription has a code and a request id', async () => {
  await using server = await openServer();

  const response = await server.ask(query, { after: 'nowhere' }, { accept: 'text/event-stream' });

  const text = await response.text();
  expect(text).toContain('"code":"CURSOR_INVALID"');
  expect(text).toContain(`"requestId":"${response.headers.get('x-request-id')}"`);
});

function open(server: OpenServer, signal: AbortSignal): Promise<Response> {
  return fetch(server.serving.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
    signal,
  });
}
