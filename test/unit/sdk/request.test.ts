import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../../sdk/src/connect.ts';
import { NetworkError, RateLimitError, ResponseError } from '../../../sdk/src/errors.ts';
import { request } from '../../../sdk/src/own-document.ts';
import { type FixtureServer, json, startFixture } from './fixture-server.ts';

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixture();
});
afterEach(() => server[Symbol.asyncDispose]());

const ask = (options = {}) =>
  request(
    connect({ url: server.url, token: 'onr_secret', timeoutMs: 60_000 }),
    'query ask($word: String) { a }',
    { word: 'hush' },
    options,
  );
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it did not fail'),
    (error: unknown) => error,
  );

test('a request carries document, variables and token', async () => {
  server.handle((_, response) => json(response, { data: { a: 1 } }));

  const data = await ask();

  expect(data).toEqual({ a: 1 });
  expect(server.received[0]).toMatchObject({
    query: 'query ask($word: String) { a }',
    variables: { word: 'hush' },
    headers: { authorization: 'Bearer onr_secret', 'content-type': 'application/json' },
  });
});

test('a token function is asked before every request', async () => {
  let asked = 0;
  server.handle((_, response) => json(response, { data: { a: 1 } }));
  const connection = connect({ url: server.url, token: async () => `t${++asked}` });

  await request(connection, '{ a }');
  await request(connection, '{ a }');

  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer t1',
    'Bearer t2',
  ]);
});

test('without a token nothing is proved', async () => {
  server.handle((_, response) => json(response, { data: { a: 1 } }));

  await request(connect({ url: server.url }), '{ a }');

  expect(server.received[0]?.headers.authorization).toBeUndefined();
});

test('the body is read whatever the status is', async () => {
  const said = { message: 'bad hush', extensions: { code: 'BAD_USER_INPUT', requestId: 'r1' } };
  server.handle((_, response) => json(response, { errors: [said] }, { status: 422 }));

  const error = await failure(ask());

  expect(error).toBeInstanceOf(ResponseError);
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', status: 422, requestId: 'r1' });
  expect(error).toMatchObject({ serverErrors: [said] });
});

test('data beside errors is an error', async () => {
  const answer = {
    data: { a: null },
    errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }],
  };
  server.handle((_, response) => json(response, answer, { headers: { 'x-request-id': 'r2' } }));

  expect(await failure(ask())).toMatchObject({ code: 'INTERNAL', status: 200, requestId: 'r2' });
});

test('neither message nor log of an error holds variables, tokens or what the server quotes', async () => {
  server.handle((_, response) =>
    json(response, {
      errors: [{ message: 'hush onr_secret', extensions: { code: 'BAD_USER_INPUT' } }],
    }),
  );

  const error = await failure(ask());

  expect(`${inspect(error)}${JSON.stringify(error)}`).not.toMatch(/hush|onr_secret/);
});

test.each([
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_GRAPHQL'],
  [502, 'UNAVAILABLE'],
  [503, 'UNAVAILABLE'],
])('a page of a proxy with status %i is %s', async (status, code) => {
  server.handle((_, response) => void response.writeHead(status).end('<h1>no</h1>'));

  expect(await failure(ask())).toMatchObject({ name: 'ResponseError', code, status });
});

test('a limit says how long to wait', async () => {
  server.handle((_, response) => void response.writeHead(429, { 'retry-after': '2' }).end());

  const error = await failure(ask());

  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toBeInstanceOf(ResponseError);
  expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 2000 });
});

test('a server that is away is a network error with its cause', async () => {
  await server.kill();

  const error = await failure(ask());

  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({ timedOut: false, cause: expect.any(TypeError) });
});

test('a server killed in the middle of its answer is a network error', async () => {
  server.handle((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":{"a":');
    setTimeout(() => response.destroy(), 10);
  });

  expect(await failure(ask())).toBeInstanceOf(NetworkError);
});

test('a server that hangs is a time-out, of the connection or of the call', async () => {
  const error = await failure(ask({ timeoutMs: 20 }));

  expect(error).toBeInstanceOf(NetworkError);
  expect(error).toMatchObject({ timedOut: true });
});

test('a call that its caller gives up fails with the reason', async () => {
  const controller = new AbortController();
  const reason = new Error('not any more');
  server.handle(() => controller.abort(reason));

  expect(await failure(ask({ signal: controller.signal }))).toBe(reason);
  expect(await failure(ask({ signal: AbortSignal.abort(reason) }))).toBe(reason);
});

test('an injected fetch is used in place of the host’s', async () => {
  const urls: string[] = [];
  const connection = connect({
    url: 'https://record.example/graphql',
    fetch: async (url) => {
      urls.push(String(url));
      return Response.json({ data: { a: 1 } });
    },
  });

  expect(await request(connection, '{ a }')).toEqual({ a: 1 });
  expect(urls).toEqual(['https://record.example/graphql']);
});
