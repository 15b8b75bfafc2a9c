import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { makeServer } from 'graphql-ws';
import { createYoga } from 'graphql-yoga';
import { type ServerOptions, WebSocketServer } from 'ws';
import { schema } from '../../schema/schema.ts';

/** A server, and its ends of the connections that were opened to it. */
export interface Listening extends AsyncDisposable {
  readonly port: number;
  readonly sockets: readonly Socket[];
}

/** Yoga, graphql-ws and ws as they come, over no record: they answer what asks for none. */
export async function openBareSockets(
  /** Called for each error that Yoga logs. */
  onError = (): void => undefined,
): Promise<Listening & { readonly server: Server }> {
  const silent = (): void => undefined;
  const logging = { debug: silent, info: silent, warn: onError, error: onError };
  const yoga = createYoga({ schema, logging });
  const server = createServer(yoga);
  // Its types do not know all of them.
  const options: ServerOptions & { readonly maxPendingAutoPongs: number } = {
    server,
    path: '/graphql',
    maxPendingAutoPongs: 0,
  };
  const sockets = new WebSocketServer(options);
  const { execute, subscribe, parse, validate } = yoga.getEnveloped();
  const engine = makeServer({ schema, execute, subscribe, parse, validate });
  sockets.on('connection', (socket) => {
    const closed = engine.opened(
      {
        protocol: socket.protocol,
        send: (text) => new Promise((resolve) => socket.send(text, () => resolve())),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (take) =>
          socket.on('message', (message) => void take(String(message)).catch(onError)),
      },
      {},
    );
    socket.once('close', () => void closed());
  });
  return { ...(await listening(server)), server };
}

export async function listening(server: Server): Promise<Listening> {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => sockets.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    // A server that listens on a port has an address.
    port: (server.address() as AddressInfo).port,
    sockets,
    async [Symbol.asyncDispose]() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
