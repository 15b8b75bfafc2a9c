import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { sendNodeResponse } from '@whatwg-node/server';
import { streamIn, tellOver } from './feed/server-sent-events.ts';
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
  requestTimeout: 30_000,
  // Longer than a proxy keeps its connections, so that none is closed here while a request is on its way.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};

/** Opens a way to the handler; who listens where is not decided here. */
export function createEntrance(options: WebSocketOptions): Entrance {
  const { addressOf, handler, isOwner, log } = options;
  const answering = new Set<ServerResponse>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const facts = { isOwner, address: addressOf(request) };
    const answered = await handler.handleNodeRequestAndResponse(request, response, facts);
    const stream = streamIn(answered);
    if (stream === undefined) return sendNodeResponse(answered, response, request, true);
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    tellOver(response, stream);
  };
  const server = createServer(timeouts, (request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    answer(request, response).catch((error: unknown) => {
      log.error({ err: error }, 'a request was not answered');
      response.destroy();
    });
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
