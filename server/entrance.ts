import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { acceptWebSockets, type WebSocketOptions } from './socket-graphql.ts';

/** An HTTP server and the WebSockets that came through it. */
export interface Entrance {
  readonly server: Server;
  /** Whether nothing that came through it is still being answered. */
  isIdle(): boolean;
  /** Closes it, and every connection with it. */
  close(): Promise<void>;
}

const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  // Longer than a proxy keeps its connections, so that none is closed here while a request is on its way.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

/** Opens a way to the handler; who listens where is not decided here. */
export function createEntrance(options: WebSocketOptions): Entrance {
  const { handler, isOwner } = options;
  const { requestListener } = handler;
  const answering = new Set<ServerResponse>();

  const server = createServer(timeouts, (request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    if (isOwner) void handler(request, response, { isOwner });
    else requestListener(request, response);
  });
  const sockets = acceptWebSockets(server, options);

  return {
    server,
    isIdle: () => answering.size === 0 && sockets.isIdle(),
    async close() {
      await sockets.close();
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
