import { once } from 'node:events';
import { connect } from 'node:net';
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

/** Whether somebody else is answered, who has no connection yet. */
export function isAnswered(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } }).then(
    () => true,
    () => false,
  );
}

/** Goes away in the middle of opening a socket, with a token that nobody has: when so many others were answered. */
export async function resetAtUpgrade(port: number, others: number): Promise<void> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  await Promise.race([once(socket, 'connect'), once(socket, 'close')]).catch(() => undefined);
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
  await new Promise<void>((resolve) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n`, () => resolve());
  });
  for (let other = 0; other < others; other += 1) await isAnswered(port);
  socket.resetAndDestroy();
}

/** How many others are answered while a server may take what was sent to it. */
const turns = 100;

/** What may wait in a server for one reader. */
const mostBuffered = 2_000_000;

/** Sends more than the system has buffers for, and reads no answer: whether the server keeps little of it. */
export async function keepsLittle(
  { port, sockets }: Listening,
  send: (socket: WebSocket) => void,
  { times }: { readonly times: number },
): Promise<boolean> {
  const socket = await openUnread(port, send, times);
  const [end] = sockets;
  const kept = (): number => end?.writableLength ?? 0;
  await untilTaken(socket, port, () => kept() >= mostBuffered);
  const most = kept();
  socket.terminate();
  return most < mostBuffered;
}

/** Sends as often, and reads no answer: whether the server answers less than there is sent. */
export async function answersLittle(
  { port, sockets }: Listening,
  send: (socket: WebSocket) => void,
  { times, bytes }: { readonly times: number; readonly bytes: number },
): Promise<boolean> {
  const socket = await openUnread(port, send, times);
  const [end] = sockets;
  await untilTaken(socket, port, () => false);
  const answered = end?.bytesWritten ?? 0;
  socket.terminate();
  return answered < (times * bytes) / 10;
}

async function openUnread(
  port: number,
  send: (socket: WebSocket) => void,
  times: number,
): Promise<WebSocket> {
  const socket = await openSocket(port);
  socket.pause();
  for (let n = 0; n < times; n += 1) send(socket);
  return socket;
}

async function untilTaken(socket: WebSocket, port: number, isEnough: () => boolean): Promise<void> {
  const isTaking = (): boolean => socket.readyState === socket.OPEN && socket.bufferedAmount > 0;
  for (let turn = 0; turn < turns && isTaking() && !isEnough(); turn += 1) await isAnswered(port);
  await isAnswered(port);
}
