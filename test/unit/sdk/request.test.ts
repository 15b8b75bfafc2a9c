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

const words = 'It was on time, said the harbour master';
const long = `https://courier.example/${'a'.repeat(60)}`;

test.each([
  ['a sentence is told as it is', 'A page has at most 100 entries, not 1000.', undefined],
  ['the token shown is left out', 'Who is onr_secret?', 'Who is …?'],
  ['any token is left out', `No id: onr_${'x'.repeat(43)}.`, 'No id: onr_….'],
  ['words that were sent are left out', `“${words}” stands twice.`, '“…” stands twice.'],
  [
    'and so are they as JSON',
    `"${JSON.stringify(words).slice(1, -1)}" is no word.`,
    '"…" is no word.',
  ],
  ['a value has 40 characters', `${long} is no URL.`, `${long.slice(0, 39)}… is no URL.`],
  ['a name that was sent may stand', 'There is no claim ferry-late.', undefined],
  ['a message has 300 characters', 'x'.repeat(5000), `${'x'.repeat(299)}…`],
  ['and is cut within no character', `${'x'.repeat(298)}🙂🙂`, `${'x'.repeat(298)}…`],
])('%s', async (_, said, message = said) => {
  const errors = [{ message: said, extensions: { code: 'BAD_USER_INPUT', requestId: 'r1' } }];
  server.handle((_, response) => json(response, { errors }, { status: 422 }));
  const asked = { word: words, url: long, slug: 'ferry-late', more: [{ deep: words }] };
  const connection = connect({ url: server.url, token: 'onr_secret' });

  const error = await failure(request(connection, 'query ask($word: String) { a }', asked));

  expect(error).toMatchObject({ message, serverErrors: errors });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'ResponseError',
    message,
    code: 'BAD_USER_INPUT',
    status: 422,
    operation: 'ask',
    requestId: 'r1',
  });
  expect(inspect(error)).not.toMatch(/onr_secret|on time/);
});

test.each([
  ['', 'Give one: createClient({ token }).'],
  ['onr_secret', 'Give one: createClient({ token }).'],
])('what a token is wanted for is followed by how to give one (%j)', async (token, hint) => {
  const message = 'drafts needs a token. Show one in the header.';
  const errors = [{ message, extensions: { code: 'UNAUTHENTICATED' } }];
  server.handle((_, response) => json(response, { errors }, { status: 401 }));

  const error = await failure(request(connect({ url: server.url, token }), '{ a }'));

  expect(error).toMatchObject({
    message: `drafts needs a token. ${hint}`,
    code: 'UNAUTHENTICATED',
  });
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
  expect(String(error)).toBe(
    `NetworkError: ${server.url} cannot be reached: connect ECONNREFUSED ${new URL(server.url).host}.`,
  );
});

const thrown = (message: string, facts: object) => Object.assign(new Error(message), facts);

test.each([
  [
    'the cause of the cause',
    thrown('fetch failed', { cause: thrown('getaddrinfo ENOTFOUND x', { code: 'ENOTFOUND' }) }),
    'getaddrinfo ENOTFOUND x',
  ],
  [
    'the first of several',
    thrown('fetch failed', {
      cause: thrown('', { errors: [thrown('connect ECONNREFUSED ::1:4000', {})] }),
    }),
    'connect ECONNREFUSED ::1:4000',
  ],
  [
    'a certificate, with its code',
    thrown('fetch failed', {
      cause: thrown('self-signed certificate', { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    }),
    'DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate',
  ],
  ['what a browser says', new TypeError('Failed to fetch'), 'Failed to fetch'],
  ['what is no error', 'no', 'no'],
])('a network error names %s', async (_, cause, reason) => {
  const url = 'https://user:pass@record.example/graphql?key=hush';
  const connection = connect({ url, fetch: () => Promise.reject(cause), retries: 0 });

  const error = await failure(request(connection, '{ a }'));

  expect(error).toMatchObject({ cause });
  expect(String(error)).toBe(
    `NetworkError: https://record.example/graphql cannot be reached: ${reason}.`,
  );
});

test.each([
  [{}, /^Give the url of a GraphQL endpoint\.$/],
  [{ url: '' }, /^Give the url/],
  [{ url: 'record.example/graphql' }, /^Give the url/],
  [{ url: '/graphql' }, /^Give the url/],
  [{ url: 'ftp://record.example/graphql' }, /^Give the url/],
  [{ url: new Date(0) }, /^Give the url/],
  [undefined, /^Give the url/],
  [{ url: 'https://record.example/graphql', tokn: 'x' }, /^The client takes no tokn\.$/],
])('a client is not made of %o', (given, message) => {
  const options = given as unknown as Parameters<typeof connect>[0];

  expect(() => connect(options)).toThrow(TypeError);
  expect(() => connect(options)).toThrow(message);
});

test('a path alone will do for a fetch of the program’s own', () => {
  expect(connect({ url: '/graphql', fetch: async () => Response.json({}) }).url).toBe('/graphql');
});

test('a page in the place of an answer is told with what to look at', async () => {
  server.handle((_, response) => void response.writeHead(404).end('<h1>no</h1>'));

  expect(await failure(ask())).toMatchObject({
    code: 'NOT_GRAPHQL',
    message: `What answers at ${server.url} is no GraphQL (status 404): give the url of a GraphQL endpoint.`,
  });
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
