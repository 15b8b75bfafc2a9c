import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Following, Leave } from './event-stream.ts';

/** Follows over graphql-transport-ws; resolves once the subscription is asked for. */
export async function followSocket(following: Following): Promise<Leave> {
  const { port, path, query, variables, onEvent, onEnd } = following;
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, 'graphql-transport-ws', {
    perMessageDeflate: false,
  });
  await once(socket, 'open');
  const acknowledged = new Promise<void>((resolve) => {
    socket.on('message', (bytes: Buffer) => {
      const message = bytes.toString('latin1');
      const [, type] = /"type":"(\w+)"/.exec(message) ?? [];
      if (type === 'next') onEvent(message);
      else if (type === 'connection_ack') resolve();
      else if (type === 'error' || type === 'complete')
        throw new Error(`No stream but: ${message}`);
    });
  });
  socket.on('close', onEnd);
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await acknowledged;
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query, variables } }));
  return async () => {
    socket.off('close', onEnd).terminate();
    await once(socket, 'close');
  };
}
