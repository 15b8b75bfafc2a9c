import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { afterEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { createToken, newToken } from '../../db/commands/create-token.ts';
import { revokeToken } from '../../db/commands/revoke-token.ts';
import { encodeFeedCursor } from '../../schema/reading/feed-cursor.ts';
import { openWatchedFeed } from '../integration/feed/watched-feed.ts';
import {
  feedCursor,
  type OpenServer,
  openServer,
  recordActor,
} from '../integration/server/open-server.ts';
import { appendEvents } from '../kit/append-events.ts';
import { write } from '../kit/owner.ts';
import { patience } from '../kit/patience.ts';

const query = `subscription($after: String, $checkpoints: Boolean) {
  recordEvents(after: $after, checkpoints: $checkpoints) { cursor type before { value } }
}`;

afterEach(() => {
  vi.useRealTimers();
});

test('35 an event has its cursor as id, after which Last-Event-ID resumes, unless `after` is given', async () => {
  await using server = await openServer();
  const start = await feedCursor(server);
  for (const name of ['Ada', 'Grace', 'Edith']) await server.askAsOwner(recordActor(name));

  const whole = await openStream(server, { variables: { after: start } });
  const frames = await whole.until((seen) => seen.length === 3);
  const resumed = await openStream(server, { headers: { 'last-event-id': frames[0]?.id ?? '' } });
  const explicit = await openStream(server, {
    variables: { after: frames[1]?.id },
    headers: { 'last-event-id': start },
  });

  expect(frames.map(({ event }) => event)).toEqual(['next', 'next', 'next']);
  for (const { id, data } of frames) expect(JSON.parse(data).data.recordEvents.cursor).toBe(id);
  expect(await resumed.until((seen) => seen.length === 2)).toEqual(frames.slice(1));
  expect(await explicit.until((seen) => seen.length === 1)).toEqual(frames.slice(2));
  for (const stream of [whole, resumed, explicit]) stream.leave();
});

test('36 a stream shows every 12 seconds that it is alive, and is held back by nobody', async () => {
  standStill();
  await using server = await openServer();
  const stream = await openStream(server);
  await stream.textUntil((text) => text === ':\n\n');

  vi.advanceTimersByTime(11_000);
  await server.askAsOwner(recordActor('Ada'));
  const before = await stream.textUntil((text) => text.includes('ACTOR_ADDED'));
  vi.advanceTimersByTime(1_000);
  await stream.textUntil((text) => text === `${before}:\n\n`);

  expect(stream.headers['x-accel-buffering']).toBe('no');
  stream.leave();
});

test('37 a WebSocket tells what SSE tells, and its pings are answered', async () => {
  await using server = await openServer();
  const after = await feedCursor(server);
  const pongs: unknown[] = [];
  const client = createClient({
    url: server.serving.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    keepAlive: 20,
    on: { pong: (...pong) => void pongs.push(pong) },
  });

  const socket = client.iterate({ query, variables: { after } });
  const stream = await openStream(server, { variables: { after } });
  for (const name of ['Ada', 'Grace']) await server.askAsOwner(recordActor(name));
  const overSse = await stream.until((seen) => seen.length === 2);
  const overSocket = [await socket.next(), await socket.next()];
  await vi.waitFor(() => expect(pongs).not.toEqual([]), patience);

  expect(overSocket.map(({ value }) => value)).toEqual(overSse.map(({ data }) => JSON.parse(data)));
  await socket.return?.();
  await client.dispose();
  stream.leave();
});

test('38 who reads slowly finds all, and who reads nothing is cut off and can resume', async () => {
  standStill();
  await using server = await openServer();
  const after = await feedCursor(server);
  const slow = await openStream(server, { variables: { after }, isReading: false });
  const idle = await openStream(server, { variables: { after }, isReading: false });
  const other = await openStream(server, { variables: { after } });
  await appendEvents(server.db, 1_200, { before: { name: 'x'.repeat(20_000) } });

  const numbers = Array.from({ length: 1_200 }, (_, n) => encodeFeedCursor(server.db, n + 1));
  const cursorsOf = (frames: readonly Frame[]) => frames.map(({ id }) => id);
  expect(cursorsOf(await other.until((seen) => seen.length === 1_200))).toEqual(numbers);
  slow.read();
  expect(cursorsOf(await slow.until((seen) => seen.length === 1_200))).toEqual(numbers);
  const isGone = once(idle.request, 'close');
  for (let seconds = 0; seconds < 62; seconds += 1) vi.advanceTimersByTime(1_000);
  idle.read();
  await isGone;

  const told = cursorsOf(idle.frames());
  expect(told).toEqual(numbers.slice(0, told.length));
  expect(told.length).toBeLessThan(1_200);
  const resumed = await openStream(server, { variables: { after: told.at(-1) ?? after } });
  const rest = await resumed.until((seen) => seen.length === 1_200 - told.length);
  expect(cursorsOf(rest)).toEqual(numbers.slice(told.length));
  for (const stream of [slow, other, resumed]) stream.leave();
});

test('39 streams beyond a limit are refused', async () => {
  const fromAfar = { 'x-forwarded-for': '203.0.113.7' };
  for (const setting of [
    'MAX_STREAMS',
    'MAX_STREAMS_PER_ADDRESS',
    'MAX_STREAMS_PER_TOKEN',
  ] as const) {
    await using server = await openServer({ [setting]: '1', TRUSTED_PROXY_HOPS: '1' });
    const { token } = await tokenOf(server);
    const headers = { ...fromAfar, authorization: `Bearer ${token}` };

    const first = await openStream(server, { headers });
    const second = await openStream(server, { headers });
    const [refused] = await second.until((seen) => seen.length > 0);
    first.leave();
    await first.closed;
    const third = await vi.waitFor(async () => {
      const stream = await openStream(server, { headers });
      expect(stream.status).toBe(200);
      return stream;
    }, patience);

    expect([first.status, second.status]).toEqual([200, 429]);
    expect(second.headers['retry-after']).toMatch(/^\d+$/);
    expect(refused?.data).toContain('"code":"RATE_LIMITED"');
    third.leave();
  }
});

test('40 a stream completes by itself, and who resumes has lost nothing', async () => {
  standStill();
  await using server = await openServer({ STREAM_MINUTES: '1' });
  const stream = await openStream(server, { variables: { checkpoints: true } });
  const [checkpoint] = await stream.until((seen) => seen.length === 1);

  vi.advanceTimersByTime(44_000);
  expect(stream.frames().map(({ event }) => event)).not.toContain('complete');
  vi.advanceTimersByTime(17_000);
  await stream.closed;
  await server.askAsOwner(recordActor('Ada'));
  const resumed = await openStream(server, { variables: { after: checkpoint?.id } });

  expect(stream.frames().at(-1)).toMatchObject({ event: 'complete', data: '' });
  expect((await resumed.until((seen) => seen.length === 1))[0]?.data).toContain('ACTOR_ADDED');
  resumed.leave();
});

test('41 a stream ends with its token', async () => {
  standStill();
  await using server = await openServer();
  const { token, id } = await tokenOf(server);
  const headers = { authorization: `Bearer ${token}` };
  const client = createClient({
    url: server.serving.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: headers,
    retryAttempts: 0,
  });
  const stream = await openStream(server, { headers, variables: { checkpoints: true } });
  const { token: expires } = await tokenOf(server, Date.now() + 1_500);
  const expiring = await openStream(server, { headers: { authorization: `Bearer ${expires}` } });
  const stranger = await openStream(server);
  const socket = client.iterate({ query, variables: { checkpoints: true } });
  await socket.next();
  await stream.until((seen) => seen.length === 1);
  await write(server.db, revokeToken, { token: { id } });
  vi.advanceTimersByTime(2_000);

  await expect(socket.next()).rejects.toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  for (const ended of [stream, expiring]) {
    await ended.closed;
    expect(ended.frames().at(-2)?.data).toContain('"code":"UNAUTHENTICATED"');
    expect(ended.frames().at(-1)?.event).toBe('complete');
  }
  await server.askAsOwner(recordActor('Ada'));
  await stranger.until((seen) => seen.length > 0);
  stranger.leave();
  await client.dispose();
});

test('42 a reader that goes away leaves nothing behind', async () => {
  await using watched = await openWatchedFeed();
  const timers = timersRunning();
  const streams = await Promise.all(
    [1, 2, 3].map(() => watched.open(query, { checkpoints: true })),
  );
  expect(watched.feed.counts.streams).toBe(3);

  for (const stream of streams) await stream.leave();
  const readings = watched.readings();
  await watched.append(5);
  for (let turn = 0; turn < 10; turn += 1) await nextTurn();

  expect(watched.feed.counts.streams).toBe(0);
  expect(watched.readings()).toBe(readings);
  expect(timersRunning()).toBeLessThanOrEqual(timers);
});

test('43 a stop completes the streams', async () => {
  await using server = await openServer();
  const stream = await openStream(server);
  await server.serving.stop();

  await stream.closed;
  expect(stream.frames()).toEqual([{ event: 'complete', id: '', data: '' }]);
});

function timersRunning(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

/** Time passes only when it is told to. */
function standStill(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
}

async function tokenOf(server: OpenServer, expiresAt: number | null = null) {
  const { token, hash } = newToken();
  const { id } = await write(server.db, createToken, {
    name: 'reader',
    role: 'READER',
    hash,
    expiresAt,
  });
  return { token, id };
}

interface Frame {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

interface Asked {
  readonly variables?: object;
  readonly headers?: Record<string, string>;
  readonly isReading?: boolean;
}

/** A subscription over SSE, on a connection of its own. */
async function openStream(
  server: OpenServer,
  { variables = {}, headers = {}, isReading = true }: Asked = {},
) {
  const accepted = { 'content-type': 'application/json', accept: 'text/event-stream' };
  const asking = request(server.serving.url, {
    method: 'POST',
    agent: false,
    headers: { ...accepted, ...headers },
  });
  asking.on('error', () => undefined);
  asking.end(JSON.stringify({ query, variables }));
  const response = await answerTo(asking);
  const seen: Frame[] = [];
  let text = '';
  let rest = '';
  let onText = (): void => undefined;
  const read = (): void => {
    response.setEncoding('utf8').on('data', (piece: string) => {
      text = (text + piece).slice(0, 10_000);
      const blocks = (rest + piece).split('\n\n');
      rest = blocks.pop() ?? '';
      seen.push(...framesIn(blocks));
      onText();
    });
  };
  response.on('error', () => undefined);
  if (isReading) read();
  const wait = async (isEnough: () => boolean): Promise<void> => {
    while (!isEnough()) {
      await new Promise<void>((resolve) => {
        onText = resolve;
      });
    }
  };
  return {
    request: asking,
    status: response.statusCode,
    headers: response.headers,
    closed: new Promise<void>((resolve) => response.once('close', resolve)),
    frames: (): readonly Frame[] => seen,
    read,
    async textUntil(isEnough: (text: string) => boolean): Promise<string> {
      await wait(() => isEnough(text));
      return text;
    },
    async until(isEnough: (frames: readonly Frame[]) => boolean): Promise<readonly Frame[]> {
      await wait(() => isEnough(seen));
      return [...seen];
    },
    leave: () => asking.destroy(),
  };
}

async function answerTo(asking: ClientRequest): Promise<IncomingMessage> {
  const [response] = await once(asking, 'response');
  return response;
}

function framesIn(blocks: readonly string[]): Frame[] {
  return blocks
    .filter((block) => !block.startsWith(':'))
    .map((block) => {
      const value = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
      return { event: value('event'), id: value('id'), data: value('data') };
    });
}
