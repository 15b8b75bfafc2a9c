import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { handleProtocols } from 'graphql-ws';
import { type ServerOptions, type WebSocket, WebSocketServer } from 'ws';
import { isLoopback, networkOf } from '../address.ts';
import { asGraphQLError } from '../coded-errors.ts';
import type { AllowsOrigin } from '../cors.ts';
import type { BodyAllowance } from '../limits/body-allowance.ts';
import type { Limits } from '../limits/limits.ts';
import { createRates } from '../limits/rates.ts';
import { createEngine, type EngineOptions } from '../socket-graphql.ts';
import type { Connections, Use } from './connections.ts';
import { isIdle, type Line, openLine } from './line.ts';
import { type Refusal, refuse } from './refusal.ts';
import { hasAddress } from './request-head.ts';

export interface WebSocketOptions extends EngineOptions {
  readonly allowsOrigin: AllowsOrigin;
  /** How many bytes a message may have, by the header that opens the socket. */
  readonly allowance: BodyAllowance;
  readonly limits: Pick<Limits, 'socketMessages' | 'socketOperations'>;
  /** How long a socket may stay open on which nothing runs. */
  readonly idleMs: number;
  readonly connections: Connections;
}

export interface AcceptedSockets {
  /** Whether no operation runs on any of them. */
  isIdle(): boolean;
  close(): Promise<void>;
}

/** Speaks graphql-transport-ws with those who ask `server` for it at `/graphql`. */
export function acceptWebSockets(server: Server, options: WebSocketOptions): AcceptedSockets {
  const { addressOf, allowance, connections, isOwner, limits } = options;
  const lines = new Set<Line>();
  const engine = createEngine(options);
  const rates = createRates();
  const sockets = createSockets();
  const follow = (request: IncomingMessage, socket: WebSocket): Line => {
    const network = networkOf(addressOf(request));
    const name = isLoopback(network) ? randomUUID() : network;
    const purse = { name, whose: 'You have', perMinute: limits.socketMessages };
    const charge = (units: number): number =>
      isOwner ? 0 : (rates.take([purse], units)?.seconds ?? 0);
    const line = openLine(engine, { request, socket }, { ...options, charge });
    lines.add(line);
    socket.once('close', () => lines.delete(line));
    return line;
  };
  const accept = async (request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> => {
    let line: Line | undefined;
    const use: Use = {
      isWaiting: () => line !== undefined && (isIdle(line) || !line.outbox.hasRoom),
      isLasting: false,
      isAnswered: () => line !== undefined,
      yieldPlace: () => line?.socket.close(1013, 'Others need the place'),
    };
    connections.begin(socket, use);
    const { authorization } = request.headers;
    const maxPayload = await allowance.of({ authorization, isOwner });
    // What the server reads of it is set for each socket as it is opened. A piece takes memory, however small it is.
    Object.assign(sockets.options, { maxPayload, maxBufferedChunks: maxPayload / leastOfPiece });
    sockets.handleUpgrade(request, socket, head, (opened) => {
      line = follow(request, opened);
      use.isLasting = true;
    });
  };

  server.on('upgrade', (request: IncomingMessage, connection, head: Buffer) => {
    // What an HTTP server upgrades is a socket.
    const socket = connection as Socket;
    // Nobody asks for that while an answer is still to come over the same connection.
    if (connections.isUsed(socket)) return socket.destroy();
    const refused = refusal(request, options) ?? connections.identify(socket, addressOf(request));
    if (refused) return refuse(socket, refused);
    accept(request, socket, head).catch((error: unknown) => refuse(socket, refusalFor(error)));
  });

  return {
    isIdle: () => [...lines].every(isIdle),
    close: () => closeAll(sockets),
  };
}

/** How many bytes a piece of a message has on average, at least. */
const leastOfPiece = 512;

function createSockets(): WebSocketServer {
  // Its types do not know all of them.
  const options: ServerOptions & { readonly closeTimeout: number } = {
    noServer: true,
    handleProtocols: (offered) => handleProtocols(offered),
    // A line answers pings, when there is room for answers.
    autoPong: false,
    maxFragments: 1_024,
    closeTimeout: 2_000,
  };
  const sockets = new WebSocketServer(options);
  sockets.on('wsClientError', ({ message }, socket) =>
    refuse(socket, { status: 400, code: 'BAD_USER_INPUT', message }),
  );
  return sockets;
}

async function closeAll(sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.close(1001, 'Going away');
  const impatience = setTimeout(() => {
    for (const socket of sockets.clients) socket.terminate();
  }, 500);
  await new Promise((resolve) => sockets.close(resolve));
  clearTimeout(impatience);
}

function refusal(
  request: IncomingMessage,
  { allowsOrigin, isDraining }: WebSocketOptions,
): Refusal | null {
  if (!hasAddress(request))
    return { status: 400, code: 'BAD_USER_INPUT', message: 'This request has no address.' };
  if (!/^\/graphql(\?|$)/.test(request.url ?? ''))
    return { status: 404, code: 'BAD_USER_INPUT', message: 'The graph is at /graphql.' };
  if (isDraining())
    return { status: 503, code: 'UNAVAILABLE', message: 'This server is stopping.' };
  const { origin, host } = request.headers;
  // A browser lets any page open a socket to anywhere: it is for the server to look where the page is from.
  if (origin === undefined || allowsOrigin(origin)) return null;
  if (URL.canParse(origin) && new URL(origin).host === host) return null;
  return { status: 403, code: 'FORBIDDEN', message: 'Pages from there may open no socket.' };
}

/** A token that is not in force, or a database that cannot be asked for it. */
function refusalFor(error: unknown): Refusal {
  const { extensions, message } = asGraphQLError(error);
  return extensions.code === 'UNAUTHENTICATED'
    ? { status: 401, code: 'UNAUTHENTICATED', message }
    : { status: 503, code: 'UNAVAILABLE', message: 'The token could not be looked up.' };
}
