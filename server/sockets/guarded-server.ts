import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connectedFrom } from '../address.ts';
import type { Log } from '../log.ts';
import type { Connections, Use } from './connections.ts';
import { type Refusal, refusalAsResponse, refuse } from './refusal.ts';
import { hasAddress } from './request-head.ts';

export interface GuardOptions {
  readonly connections: Connections;
  readonly log: Log;
  /** Whether connections come from proxies, which tell of each request whose it is. */
  readonly isBehindProxy?: boolean;
}

/** Answers a request, and says of its use of a connection when that is a lasting one. */
export type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  use: Use,
) => Promise<void>;

const serverOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than a proxy keeps its connections, so that none is closed here while a request is on its way.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  // Node would answer it with nothing to read.
  requireHostHeader: false,
};

/** How long a client may take nothing of its answer. */
const unreadMs = 30_000;

/** An HTTP server that no client can end, or keep to itself, by what it sends, leaves unread or breaks off. */
export function createGuardedServer(options: GuardOptions, answer: Answer): Server {
  const { connections, isBehindProxy = false, log } = options;
  const answerNow = (request: IncomingMessage, response: ServerResponse, use: Use): void => {
    if (request.socket.destroyed) return;
    const isForUs = hasAddress(request);
    const answered = isForUs ? answer(request, response, use) : answerRefusal(response, noAddress);
    answered.catch((error: unknown) => {
      if (hasLeft(request, response)) log.debug({ reason: reasonOf(error) }, 'a client left');
      else log.error({ err: error }, 'a request was not answered');
      response.destroy();
    });
  };
  const latest = new WeakMap<Socket, ServerResponse>();
  const server = createServer(serverOptions, (request, response) => {
    const { socket } = request;
    const use = useOf(request, response);
    const end = connections.begin(socket, use);
    if (end === null) return void response.destroy();
    response.once('close', end);
    const before = latest.get(socket);
    latest.set(socket, response);
    // What was sent ahead of an answer waits for it; others take their turns in between.
    if (before === undefined || before.destroyed) answerNow(request, response, use);
    else before.once('close', () => answerNow(request, response, use));
  });

  server.on('connection', (socket: Socket) => {
    // Whatever comes of it later: a connection that breaks ends nothing but itself.
    socket.on('error', (error) => log.debug({ reason: reasonOf(error) }, 'a connection broke'));
    // Asked for now, the address is known even when the connection is gone: nobody becomes nobody by leaving.
    const address = connectedFrom(socket);
    const isGone = address === '' && typeof server.address() !== 'string';
    if (isGone) return void socket.destroy();
    const refused = connections.admit(socket, isBehindProxy ? '' : address);
    if (refused) refuse(socket, refused);
  });
  server.on('clientError', (error: Error & { code?: string }, connection: Duplex) => {
    log.debug({ reason: reasonOf(error) }, 'a request could not be read');
    // What comes after the last request of a connection is not for anybody; that request is answered.
    const isBehindLast = error.code === 'HPE_CLOSED_CONNECTION';
    if (isBehindLast && latest.get(connection as Socket)?.closed === false)
      return void connection.pause();
    refuseUnread(connection as Socket, error.code, connections);
  });
  server.on('connect', (_request, connection: Duplex) => refuse(connection, noProxy));
  return server;
}

/** Gives up an answer of which the client takes nothing for so long. */
export function expectReading({ socket }: IncomingMessage): void {
  socket.setTimeout(unreadMs);
}

/** Whether nobody waits for the answer any more. */
function hasLeft(request: IncomingMessage, response: ServerResponse): boolean {
  return response.destroyed || request.socket.destroyed;
}

function useOf(request: IncomingMessage, response: ServerResponse): Use {
  return {
    isWaiting: () => !request.complete || response.writableEnded || response.writableNeedDrain,
    isLasting: false,
    isAnswered: () => response.headersSent,
  };
}

async function answerRefusal(response: ServerResponse, refusal: Refusal): Promise<void> {
  const { body, headers } = refusalAsResponse(refusal);
  response.writeHead(refusal.status, { ...headers, connection: 'close' }).end(body);
}

const noAddress: Refusal = {
  status: 400,
  code: 'BAD_USER_INPUT',
  message: 'What this request is for is no address.',
};

const noProxy: Refusal = {
  status: 405,
  code: 'BAD_USER_INPUT',
  message: 'This server connects nobody to anybody.',
};

const unreadable: Refusal = {
  status: 400,
  code: 'BAD_USER_INPUT',
  message: 'This is no HTTP request.',
};

/** By what Node says of what it could not read. */
const refusals: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: { ...unreadable, status: 431, message: 'The headers are too long.' },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: { ...unreadable, status: 413, message: 'A chunk is too long.' },
  ERR_HTTP_REQUEST_TIMEOUT: { ...unreadable, status: 408, message: 'The request came too slowly.' },
};

/** Nothing is said in the middle of an answer, or to nobody. */
function refuseUnread(socket: Socket, code: string | undefined, connections: Connections): void {
  if (code === 'ECONNRESET' || connections.isAnswering(socket)) socket.destroy();
  else refuse(socket, refusals[code ?? ''] ?? unreadable);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
