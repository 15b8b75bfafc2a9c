import type { WebSocket } from 'ws';
import type { Outbox } from '../sockets/outbox.ts';
import type { Sink } from './delivery.ts';
import type { Stream } from './stream.ts';

export interface Operation {
  readonly id: string;
  readonly socket: WebSocket;
  readonly outbox: Outbox;
}

/** Tells a stream as an operation on a socket, in the messages of graphql-transport-ws. */
export function socketSink({ id, outbox, socket }: Operation, stream: Stream): Sink {
  const head = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  let isWaiting = false;
  const hasRoom = (): boolean => {
    if (!outbox.hasRoom && !isWaiting) {
      isWaiting = true;
      void outbox.untilRoom().then(() => {
        isWaiting = false;
        stream.drained();
      });
    }
    return outbox.hasRoom;
  };
  return {
    hasRoom,
    write({ told }) {
      for (const { answer } of told) outbox.send(`${head}${answer}}`);
      return hasRoom();
    },
    // The socket has a heartbeat of its own, and whoever runs the operation says when it is complete.
    keepAlive() {},
    complete() {},
    destroy: () => socket.terminate(),
  };
}
