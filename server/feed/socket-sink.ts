import type { WebSocket } from 'ws';
import type { Sink } from './delivery.ts';
import type { Stream } from './stream.ts';

/** What may wait to leave before the reader counts as behind. */
const roomBytes = 64 * 1024;

/** Tells a stream as an operation on a socket, in the messages of graphql-transport-ws. */
export function socketSink(socket: WebSocket, id: string, stream: Stream): Sink {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  let isFull = false;
  const sent = (): void => {
    if (!isFull || socket.bufferedAmount > roomBytes) return;
    isFull = false;
    stream.drained();
  };
  return {
    write({ told }) {
      for (const { answer } of told) socket.send(`${head}${answer}}`, sent);
      isFull = socket.bufferedAmount > roomBytes;
      return !isFull;
    },
    // The socket has a heartbeat of its own, and whoever runs the operation says when it is complete.
    keepAlive() {},
    complete() {},
    destroy: () => socket.terminate(),
  };
}
