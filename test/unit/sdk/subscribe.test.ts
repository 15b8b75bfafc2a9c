import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FeedError } from '../../../sdk/src/errors.ts';
import type { FeedOptions } from '../../../sdk/src/feed-options.ts';
import { patience } from '../../kit/patience.ts';
import { type FixtureServer, json, startFixture, stream } from './fixture-server.ts';
import {
  checkpoint,
  cursorsAsked,
  event,
  failure,
  followed,
  numbered,
  realPause,
  take,
} from './numbered-feed.ts';

let server: FixtureServer;
beforeEach(async () => {
  server = await startFixture();
});
afterEach(async () => {
  vi.useRealTimers();
  await server[Symbol.asyncDispose]();
});

const follows = (options?: FeedOptions) => followed(server, options);

test('events arrive in order, and leaving the loop closes the line', async () => {
  const closed = new Promise((resolve) =>
    server.handle(numbered(3, (response) => response.on('close', resolve))),
  );

  expect(await take(follows(), 3)).toEqual(['c1', 'c2', 'c3']);

  await closed;
  expect(server.received[0]?.headers.accept).toBe('text/event-stream');
});

test('after a broken line the feed goes on behind the last event', async () => {
  server.handle(
    numbered(2, (response) => {
      server.handle(numbered(4));
      setTimeout(() => response.destroy(), 10);
    }),
  );

  expect(await take(follows(), 4)).toEqual(['c1', 'c2', 'c3', 'c4']);
  expect(cursorsAsked(server)).toEqual(['c0', 'c2']);
});

test('a server that completes the feed is asked again', async () => {
  server.handle(({ variables }, response) => {
    const send = stream(response);
    send(event(variables.after === 'c0' ? 'c1' : 'c2'));
    send(null, 'complete');
    response.end();
  });

  expect(await take(follows(), 2)).toEqual(['c1', 'c2']);
});

test('the feed outlives a server that is away, and one behind a proxy that says so', async () => {
  server.handle(numbered(1));
  const listening = follows();
  expect((await listening.next()).value).toMatchObject({ cursor: 'c1' });

  await server.kill();
  const next = listening.next();
  await new Promise((resolve) => setTimeout(resolve, 400));
  server.handle((_, response) => {
    server.handle(numbered(2));
    response.writeHead(503).end();
  });
  await server.restart();

  expect((await next).value).toMatchObject({ cursor: 'c2' });
  await listening.return();
});

test('a line that breaks while the body of the loop is at work costs no event and repeats none', async () => {
  server.handle(
    numbered(2, (response) => {
      server.handle(numbered(4));
      setTimeout(() => response.destroy(), 10);
    }),
  );

  const heard: string[] = [];
  for await (const { cursor } of follows()) {
    heard.push(cursor);
    await new Promise((resolve) => setTimeout(resolve, 30));
    if (cursor === 'c4') break;
  }

  expect(heard).toEqual(['c1', 'c2', 'c3', 'c4']);
});

test('a checkpoint moves the cursor and is not told', async () => {
  server.handle((_, response) => {
    const send = stream(response);
    send(checkpoint('c5'));
    server.handle(numbered(6));
    setTimeout(() => response.destroy(), 10);
  });

  expect(await take(follows({}), 1)).toEqual(['c6']);
  expect(cursorsAsked(server)).toEqual([undefined, 'c5']);
  expect(server.received[0]?.variables.checkpoints).toBe(true);
});

test.each(['CURSOR_EXPIRED', 'CURSOR_INVALID', 'UNAUTHENTICATED', 'FORBIDDEN', 'BAD_USER_INPUT'])(
  '%s ends the feed, whether it comes as an answer or in the stream',
  async (code) => {
    server.handle((_, response) => json(response, failure(code)));
    await expect(follows().next()).rejects.toMatchObject({ name: 'FeedError', code, cursor: 'c0' });

    server.handle((_, response) => {
      const send = stream(response);
      send(event('c1'));
      send(failure(code));
    });
    const listening = follows();
    await listening.next();
    const error: unknown = await listening.next().catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(FeedError);
    expect(error).toMatchObject({ code, cursor: 'c1', cause: { name: 'ResponseError', code } });
    expect(server.received).toHaveLength(2);
  },
);

test('a page that is no stream ends the feed', async () => {
  server.handle(
    (_, response) =>
      void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>hi</h1>'),
  );

  await expect(follows().next()).rejects.toMatchObject({ name: 'FeedError', code: 'NOT_GRAPHQL' });
});

test('an abort ends the loop without an error, wherever it finds it', async () => {
  const beforehand = follows({ after: 'c0', signal: AbortSignal.abort() });
  expect(await beforehand.next()).toEqual({ done: true, value: undefined });

  const listening = new AbortController();
  server.handle(numbered(1));
  const heard: string[] = [];
  for await (const { cursor } of follows({ after: 'c0', signal: listening.signal })) {
    heard.push(cursor);
    setTimeout(() => listening.abort(), 10);
  }
  expect(heard).toEqual(['c1']);

  const pausing = new AbortController();
  await server.kill();
  setTimeout(() => pausing.abort(), 50);
  expect(await take(follows({ after: 'c0', signal: pausing.signal }), 9)).toEqual([]);
});

test('a line that is silent for forty seconds is given up and opened anew', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  server.handle((_, response) => {
    server.handle(numbered(1));
    stream(response);
  });
  const next = follows().next();
  await vi.waitUntil(() => server.received.length === 1, patience);
  await realPause();

  await vi.advanceTimersByTimeAsync(39_000);
  expect(server.received).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(3_000);

  expect((await next).value).toMatchObject({ cursor: 'c1' });
});

test('the pings of the server keep a line alive', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  let ping = () => {};
  server.handle((_, response) => {
    stream(response);
    ping = () => void response.write(':\n\n');
  });
  const controller = new AbortController();
  const next = follows({ after: 'c0', signal: controller.signal }).next();
  await vi.waitUntil(() => server.received.length === 1, patience);

  for (let n = 0; n < 6; n += 1) {
    await vi.advanceTimersByTimeAsync(12_000);
    ping();
    await realPause();
  }

  expect(server.received).toHaveLength(1);
  controller.abort();
  expect((await next).done).toBe(true);
});
