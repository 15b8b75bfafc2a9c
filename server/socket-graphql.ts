import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ExecutionArgs, GraphQLError, GraphQLFormattedError } from 'graphql';
import {
  type Context,
  type Server as Engine,
  handleProtocols,
  makeServer,
  type SubscribePayload,
} from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { codedError } from '../schema/coded.ts';
import type { AddressOf } from './address.ts';
import { asGraphQLError, type ErrorCoder } from './coded-errors.ts';
import type { AllowsOrigin } from './cors.ts';
import { socketSink } from './feed/socket-sink.ts';
import { Stream } from './feed/stream.ts';
import type { BodyAllowance } from './limits/body-allowance.ts';
import { type Log, nameInLog } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { createSocketTally } from './metrics/socket-tally.ts';
import type { Handler } from './yoga.ts';

export interface WebSocketOptions {
  readonly handler: Handler;
  readonly coder: ErrorCoder;
  readonly log: Log;
  readonly allowsOrigin: AllowsOrigin;
  readonly addressOf: AddressOf;
  readonly isDraining: () => boolean;
  /** Whether the sockets are those of the owner of the database file. */
  readonly isOwner: boolean;
  /** How many bytes a message may have, by the header that opens the socket. */
  readonly allowance: BodyAllowance;
  readonly metrics?: Metrics | undefined;
}

export interface AcceptedSockets {
  /** Whether no operation runs on any of them. */
  isIdle(): boolean;
  close(): Promise<void>;
}

interface Extra {
  readonly request: IncomingMessage;
  readonly requestId: string;
  readonly socket: WebSocket;
  /** How long the last message was. */
  letters: number;
}

type Params = Record<string, unknown> | undefined;
type Connection = Context<Params, Extra>;

/** Speaks graphql-transport-ws with those who ask `server` for it at `/graphql`. */
export function acceptWebSockets(server: Server, options: WebSocketOptions): AcceptedSockets {
  const connections = new Set<Connection>();
  const engine = createEngine(options, connections);
  const sockets = new WebSocketServer({
    noServer: true,
    handleProtocols: (offered) => handleProtocols(offered),
  });
  const accept = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const { authorization } = request.headers;
    const maxPayload = await options.allowance.of({ authorization, isOwner: options.isOwner });
    // What the server reads of it is set for each socket as it is opened.
    sockets.options.maxPayload = maxPayload;
    sockets.handleUpgrade(request, socket, head, (opened) =>
      follow(engine, { request, requestId: randomUUID(), socket: opened, letters: 0 }, options.log),
    );
  };

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refused = refusal(request, options);
    if (refused) return refuse(socket, refused);
    accept(request, socket, head).catch(() => refuse(socket, '401 Unauthorized'));
  });

  return {
    isIdle: () =>
      [...connections].every(({ subscriptions }) => Object.keys(subscriptions).length === 0),
    async close() {
      for (const socket of sockets.clients) socket.close(1001, 'Going away');
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, 500);
      await new Promise((resolve) => sockets.close(resolve));
      clearTimeout(impatience);
    },
  };
}

const heartbeatMs = 12_000;

/** Lets the engine speak over a socket until it closes, and ends one that no longer answers. */
function follow(engine: Engine<Extra>, extra: Extra, log: Log): void {
  const { requestId, socket } = extra;
  const failed = (error: unknown): void => {
    log.error({ requestId, err: error }, 'unexpected error');
    socket.close(1011, 'Internal error');
  };
  const closed = engine.opened(
    {
      protocol: socket.protocol,
      send: (text) => send(socket, text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) =>
        socket.on('message', (message, isBinary) => {
          // Text was found to be UTF-8; bytes would be mended.
          if (isBinary) socket.close(1003, 'Text only');
          else {
            const text = String(message);
            extra.letters = text.length;
            take(text).catch(failed);
          }
        }),
    },
    extra,
  );
  let isAlive = true;
  const heartbeat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, heartbeatMs);
  socket.on('pong', () => {
    isAlive = true;
  });
  // What a client does wrong, such as sending too much: the socket closes itself.
  socket.on('error', ({ message }) => log.info({ requestId, reason: message }, 'socket refused'));
  socket.once('close', (code, reason) => {
    clearInterval(heartbeat);
    closed(code, String(reason)).catch(failed);
  });
}

/** Resolves when the text has left: a reader that is slow is told no faster than it reads. */
function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) return resolve();
    socket.send(text, (error) => (error ? reject(error) : resolve()));
  });
}

function createEngine(options: WebSocketOptions, connections: Set<Connection>): Engine<Extra> {
  const { coder, log, metrics } = options;
  const tally = metrics && createSocketTally(metrics);
  const { execute, subscribe, prepare } = createOperations(options);
  const formatted = (
    errors: readonly GraphQLError[],
    { extra }: Connection,
  ): GraphQLFormattedError[] =>
    coder.codeResult({ data: null, errors }, extra.requestId).errors.map((error) => error.toJSON());

  return makeServer<Params, Extra>({
    execute,
    subscribe,
    onConnect: (connection) => void connections.add(connection),
    onClose: (connection) => void connections.delete(connection),
    onSubscribe: (connection, id, payload) => {
      const { requestId } = connection.extra;
      log.info({ requestId, operation: nameInLog(payload.operationName) }, 'socket operation');
      tally?.begin(payload);
      // Who completes an operation, or goes with its socket, is among those on it no more.
      return prepare(connection, payload, () => !(id in connection.subscriptions));
    },
    onOperation: (...told) => {
      const [{ extra }, id, payload, args, result] = told;
      if (!(result instanceof Stream)) return;
      tally?.answered(payload, args, []);
      result.attach(socketSink(extra.socket, id, result));
    },
    onNext: (...told) => {
      const [connection, , payload, args, { data, errors = [] }] = told;
      const coded = formatted(errors, connection);
      tally?.answered(payload, args, coded);
      if (coded.length === 0) return undefined;
      return { ...(data === undefined ? {} : { data }), errors: coded };
    },
    onError: (...told) => {
      const [connection, , payload, errors] = told;
      const coded = formatted(errors, connection);
      tally?.answered(payload, null, coded);
      return coded;
    },
  });
}

/** Runs operations as those over HTTP are run: by the same plugins, in the same context. */
function createOperations({ addressOf, handler, isDraining, isOwner }: WebSocketOptions) {
  const { execute, subscribe } = handler.getEnveloped();
  return {
    execute: (args: ExecutionArgs) => execute(args),
    subscribe: (args: ExecutionArgs) => subscribe(args),

    async prepare(
      connection: Connection,
      payload: SubscribePayload,
      hasLeft: () => boolean,
    ): Promise<ExecutionArgs | readonly GraphQLError[]> {
      if (isDraining()) return [codedError('UNAVAILABLE', 'This server is stopping.')];
      const facts = {
        isOwner,
        requestId: connection.extra.requestId,
        address: addressOf(connection.extra.request),
        authorization: authorizationOf(connection),
        letters: connection.extra.letters,
        hasLeft,
      };
      const { schema, parse, validate, contextFactory } = handler.getEnveloped(facts);
      try {
        // Who asks is known first: whoever it is pays for what is read.
        const contextValue = await contextFactory();
        const document = parse(payload.query);
        const faults = validate(schema, document);
        if (faults.length > 0) return faults;
        return {
          schema,
          document,
          operationName: payload.operationName ?? null,
          variableValues: payload.variables ?? null,
          contextValue,
        };
      } catch (error) {
        return [asGraphQLError(error)];
      }
    },
  };
}

/** The connection's `authorization` parameter, else the header that opened the socket: browsers cannot set that one. */
function authorizationOf({ connectionParams = {}, extra }: Connection): string | undefined {
  const given = connectionParams.authorization ?? connectionParams.Authorization;
  return typeof given === 'string' ? given : extra.request.headers.authorization;
}

function refusal(
  request: IncomingMessage,
  { allowsOrigin, isDraining }: WebSocketOptions,
): string | undefined {
  if (!/^\/graphql(\?|$)/.test(request.url ?? '')) return '404 Not Found';
  if (isDraining()) return '503 Service Unavailable';
  const { origin, host } = request.headers;
  // A browser lets any page open a socket to anywhere: it is for the server to look where the page is from.
  if (origin === undefined || allowsOrigin(origin)) return undefined;
  return URL.canParse(origin) && new URL(origin).host === host ? undefined : '403 Forbidden';
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
}
