import { once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import { defaultLimits } from '../../server/limits/limits.ts';
import { type ConnectionLimits, Connections } from '../../server/sockets/connections.ts';
import { answerTo, brokenHeads, isCodedRefusal } from '../attacks/request-heads.ts';
import { messageWith, openSocket, openUnasked, subscribe } from '../attacks/socket-client.ts';
import { openServer, recordActor } from '../integration/server/open-server.ts';
import { openEntrance } from '../kit/open-entrance.ts';
import { patience } from '../kit/patience.ts';

const events = 'subscription { recordEvents { cursor type } }';

afterEach(() => {
  vi.useRealTimers();
});

test('93 operations are answered in the order of their asking, beside subscriptions', async () => {
  await using server = await openServer();
  const socket = await openSocket(portOf(server.serving.url));
  const answered = idsOf(socket);

  subscribe(socket, 'feed', { query: events });
  const ids = Array.from({ length: 30 }, (_, n) => `${n}`);
  for (const id of ids) subscribe(socket, id, { query: '{ viewer { name } }' });
  await messageWith(socket, '"id":"29","type":"complete"');
  const isTold = messageWith(socket, 'ACTOR_ADDED');
  await server.askAsOwner(recordActor('Ada'));
  await isTold;

  const inOrder = ids.flatMap((id) => [`${id} next`, `${id} complete`]);
  expect(answered()).toEqual([...inOrder, 'feed next']);
  socket.terminate();
});

test('94 what is sent too fast is left unread, and answered in the end', async () => {
  const limits = { ...defaultLimits, socketMessages: 240 };
  await using server = await openEntrance({ limits });
  const socket = await openSocket(server.port);
  const pongs: number[] = [];
  socket.on('message', (message) => {
    const { payload, type } = JSON.parse(String(message));
    if (type === 'pong') pongs.push(payload.n);
  });

  for (let n = 0; n < 250; n += 1) socket.send(JSON.stringify({ type: 'ping', payload: { n } }));
  await vi.waitFor(() => expect(pongs).toHaveLength(250), patience);

  expect(pongs).toEqual(Array.from({ length: 250 }, (_, n) => n));
  expect(socket.readyState).toBe(WebSocket.OPEN);
  socket.terminate();
});

test('95 a socket is closed for a long message, for idleness and for others, with a code', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const connections = new Connections({ inAll: 6, perAddress: 3 });
  await using server = await openEntrance({ connections, idleMs: 60_000 });
  const { port } = server;
  const ping = (length: number): string =>
    JSON.stringify({ type: 'ping', payload: { padding: 'x'.repeat(length - 40) } });

  const talking = await openSocket(port);
  talking.send(ping(4_000));
  await messageWith(talking, 'pong');
  talking.send(ping(5_000));
  const forLength = await codeOf(talking);
  const busy = await openSocket(port);
  subscribe(busy, 'feed', { query: events });
  await vi.waitFor(() => expect(server.feed.counts.streams).toBe(1), patience);
  const idle = await openSocket(port);
  const isClosed = codeOf(idle);
  while (idle.readyState === WebSocket.OPEN) {
    vi.advanceTimersByTime(12_000);
    idle.send(ping(100));
    idle.pong();
    await Promise.race([messageWith(idle, 'pong'), isClosed]).catch(() => undefined);
    // What it answered to a ping of the server has come before this.
    busy.send(ping(100));
    await messageWith(busy, 'pong');
  }
  const forIdleness = await isClosed;
  const first = await openSocket(port);
  const isYielded = codeOf(first);
  const others = [await openSocket(port), await openSocket(port)];
  const forOthers = await isYielded;

  expect([forLength, forIdleness, forOthers]).toEqual([1009, 1001, 1013]);
  expect(busy.readyState).toBe(WebSocket.OPEN);
  for (const socket of [busy, ...others]) socket.terminate();
});

test('96 too many operations, too many bytes to keep, and too long an id are refused', async () => {
  const limits = { ...defaultLimits, socketOperations: 2, subscriptionBytes: 1_000 };
  await using server = await openEntrance({ limits });
  const socket = await openSocket(server.port);
  const codeFor = async (id: string, payload: object): Promise<string> => {
    subscribe(socket, id, payload);
    const { payload: told } = JSON.parse(await messageWith(socket, `"id":"${id}"`));
    const [error] = told.errors ?? told;
    return error.extensions.code;
  };

  const padding = 'x'.repeat(1_000);
  const forBytes = await codeFor('1', { query: events, variables: { padding } });
  const forId = await codeFor('x'.repeat(201), { query: events });
  subscribe(socket, '2', { query: events });
  subscribe(socket, '3', { query: events });
  const forNumber = await codeFor('4', { query: '{ __typename }' });

  expect([forBytes, forId, forNumber]).toEqual([
    'QUERY_TOO_COMPLEX',
    'BAD_USER_INPUT',
    'RATE_LIMITED',
  ]);
  expect(server.feed.counts.streams).toBe(2);
  socket.terminate();
});

test('97 a connection for which there is no place is told why', async () => {
  const statusFor = async (
    address: string,
    limits: ConnectionLimits,
  ): Promise<number | undefined> => {
    const asked: ((bytes: number) => void)[] = [];
    const of = () => new Promise<number>((found) => asked.push(found));
    await using server = await openEntrance({
      addressOf: () => address,
      allowance: { anybody: 1_000, of },
      connections: new Connections(limits),
    });
    const working = [openUnasked(server.port), openUnasked(server.port)];
    await vi.waitFor(() => expect(asked).toHaveLength(2), patience);
    const refused = await refusalOf(openUnasked(server.port));
    const isOpen = Promise.all(working.map((socket) => once(socket, 'open')));
    for (const found of asked.splice(0)) found(1_000);
    await isOpen;
    // Now nothing runs on them.
    const later = openUnasked(server.port);
    await vi.waitFor(() => expect(asked).toHaveLength(1), patience);
    for (const socket of [...working, later]) socket.terminate();
    return refused;
  };

  expect(await statusFor('127.0.0.1', { inAll: 2, perAddress: 2 })).toBe(503);
  expect(await statusFor('203.0.113.7', { inAll: 10, perAddress: 2 })).toBe(429);
});

test('98 what is for no address, or is no HTTP, is refused', async () => {
  await using server = await openEntrance();

  const answers = await Promise.all(brokenHeads.map((head) => answerTo(head, server.port)));

  for (const [index, answer] of answers.entries())
    expect(isCodedRefusal(answer), `${brokenHeads[index]} is answered ${answer}`).toBe(true);
});

async function refusalOf(socket: WebSocket): Promise<number | undefined> {
  const [, response] = await once(socket, 'unexpected-response');
  return response.statusCode;
}

function portOf(url: string): number {
  return Number(new URL(url).port);
}

/** Which operations were told what, so far. */
function idsOf(socket: WebSocket): () => readonly string[] {
  const told: string[] = [];
  socket.on('message', (message) => {
    const { id, type } = JSON.parse(String(message));
    told.push(`${id} ${type}`);
  });
  return () => told;
}

async function codeOf(socket: WebSocket): Promise<number> {
  const [code] = await once(socket, 'close');
  return code;
}
