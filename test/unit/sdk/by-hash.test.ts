import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readingByGet } from '../../../sdk/src/by-hash.ts';
import { createClient } from '../../../sdk/src/client.ts';
import { type ConnectionOptions, connect } from '../../../sdk/src/connect.ts';
import { NetworkError } from '../../../sdk/src/errors.ts';
import { claim, recordEvents, withdrawClaim } from '../../../sdk/src/generated/operations.ts';
import { request } from '../../../sdk/src/own-document.ts';
import { type FixtureServer, json, startFixture } from './fixture-server.ts';

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixture((_, response) => json(response, { data: { claim: null } }));
});
afterEach(() => {
  vi.unstubAllGlobals();
  return server[Symbol.asyncDispose]();
});

const connected = (options: Partial<ConnectionOptions> = {}) =>
  readingByGet(connect({ url: server.url, timeoutMs: 60_000, ...options }));
const asked = () => server.received.map(({ method }) => method);
const paramsOf = (url = '') => Object.fromEntries(new URL(url, 'http://localhost').searchParams);
const refused = (code: string) => ({ errors: [{ message: 'No.', extensions: { code } }] });

test('a query is read by the hash of its document', async () => {
  const text = 'query mine($word: String) { a }';
  await request(connected(), text, { word: 'Übersee & “so”' });

  const { extensions, operationName, variables } = paramsOf(server.received[0]?.url);
  expect(asked()).toEqual(['GET']);
  expect(operationName).toBe('mine');
  expect(JSON.parse(variables ?? '')).toEqual({ word: 'Übersee & “so”' });
  expect(JSON.parse(extensions ?? '')).toEqual({
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(text).digest('hex') },
  });
});

test('no header is sent for which a browser would ask first', async () => {
  await claim(connected(), { by: { slug: 'call-happened' } });

  expect(Object.keys(server.received[0]?.headers ?? {})).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(x-request-id|content-type|authorization)$/)]),
  );
  expect(server.received[0]?.headers.accept).toContain('application/json');
});

test('a token is shown', async () => {
  await claim(connected({ token: 'onr_secret' }), { by: { slug: 'a' } });

  expect(server.received[0]).toMatchObject({
    method: 'GET',
    headers: { authorization: 'Bearer onr_secret' },
  });
});

test('changes, feeds and documents of other kinds are posted', async () => {
  const connection = connected({ retries: 0 });

  await withdrawClaim(connection, { claim: { slug: 'a' }, reason: 'b' }).catch(() => {});
  await request(connection, '{ a }');
  await request(connection, 'mutation query { a }');
  const stop = new AbortController();
  const feed = recordEvents(connection, { signal: stop.signal, onState: () => stop.abort() });
  for await (const _ of feed) break;

  expect(new Set(asked())).toEqual(new Set(['POST']));
});

test('what is longer than 2,000 characters is posted', async () => {
  const connection = connected();
  for (const length of [1, 1_500, 1_990, 5_000])
    await request(connection, 'query mine { a }', { word: 'x'.repeat(length) });

  expect(asked()).toEqual(['GET', 'GET', 'POST', 'POST']);
  for (const { url } of server.received) expect(url.length).toBeLessThanOrEqual(2_000);
});

test.each(['PERSISTED_QUERY_NOT_FOUND', 'PERSISTED_QUERY_NOT_SUPPORTED'])(
  'what the server does not know is posted, and remembered: %s',
  async (code) => {
    server.handle(({ method }, response) =>
      json(response, method === 'GET' ? refused(code) : { data: { a: 1 } }),
    );
    const connection = connected({ retries: 0 });

    for (let times = 0; times < 3; times += 1)
      expect(await request(connection, 'query mine { a }')).toEqual({ a: 1 });
    await request(connection, 'query other { a }');

    expect(asked()).toEqual(['GET', 'POST', 'POST', 'POST', 'GET', 'POST']);
  },
);

test('another refusal of a GET is none of its hash', async () => {
  server.handle((_, response) => json(response, refused('BAD_USER_INPUT')));

  await expect(request(connected(), 'query mine { a }')).rejects.toHaveProperty(
    'code',
    'BAD_USER_INPUT',
  );
  expect(asked()).toEqual(['GET']);
});

test('a server that is away is told as such, by no name that its log does not have', async () => {
  await server.kill();
  const asking = request(connected({ retries: 0 }), 'query mine { a }');

  await expect(asking).rejects.toThrow(NetworkError);
  await expect(asking).rejects.toHaveProperty('requestId', undefined);
});

test('where the host makes no hashes, all is posted', async () => {
  vi.stubGlobal('crypto', {});

  await claim(connected(), { by: { slug: 'a' } });

  expect(asked()).toEqual(['POST']);
});

test.each([
  [undefined, 'POST'],
  [false, 'POST'],
  [true, 'GET'],
])('a client told get: %s reads by %s', async (get, method) => {
  const record = createClient({ url: server.url, get });
  await record.claim({ by: { slug: 'a' } });
  await record.request('query mine { a }');

  expect(asked()).toEqual([method, method]);
});

test.each([true, false])('headers of the program go with every request: by GET %s', async (get) => {
  let calls = 0;
  const headers = async () => {
    calls += 1;
    return { traceparent: `00-${calls}`, Accept: 'text/html', 'X-Request-Id': 'mine' };
  };
  const posting = connect({ url: server.url, headers, token: 'onr_secret' });
  const connection = get ? readingByGet(posting) : posting;

  await claim(connection, { by: { slug: 'a' } });
  await claim(connection, { by: { slug: 'a' } });

  expect(server.received.map(({ headers: { traceparent } }) => traceparent)).toEqual([
    '00-1',
    '00-2',
  ]);
  for (const { headers: sent } of server.received) {
    expect(sent.accept).toContain('application/json');
    expect(sent.authorization).toBe('Bearer onr_secret');
    if (!get) expect(sent['x-request-id']).not.toContain('mine');
  }
});

test('what the function of the headers throws is thrown as it is', async () => {
  const gone = new Error('There is no trace.');
  const headers = () => {
    throw gone;
  };

  await expect(claim(connected({ headers }), { by: { slug: 'a' } })).rejects.toBe(gone);
  expect(server.received).toEqual([]);
});
