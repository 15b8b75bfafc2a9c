import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NetworkError, RateLimitError } from '../../../sdk/src/errors.ts';
import type { FeedState } from '../../../sdk/src/feed-options.ts';
import { patience } from '../../kit/patience.ts';
import { type FixtureServer, json, startFixture, stream } from './fixture-server.ts';
import {
  checkpoint,
  cursorsAsked,
  event,
  failure,
  followed,
  followedAs,
  followedBy,
  numbered,
  realPause,
  take,
} from './numbered-feed.ts';

let server: FixtureServer;
let states: FeedState[];
beforeEach(async () => {
  server = await startFixture();
  states = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await server[Symbol.asyncDispose]();
});

const options = { after: 'c0', onState: (state: FeedState) => void states.push(state) };
const kinds = () => states.map(({ kind }) => kind);
const waits = () => states.flatMap((state) => (state.kind === 'waiting' ? [state] : []));

test('a feed tells when it connects, catches up, is live, waits, and ends', async () => {
  server.handle((_, response) => {
    const send = stream(response);
    send(event('c1'));
    send(checkpoint('c1'));
    send(event('c2'));
    send(checkpoint('c2'));
    server.handle(numbered(4));
    setTimeout(() => response.destroy(), 10);
  });

  await take(followed(server, options), 4);

  expect(states).toEqual([
    { kind: 'connecting', cursor: 'c0' },
    { kind: 'catchingUp', cursor: 'c0' },
    { kind: 'live', cursor: 'c1' },
    { kind: 'waiting', cursor: 'c2', retryInMs: expect.any(Number), cause: expect.any(Error) },
    { kind: 'connecting', cursor: 'c2' },
    { kind: 'catchingUp', cursor: 'c2' },
    { kind: 'ended', cursor: 'c3', cause: undefined },
  ]);
  expect(waits()[0]?.cause).toBeInstanceOf(NetworkError);
});

test('the end tells its cause', async () => {
  server.handle((_, response) => json(response, failure('CURSOR_EXPIRED', { oldest: 'c40' })));

  const error: unknown = await take(followed(server, options), 1).catch((reason) => reason);

  expect(error).toMatchObject({ name: 'FeedError', code: 'CURSOR_EXPIRED', oldest: 'c40' });
  expect(states.at(-1)).toEqual({ kind: 'ended', cursor: 'c0', cause: error });
});

test('what a listener to states throws ends the loop', async () => {
  server.handle(numbered(1));
  const fault = new Error('no such light');
  const onState = ({ kind }: FeedState) => {
    if (kind === 'catchingUp') throw fault;
  };

  await expect(take(followed(server, { after: 'c0', onState }), 1)).rejects.toBe(fault);
});

test('after a line that lasted a clean end is followed at once, however often the server was away before', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  let away = 4;
  server.handle((_, response) => {
    if (away-- > 0) return void response.writeHead(503).end();
    const send = stream(response);
    send(checkpoint('c0'));
    server.handle(numbered(1));
    complete = () => send(null, 'complete');
  });
  let complete = () => {};
  const next = followed(server, options).next();
  while (!kinds().includes('live')) {
    await realPause();
    await vi.advanceTimersByTimeAsync(500);
  }

  await vi.advanceTimersByTimeAsync(15_000);
  complete();
  await vi.waitUntil(() => waits().length === 5, patience);
  await vi.advanceTimersByTimeAsync(250);

  expect((await next).value).toMatchObject({ cursor: 'c1' });
  expect(waits()[3]?.retryInMs).toBeGreaterThanOrEqual(1000);
  expect(waits()[4]).toMatchObject({ cause: undefined });
  expect(waits()[4]?.retryInMs).toBeLessThanOrEqual(250);
});

test('a server that ends each line at once is asked less and less often', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  server.handle((_, response) => {
    const send = stream(response);
    send(checkpoint('c0'));
    send(null, 'complete');
    response.end();
  });
  const controller = new AbortController();
  const next = followed(server, { ...options, signal: controller.signal }).next();
  while (waits().length < 6) {
    await realPause();
    await vi.advanceTimersByTimeAsync(1000);
  }
  controller.abort();
  await next;

  const least = [125, 250, 500, 1000, 2000, 4000];
  for (const [index, ms] of least.entries()) {
    expect(waits()[index]?.retryInMs).toBeGreaterThanOrEqual(ms);
    expect(waits()[index]?.retryInMs).toBeLessThanOrEqual(2 * ms);
  }
});

test('a limit is waited for, whether it is the answer or comes in the stream', async () => {
  server.handle((_, response) => {
    server.handle((_, second) => {
      server.handle(numbered(2));
      const send = stream(second);
      send(event('c1'));
      send(failure('RATE_LIMITED', { retryAfter: 1 }));
    });
    json(response, failure('RATE_LIMITED'), { status: 429, headers: { 'retry-after': '1' } });
  });

  expect(await take(followed(server, options), 2)).toEqual(['c1', 'c2']);

  expect(waits().map(({ cause }) => cause)).toEqual([
    expect.any(RateLimitError),
    expect.any(RateLimitError),
  ]);
  for (const { retryInMs } of waits()) expect(retryInMs).toBeGreaterThanOrEqual(1000);
  expect(cursorsAsked(server)).toEqual(['c0', 'c0', 'c1']);
});

test('a token that ends in the middle is renewed once, and the feed goes on', async () => {
  const asked: (string | undefined)[] = [];
  const token = (refused?: string) => {
    asked.push(refused);
    return refused === undefined ? 'old' : 'new';
  };
  server.handle((_, response) => {
    const send = stream(response);
    send(event('c1'));
    send(failure('UNAUTHENTICATED'));
    server.handle(numbered(2));
  });

  expect(await take(followedAs(token, server, options), 2)).toEqual(['c1', 'c2']);

  expect(asked).toEqual([undefined, 'old']);
  expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer old',
    'Bearer new',
  ]);
  expect(waits()).toEqual([]);
});

test('a renewed token that is not taken either ends the feed', async () => {
  server.handle((_, response) => stream(response)(failure('UNAUTHENTICATED')));

  const heard = take(
    followedAs((refused) => `${refused}+`, server),
    1,
  );

  await expect(heard).rejects.toMatchObject({ name: 'FeedError', code: 'UNAUTHENTICATED' });
  expect(server.received).toHaveLength(2);
});

test('a token function that fails ends a feed that has not begun, and delays one that has', async () => {
  const offline = new Error('the issuer is away');
  await expect(
    take(
      followedAs(() => Promise.reject(offline), server),
      1,
    ),
  ).rejects.toBe(offline);

  server.handle(
    numbered(1, (response) => {
      server.handle(numbered(2));
      setTimeout(() => response.destroy(), 10);
    }),
  );
  const tokens = [() => 'first', () => Promise.reject(offline), () => 'second'];
  const token = () => tokens.shift()?.() ?? 'none';

  expect(await take(followedAs(token, server, options), 2)).toEqual(['c1', 'c2']);
  expect(waits()[1]?.cause).toBe(offline);
});

test('a server that fails is borne with for minutes, and then ends the feed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  server.handle((_, response) => json(response, failure('INTERNAL'), { status: 500 }));
  const begun = Date.now();
  let ended: unknown;
  followed(server, options)
    .next()
    .catch((error: unknown) => {
      ended = error;
    });

  while (ended === undefined) {
    await realPause();
    await vi.advanceTimersByTimeAsync(1000);
  }

  expect(ended).toMatchObject({ name: 'FeedError', code: 'INTERNAL', cursor: 'c0' });
  expect(Date.now() - begun).toBeGreaterThan(240_000);
});

test('a feed ends at its signal even where fetch does not hear it', async () => {
  server.handle(numbered(1));
  const controller = new AbortController();
  const deaf: typeof fetch = (url, request) => fetch(url, { ...request, signal: null });

  const told: string[] = [];
  const events = followedBy(deaf, server, { ...options, signal: controller.signal });
  for await (const { cursor } of events) {
    told.push(cursor);
    setTimeout(() => controller.abort(), 20);
  }

  expect(told).toEqual(['c1']);
  expect(kinds().at(-1)).toBe('ended');
});
