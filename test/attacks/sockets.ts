import { once } from 'node:events';
import type WebSocket from 'ws';
import { defaultLimits } from '../../server/limits/limits.ts';
import { openEntrance } from '../kit/open-entrance.ts';
import { type Attack, attack } from './attack.ts';
import { type Listening, openBareSockets } from './bare-sockets.ts';
import {
  answersLittle,
  keepsLittle,
  messageWith,
  openSocket,
  openUnasked,
  subscribe,
} from './socket-client.ts';

const ping = (length: number): string =>
  JSON.stringify({ type: 'ping', payload: { padding: 'x'.repeat(length) } });

const padding = 'x'.repeat(125);
const long = '{ __schema { types { description fields { description args { description } } } } }';
const events = 'subscription { recordEvents { cursor } }';

/** What one WebSocket can do. */
export const socketAttacks: readonly Attack[] = [
  attack<Listening>('pings whose answers nobody reads', {
    open: openEntrance,
    openUnprotected: openBareSockets,
    isWithstood: (server) =>
      keepsLittle(server, (socket) => socket.send(ping(4_000)), { times: 6_000 }),
  }),
  attack<Listening>('pings as long as a request', {
    open: openEntrance,
    openUnprotected: openBareSockets,
    isWithstood: (server) =>
      keepsLittle(server, (socket) => socket.send(ping(255_000)), { times: 100 }),
  }),
  attack<Listening>('pings below the protocol', {
    open: openEntrance,
    openUnprotected: openBareSockets,
    isWithstood: (server) =>
      answersLittle(server, (socket) => socket.ping(padding), { times: 20_000, bytes: 125 }),
  }),
  attack<Listening>('questions whose answers nobody reads', {
    open: openEntrance,
    openUnprotected: openBareSockets,
    isWithstood: (server) => {
      let id = 0;
      const ask = { query: long };
      return keepsLittle(server, (socket) => subscribe(socket, `${id++}`, ask), { times: 300 });
    },
  }),
  attack('1,000 subscriptions on one socket', {
    open: openEntrance,
    openUnprotected: () =>
      openEntrance({ limits: { ...defaultLimits, socketOperations: 100_000 } }),
    isWithstood: async ({ feed, port }) => {
      const socket = await openSocket(port);
      for (let n = 0; n < 1_000; n += 1) subscribe(socket, `${n}`, { query: events });
      subscribe(socket, 'last', { query: '{ __typename }' });
      await messageWith(socket, '"last"');
      const { streams } = feed.counts;
      socket.terminate();
      return streams <= defaultLimits.socketOperations;
    },
  }),
  attack('a subscription that has much kept for it', {
    open: openEntrance,
    openUnprotected: () =>
      openEntrance({ limits: { ...defaultLimits, subscriptionBytes: 1_000_000 } }),
    isWithstood: async ({ feed, port }) => {
      const socket = await openSocket(port);
      subscribe(socket, '1', { query: events, variables: { padding: 'x'.repeat(100_000) } });
      subscribe(socket, 'last', { query: '{ __typename }' });
      await messageWith(socket, '"last"');
      const { streams } = feed.counts;
      socket.terminate();
      return streams === 0;
    },
  }),
  attack<Listening>('an id that every event repeats', {
    open: openEntrance,
    openUnprotected: openBareSockets,
    isWithstood: async ({ port }) => {
      const socket = await openSocket(port);
      subscribe(socket, 'x'.repeat(200_000), { query: '{ __typename }' });
      const [answer] = await once(socket, 'message');
      socket.terminate();
      return JSON.parse(String(answer)).type === 'error';
    },
  }),
  attack<Listening>('parameters that are kept as long as a socket is open', {
    open: openEntrance,
    openUnprotected: openBareSockets,
    isWithstood: async ({ port }) => {
      const socket = openUnasked(port);
      await once(socket, 'open');
      const payload = { padding: 'x'.repeat(200_000) };
      socket.send(JSON.stringify({ type: 'connection_init', payload }));
      return (await endOf(socket)) === 1009;
    },
  }),
  attack<Listening>('a message in 2,000 fragments', {
    open: openEntrance,
    openUnprotected: openBareSockets,
    isWithstood: async ({ port }) => {
      const socket = await openSocket(port);
      const text = ping(2_000 - ping(0).length);
      for (const letter of text.slice(0, -1)) socket.send(letter, { fin: false });
      socket.send(text.slice(-1), { fin: true });
      return (await endOf(socket)) === 1008;
    },
  }),
];

/** The code with which it is closed; null where it is answered instead. */
async function endOf(socket: WebSocket): Promise<number | null> {
  const closed = once(socket, 'close').then(([code]) => code);
  const end = await Promise.race([closed, once(socket, 'message').then(() => null)]);
  socket.terminate();
  return end;
}
