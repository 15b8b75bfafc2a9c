import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connect } from '../../../sdk/src/connect.ts';
import { NetworkError, RateLimitError, ResponseError } from '../../../sdk/src/errors.ts';
import { record } from '../../../sdk/src/generated/operations.ts';
import { request } from '../../../sdk/src/own-document.ts';
import { type FixtureServer, json, startFixture } from './fixture-server.ts';
import { failure, realPause } from './numbered-feed.ts';

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixture();
});
afterEach(() => {
  vi.useRealTimers();
  return server[Symbol.asyncDispose]();
});

type Handler = Parameters<FixtureServer['handle']>[0];

const answer: Handler = (_, response) => json(response, { data: { a: 1 } });
const refuse =
  (code: string, status = 400): Handler =>
  (_, response) =>
    json(response, failure(code), { status });
const hangUp: Handler = (_, response) => void response.destroy();

/** Answers each request by the next of these, and the last ones by the last. */
function serve(...handlers: readonly Handler[]): void {
  let served = 0;
  server.handle((...call) => handlers[Math.min(served++, handlers.length - 1)]?.(...call));
}

const ask = (options = {}, document = '{ a }') =>
  request(connect({ url: server.url }), document, {}, options);
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it did not fail'),
    (error: unknown) => error,
  );

test('a query is asked again when the server hangs up, is away, or says that it is busy', async () => {
  serve(hangUp, (_, response) => void response.writeHead(503).end(), answer);

  expect(await ask()).toEqual({ a: 1 });
  expect(server.received).toHaveLength(3);
});

test('it is asked three times in all, or as often as it is told', async () => {
  serve(hangUp);

  expect(await failureOf(ask())).toBeInstanceOf(NetworkError);
  expect(server.received).toHaveLength(3);
  await failureOf(ask({ retries: 0 }));
  expect(server.received).toHaveLength(4);
  await failureOf(request(connect({ url: server.url, retries: 1 }), '{ a }'));
  expect(server.received).toHaveLength(6);
});

test.each(['BAD_USER_INPUT', 'FORBIDDEN', 'UNAUTHENTICATED', 'INTERNAL', 'CURSOR_INVALID'])(
  '%s is no reason to ask again',
  async (code) => {
    serve(refuse(code), answer);

    expect(await failureOf(ask())).toMatchObject({ code });
    expect(server.received).toHaveLength(1);
  },
);

test('a mutation of one’s own is not sent again, unless it was not let in', async () => {
  serve(hangUp);
  expect(await failureOf(ask({}, 'mutation m { a }'))).toBeInstanceOf(NetworkError);
  expect(server.received).toHaveLength(1);

  serve((_, response) => void response.writeHead(429).end(), answer);
  expect(await ask({}, 'mutation m { a }')).toEqual({ a: 1 });
});

test('a limit is waited for as long as the server asks', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  serve((_, response) => void response.writeHead(429, { 'retry-after': '1' }).end(), answer);

  const asked = ask();
  let waitedMs = 0;
  for (; server.received.length < 2; waitedMs += 100) {
    await realPause();
    await vi.advanceTimersByTimeAsync(100);
  }

  expect(await asked).toEqual({ a: 1 });
  expect(waitedMs).toBeGreaterThanOrEqual(1000);
  expect(server.received).toHaveLength(2);
});

test('a limit that lasts longer than the call may take is told at once', async () => {
  serve((_, response) => void response.writeHead(429, { 'retry-after': '90' }).end());

  const error = await failureOf(ask());

  expect(error).toBeInstanceOf(RateLimitError);
  expect(error).toMatchObject({ retryAfterMs: 90_000 });
  expect(server.received).toHaveLength(1);
});

test('a call that is given up while it waits fails with the reason', async () => {
  const controller = new AbortController();
  const reason = new Error('not any more');
  serve((_, response) => {
    response.writeHead(429, { 'retry-after': '9' }).end();
    setTimeout(() => controller.abort(reason), 20);
  });

  expect(await failureOf(ask({ signal: controller.signal }))).toBe(reason);
});

test('a token that is not taken is renewed once, and the request is sent anew', async () => {
  const asked: (string | undefined)[] = [];
  const token = async (refused?: string) => {
    asked.push(refused);
    return refused === undefined ? 'old' : 'new';
  };
  serve(refuse('UNAUTHENTICATED', 401), answer);

  expect(await request(connect({ url: server.url, token }), 'mutation m { a }')).toEqual({ a: 1 });

  expect(asked).toEqual([undefined, 'old']);
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer old',
    'Bearer new',
  ]);
});

test('a renewed token that is not taken either is an error', async () => {
  serve(refuse('UNAUTHENTICATED', 401));

  const error = await failureOf(
    request(connect({ url: server.url, token: (refused) => `${refused}+` }), '{ a }'),
  );

  expect(error).toMatchObject({ name: 'ResponseError', code: 'UNAUTHENTICATED' });
  expect(server.received).toHaveLength(2);
});

test('a call asks for another token once, whatever happens in between', async () => {
  const asked: (string | undefined)[] = [];
  const token = (refused?: string) => {
    asked.push(refused);
    return 'old';
  };
  serve(refuse('UNAUTHENTICATED', 401), hangUp, refuse('UNAUTHENTICATED', 401));

  const error = await failureOf(request(connect({ url: server.url, token }), '{ a }'));

  expect(error).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(asked).toEqual([undefined, 'old', undefined]);
});

test('twenty calls whose token has ended ask for one new token', async () => {
  let kept = 'old';
  let renewed = 0;
  const token = async (refused?: string) => {
    if (refused !== kept) return kept;
    renewed += 1;
    await new Promise((resolve) => setTimeout(resolve, 20));
    kept = 'new';
    return kept;
  };
  server.handle((received, response) =>
    received.headers.authorization === 'Bearer new'
      ? answer(received, response)
      : refuse('UNAUTHENTICATED', 401)(received, response),
  );
  const connection = connect({ url: server.url, token });

  await Promise.all(Array.from({ length: 20 }, () => request(connection, '{ a }')));

  expect(renewed).toBe(1);
});

test('a token function that fails is heard as it failed', async () => {
  const signedOut = new Error('signed out');
  const token = () => Promise.reject(signedOut);

  expect(await failureOf(request(connect({ url: server.url, token }), '{ a }'))).toBe(signedOut);
});

test('neither a token function nor a fetch that hangs outlasts the call', async () => {
  const hangs = () => new Promise<never>(() => {});
  const reason = new Error('enough');
  const slow = connect({ url: server.url, token: hangs, timeoutMs: 20 });
  const deaf = connect({ url: server.url, fetch: hangs });
  const signal = AbortSignal.timeout(20);

  expect(await failureOf(request(slow, '{ a }'))).toMatchObject({ timedOut: true });
  expect(await failureOf(request(deaf, '{ a }', {}, { timeoutMs: 20 }))).toMatchObject({
    timedOut: true,
  });
  expect(await failureOf(request(deaf, '{ a }', {}, { signal }))).toBe(signal.reason);
  expect(await failureOf(request(deaf, '{ a }', {}, { signal: AbortSignal.abort(reason) }))).toBe(
    reason,
  );
});

test('time without end is no time-out', async () => {
  serve(answer);

  expect(await ask({ timeoutMs: Number.POSITIVE_INFINITY })).toEqual({ a: 1 });
});

test('every error names the request, and a lost one by what was sent', async () => {
  serve(hangUp);
  const lost = await failureOf(ask({ retries: 0 }));
  expect(lost).toMatchObject({ requestId: server.received[0]?.headers['x-request-id'] });
  expect(lost).toMatchObject({ requestId: expect.stringMatching(/^[\w-]{20,}$/) });

  serve((received, response) => {
    const requestId = String(received.headers['x-request-id']);
    json(response, failure('INTERNAL'), { status: 500, headers: { 'x-request-id': requestId } });
  });
  const failed = await failureOf(ask());
  expect(failed).toMatchObject({ requestId: server.received[1]?.headers['x-request-id'] });
});

test('a server of another version is told from a mistake of one’s own', async () => {
  serve(refuse('GRAPHQL_VALIDATION_FAILED'));

  const ours = await failureOf(record(connect({ url: server.url })));
  const theirs = await failureOf(ask());

  expect(ours).toBeInstanceOf(ResponseError);
  expect(String(ours)).toContain('The server is of another version than this SDK');
  expect(String(theirs)).not.toContain('version');
});

test.each([200, 201, 207, 299])('an answer with status %i is an answer', async (status) => {
  serve((_, response) => json(response, { data: { a: 1 } }, { status }));

  expect(await ask()).toEqual({ a: 1 });
});

test.each([
  ['seconds', '2', 2000],
  ['a date', new Date(60_000).toUTCString(), 60_000],
  ['nothing that anybody can read', 'soon', undefined],
])('Retry-After may be %s', async (_what, header, least) => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 });
  serve((_, response) => void response.writeHead(429, { 'retry-after': header }).end());

  const error = await failureOf(ask({ retries: 0 }));

  const { retryAfterMs } = error as RateLimitError;
  if (least === undefined) expect(retryAfterMs).toBeUndefined();
  else expect(retryAfterMs).toBeGreaterThanOrEqual(least);
});
