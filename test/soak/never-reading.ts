import { once } from 'node:events';
import { connect } from 'node:net';
import WebSocket from 'ws';
import type { From } from '../e2e/components/feed-reader.ts';

/** A subscriber that never reads what it is told. The function hangs up. */
export async function neverReadSse({ url, query, after }: From): Promise<() => void> {
  const { hostname, port, pathname } = new URL(url);
  const body = JSON.stringify({ query, variables: { after } });
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.pause();
  socket.write(
    [
      `POST ${pathname} HTTP/1.1`,
      `host: ${hostname}:${port}`,
      'content-type: application/json',
      'accept: text/event-stream',
      `content-length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
  return () => socket.destroy();
}

/** The same over graphql-transport-ws. */
export async function neverReadWebSocket({ url, query, after }: From): Promise<() => void> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  socket.on('error', () => undefined);
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await once(socket, 'message');
  const payload = { query, variables: { after } };
  socket.send(JSON.stringify({ id: 'one', type: 'subscribe', payload }), () => socket.pause());
  return () => socket.terminate();
}
