import type { EventEmitter } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';

/** A server, and the address from which it is to believe that its attackers come. */
interface Target {
  readonly host: string;
  readonly port: number;
  readonly forwardedFor: string;
}

/** Somebody who goes on until the process ends. */
export interface Attacker {
  readonly name: string;
  readonly attack: (target: Target) => Promise<never>;
}

/** What `npm run soak -- crowd` sends against a server, all at once. Whoever asks what is costly to answer belongs here, too. */
export const attackers: readonly Attacker[] = [
  ...times(10, {
    name: 'pings of 255 kB, and reads nothing',
    attack: (target) => flood(target, 255_000),
  }),
  ...times(10, {
    name: 'pings of 4 kB, and reads nothing',
    attack: (target) => flood(target, 4_000),
  }),
  ...times(10, {
    name: 'opens 300 sockets, and asks nothing',
    attack: (target) => sitAround(target, 300),
  }),
  ...times(4, { name: 'resets at the upgrade', attack: resetForEver }),
  ...times(10, {
    name: 'asks for a large page again and again, and reads nothing',
    attack: readNothing,
  }),
];

function times(count: number, attacker: Attacker): Attacker[] {
  return Array.from({ length: count }, () => attacker);
}

async function flood(target: Target, length: number): Promise<never> {
  const ping = JSON.stringify({ type: 'ping', payload: { padding: 'x'.repeat(length) } });
  for (;;) {
    const socket = await openSocket(target);
    if (socket === null) continue;
    await eventOf(socket, 'message');
    socket.pause();
    while (socket.readyState === WebSocket.OPEN) {
      // No more than its own memory is kept for it.
      if (socket.bufferedAmount < 1_000_000) socket.send(ping, () => undefined);
      socket.pong();
      await pause(20);
    }
    socket.terminate();
  }
}

async function sitAround(target: Target, count: number): Promise<never> {
  const open = new Set<WebSocket>();
  for (;;) {
    const socket = open.size < count ? await openSocket(target) : null;
    if (socket === null) await pause(5);
    else {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
    }
  }
}

async function openSocket({ forwardedFor, host, port }: Target): Promise<WebSocket | null> {
  const socket = new WebSocket(`ws://${host}:${port}/graphql`, 'graphql-transport-ws', {
    headers: { 'x-forwarded-for': forwardedFor },
    perMessageDeflate: false,
  });
  socket.on('error', () => undefined);
  await eventOf(socket, 'open');
  if (socket.readyState !== WebSocket.OPEN) {
    await pause(50);
    return null;
  }
  socket.send(JSON.stringify({ type: 'connection_init' }), () => undefined);
  return socket;
}

async function resetForEver(target: Target): Promise<never> {
  for (;;) {
    const socket = await openConnection(target);
    const authorization = `Bearer onr_${'x'.repeat(43)}`;
    socket.write(headOf('GET /graphql', target, { ...upgrading, authorization }));
    await pause(Math.random() * 3);
    socket.resetAndDestroy();
    await pause(5);
  }
}

const upgrading = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  'sec-websocket-protocol': 'graphql-transport-ws',
};

async function readNothing(target: Target): Promise<never> {
  for (;;) {
    const socket = await openConnection(target);
    socket.pause();
    const head = headOf('GET /graphql', target, { accept: 'text/html', 'accept-encoding': 'br' });
    // As many as one connection may send ahead.
    socket.write(head.repeat(30));
    await Promise.race([eventOf(socket, 'close'), pause(30_000)]);
    socket.destroy();
  }
}

async function openConnection({ host, port }: Target): Promise<Socket> {
  for (;;) {
    const socket = connect(port, host).on('error', () => undefined);
    await eventOf(socket, 'connect');
    if (!socket.destroyed) return socket;
    await pause(50);
  }
}

/** Waits for it, or for the end. */
async function eventOf(emitter: EventEmitter, name: string): Promise<void> {
  await new Promise<void>((resolve) => {
    emitter.once(name, () => resolve());
    emitter.once('close', () => resolve());
  });
}

function headOf(what: string, target: Target, headers: Record<string, string>): string {
  const all = { host: 'localhost', 'x-forwarded-for': target.forwardedFor, ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return `${[`${what} HTTP/1.1`, ...lines].join('\r\n')}\r\n\r\n`;
}
