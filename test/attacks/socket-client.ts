import { once } from 'node:events';
import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import WebSocket from 'ws';
import type { Listening } from './bare-sockets.ts';

/** A WebSocket that has been acknowledged. */
export async function openSocket(port: number): Promise<WebSocket> {
  const socket = openUnasked(port);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  return socket;
}

/** One that may be refused. */
export function openUnasked(port: number): WebSocket {
  const url = `ws://127.0.0.1:${port}/graphql`;
  const socket = new WebSocket(url, 'graphql-transport-ws', { perMessageDeflate: false });
  return socket.on('error', () => undefined);
}

export function subscribe(socket: WebSocket, id: string, payload: object): void {
  socket.send(JSON.stringify({ id, type: 'subscribe', payload }));
}

/** The first message to come that has this in it. */
export function messageWith(socket: WebSocket, part: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (message: WebSocket.RawData): void => {
      const text = String(message);
      if (!text.includes(part)) return;
      socket.off('message', look);
      resolve(text);
    };
    socket.on('message', look);
    socket.once('close', (code) => reject(new Error(`It was closed with ${code}.`)));
  });
}

/** Whether somebody else is answered. */
export function isAnswered(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    () => true,
    () => false,
  );
}

/** Goes away in the middle of opening a socket, with a token that nobody has: so many turns after it has asked. */
export async function resetAtUpgrade(port: number, turns = 0): Promise<void> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await once(socket, 'connect');
  const head = [
    'GET /graphql HTTP/1.1',
    'host: localhost',
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol: graphql-transport-ws',
    `authorization: Bearer onr_${'x'.repeat(43)}`,
  ];
  await new Promise<void>((resolve) =>
    socket.write(`${head.join('\r\n')}\r\n\r\n`, () => resolve()),
  );
  for (let turn = 0; turn < turns; turn += 1) await nextTurn();
  socket.resetAndDestroy();
  await once(socket, 'close');
}

/** What may wait in a server for one reader. */
const mostBuffered = 2_000_000;

/** How many others are answered while the server may take what was sent. */
const turns = 200;

/** Sends more than the system has buffers for, and reads no answer: whether the server holds little of it. */
export async function holdsLittle(
  { port, sockets }: Listening,
  send: (socket: WebSocket) => void,
  { times }: { readonly times: number },
): Promise<boolean> {
  const socket = await openSocket(port);
  const [end] = sockets;
  const buffered = (): number => end?.writableLength ?? 0;
  const isTaking = (): boolean => socket.readyState === socket.OPEN && socket.bufferedAmount > 0;
  socket.pause();
  for (let n = 0; n < times; n += 1) send(socket);
  for (let turn = 0; turn < turns && isTaking() && buffered() < mostBuffered; turn += 1)
    await isAnswered(port);
  await isAnswered(port);
  const most = buffered();
  socket.terminate();
  return most < mostBuffered;
}
