import { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { Connections, type Use } from '../../../../server/sockets/connections.ts';

const working: Use = { isWaiting: () => false, isLasting: false, isAnswered: () => false };
const streaming: Use = { ...working, isLasting: true };
const waiting: Use = { ...working, isWaiting: () => true };

function openMany(limits: { inAll: number; perAddress: number }) {
  const connections = new Connections(limits);
  const open = (address: string, use?: Use) => {
    const socket = new Socket();
    const refusal = connections.admit(socket, address);
    if (use) connections.begin(socket, use);
    return { socket, refusal };
  };
  return { connections, open };
}

test('an address that fills all places loses one of its idle connections to the next who comes', () => {
  const { open } = openMany({ inAll: 4, perAddress: 10 });
  const other = open('198.51.100.1');
  const held = [open('127.0.0.1'), open('127.0.0.1'), open('127.0.0.1', working)];

  const next = open('198.51.100.2');

  expect(next.refusal).toBeNull();
  expect(other.socket.destroyed).toBe(false);
  expect(held.map(({ socket }) => socket.destroyed)).toEqual([true, false, false]);
});

test('no address has more than half of all places', () => {
  const { connections, open } = openMany({ inAll: 4, perAddress: 10 });

  const held = [1, 2, 3].map(() => open('198.51.100.1', working));

  expect(held.map(({ refusal }) => refusal?.status)).toEqual([undefined, undefined, 429]);
  expect(connections.count).toBe(2);
});

test('what waits for its client goes before a stream, and a stream before what is worked at', () => {
  const { open } = openMany({ inAll: 3, perAddress: 10 });
  const held = [open('127.0.0.1', working), open('127.0.0.1', streaming), open('', waiting)];
  const gone = () => held.map(({ socket }) => socket.destroyed);

  open('127.0.0.1', working);
  const first = gone();
  open('127.0.0.1', working);
  const second = gone();
  const { refusal } = open('127.0.0.1');

  expect(first).toEqual([false, false, true]);
  expect(second).toEqual([false, true, true]);
  expect(refusal?.status).toBe(503);
});

test('a connection that a proxy opened counts for the address that it tells', () => {
  const { connections, open } = openMany({ inAll: 10, perAddress: 1 });
  const [first, second] = [open('', working), open('', working)];

  const refusals = [first, second].map(({ socket }) =>
    connections.identify(socket, '198.51.100.1'),
  );

  expect(refusals.map((refusal) => refusal?.status)).toEqual([undefined, 429]);
});

test('one connection is not used for more than 32 things at once', () => {
  const { connections, open } = openMany({ inAll: 10, perAddress: 10 });
  const { socket } = open('127.0.0.1');

  const ends = Array.from({ length: 33 }, () => connections.begin(socket, { ...working }));
  ends[0]?.();

  expect(ends.map(Boolean)).toEqual([...Array(32).fill(true), false]);
  expect(connections.begin(socket, { ...working })).not.toBeNull();
});
