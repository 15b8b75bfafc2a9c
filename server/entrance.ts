import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { sendNodeResponse } from '@whatwg-node/server';
import { streamIn, tellOver } from './feed/server-sent-events.ts';
import { LeavingAsker } from './leaving.ts';
import type { RequestFacts } from './request-facts.ts';
import { acceptWebSockets, type WebSocketOptions } from './sockets/accept.ts';
import type { Connections } from './sockets/connections.ts';
import { type Answer, createGuardedServer, expectReading } from './sockets/guarded-server.ts';
import { beginTrace, endTrace } from './tracing.ts';

/** An HTTP server and the WebSockets that came through it. */
export interface Entrance {
  readonly server: Server;
  /** Whether nothing that came through it is still being answered. */
  isIdle(): boolean;
  /** Closes it, and every connection with it. */
  close(): Promise<void>;
}

export interface EntranceOptions extends WebSocketOptions {
  /** Whether connections come from proxies, which tell of each request whose it is. */
  readonly isBehindProxy: boolean;
}

/** Opens a way to the handler; who listens where is not decided here. */
export function createEntrance(options: EntranceOptions): Entrance {
  const { addressOf, connections, handler, isBehindProxy, isOwner, log } = options;
  const { lane } = handler;
  const answering = new Set<ServerResponse>();

  const answer: Answer = async (request, response, use) => {
    answering.add(response);
    const tracing = beginTrace(request);
    response.once('close', () => {
      answering.delete(response);
      if (tracing) endTrace(tracing, facts.requestId, response.statusCode);
    });
    const facts: RequestFacts = {
      requestId: '',
      startedAt: performance.now(),
      isOwner,
      address: addressOf(request),
      leaving: new LeavingAsker(response),
      tracing,
    };
    if (await lane?.answer(request, response, facts)) return;
    const answered = await handler.handleNodeRequestAndResponse(request, response, facts);
    const stream = streamIn(answered);
    if (stream === undefined) {
      const sent = sendNodeResponse(answered, response, request, true);
      expectReading(request);
      return sent;
    }
    use.isLasting = true;
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    tellOver(response, stream);
  };
  const server = createGuardedServer({ connections, log, isBehindProxy }, answer);
  const sockets = acceptWebSockets(server, options);

  return {
    server,
    isIdle: () => answering.size === 0 && sockets.isIdle(),
    async close() {
      await sockets.close();
      await closeServer(server, connections);
    },
  };
}

/** Closes a server and all its connections, where it listens. */
export async function closeServer(server: Server, connections: Connections): Promise<void> {
  if (!server.listening) return;
  server.close();
  connections.close();
  await once(server, 'close');
}
