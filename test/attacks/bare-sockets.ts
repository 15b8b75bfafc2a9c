import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { useServer } from 'graphql-ws/use/ws';
import { createYoga } from 'graphql-yoga';
import { type ServerOptions, WebSocketServer } from 'ws';
import { schema } from '../../schema/schema.ts';

/** A server, and its ends of the connections that were opened to it. */
export interface Listening extends AsyncDisposable {
  readonly port: number;
  readonly sockets: readonly Socket[];
}

/** Yoga, graphql-ws and ws as they come, over no record: they answer what asks for none. */
export async function openBareSockets(): Promise<Listening & { readonly server: Server }> {
  const yoga = createYoga({ schema, logging: false, maskedErrors: false });
  const server = createServer(yoga);
  // Its types do not know all of them.
  const options: ServerOptions & { readonly maxPendingAutoPongs: number } = {
    server,
    path: '/graphql',
    maxPendingAutoPongs: 0,
  };
  const sockets = new WebSocketServer(options);
  const { execute, subscribe, parse, validate } = yoga.getEnveloped();
  useServer({ schema, execute, subscribe, parse, validate }, sockets);
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
