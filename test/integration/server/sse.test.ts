import { createClient } from 'graphql-sse';
import { expect, test } from 'vitest';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { documentPoints } from '../../../server/limits/reading-prices.ts';
import { leafPoints, requestPoints } from '../../../server/limits/weights.ts';
import { createLog } from '../../../server/log.ts';
import { serve } from '../../../server/serve.ts';
import { feedCursor, type OpenServer, openServer, recordActor } from './open-server.ts';

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
  const from = (after: string | undefined) => client.iterate<Feed>({ query, variables: { after } });

  const live = from(await feedCursor(server));
  const first = live.next();
  await server.askAsOwner(recordActor('Ada'));
  await server.askAsOwner(recordActor('Grace'));
  const { recordEvents } = (await first).value?.data ?? {};
  const second = await live.next();
  await live.return?.();
  const resumed = from(recordEvents?.cursor);

  expect(recordEvents?.type).toBe('ACTOR_ADDED');
  expect(await resumed.next()).toEqual(second);
  await resumed.return?.();
  client.dispose();
});

test('a stream resumes on a server that was started anew', async () => {
  await using server = await openServer();
  const after = await feedCursor(server);
  await server.askAsOwner(recordActor('Ada'));
  await server.serving.stop();

  const anew = await serve({ ...server, log: createLog({ level: 'silent' }) });
  const client = createClient({ url: anew.url, retryAttempts: 0 });
  const resumed = client.iterate<Feed>({ query, variables: { after } });

  expect((await resumed.next()).value?.data?.recordEvents.type).toBe('ACTOR_ADDED');
  await resumed.return?.();
  await anew.stop();
});

test('a query is answered as a stream to who asks for one', async () => {
  await using server = await openServer();

  // A document of three tokens that is new.
  const cost = Math.ceil(requestPoints + leafPoints) + documentPoints(3, defaultLimits.tokens);

  const response = await server.ask('{ __typename }', {}, { accept: 'text/event-stream' });

  expect(await response.text()).toContain(
    `event: next\ndata: {"data":{"__typename":"Query"},"extensions":{"cost":${cost}}}\n\nevent: complete\n`,
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
