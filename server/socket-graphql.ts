import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type ExecutionArgs, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { codedError } from '../schema/coded.ts';
import type { ErrorCoder } from './coded-errors.ts';
import type { AllowsOrigin } from './cors.ts';
import type { Log } from './log.ts';
import type { Handler } from './yoga.ts';

export interface WebSocketOptions {
  readonly handler: Handler;
  readonly coder: ErrorCoder;
  readonly log: Log;
  readonly allowsOrigin: AllowsOrigin;
  readonly isDraining: () => boolean;
  /** Whether the sockets are those of the owner of the database file. */
  readonly isOwner: boolean;
  readonly maxBytes: number;
}

export interface AcceptedSockets {
  /** Whether no operation runs on any of them. */
  isIdle(): boolean;
  close(): Promise<void>;
}

type Connection = Context<Record<string, unknown> | undefined, Extra & { requestId?: string }>;

/** Speaks graphql-transport-ws with those who ask `server` for it at `/graphql`. */
export function acceptWebSockets(server: Server, options: WebSocketOptions): AcceptedSockets {
  const { coder, log } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: options.maxBytes });
  const connections = new Set<Connection>();
  const operations = createOperations(options);
  const formatted = (
    errors: readonly GraphQLError[],
    connection: Connection,
  ): GraphQLFormattedError[] =>
    errors.map((error) => coder.codeError(error, requestIdOf(connection)).toJSON());

  const { dispose } = useServer<Record<string, unknown> | undefined, { requestId: string }>(
    {
      ...operations.engine,
      onConnect: (connection) => {
        connection.extra.requestId = randomUUID();
        connections.add(connection);
      },
      onSubscribe: (connection, _id, payload) => {
        log.info(
          { requestId: requestIdOf(connection), operation: payload.operationName },
          'socket operation',
        );
        return operations.prepare(connection, payload);
      },
      onNext: (...told) => {
        const [connection, , , , { data, errors }] = told;
        if (!errors) return undefined;
        return { ...(data === undefined ? {} : { data }), errors: formatted(errors, connection) };
      },
      onError: (...told) => {
        const [connection, , , errors] = told;
        return formatted(errors, connection);
      },
      onClose: (connection) => void connections.delete(connection),
      // Its alternative tells clients the messages of errors.
      isProd: true,
    },
    sockets,
  );

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refused = refusal(request, options);
    if (refused) return refuse(socket, refused);
    sockets.handleUpgrade(request, socket, head, (opened) =>
      sockets.emit('connection', opened, request),
    );
  });

  return {
    isIdle: () =>
      [...connections].every(({ subscriptions }) => Object.keys(subscriptions).length === 0),
    async close() {
      const impatience = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, 500);
      await dispose();
      clearTimeout(impatience);
    },
  };
}

/** Runs operations as those over HTTP are run: by the same plugins, in the same context. */
function createOperations({ handler, isDraining, isOwner }: WebSocketOptions) {
  const { execute, subscribe } = handler.getEnveloped();
  return {
    engine: {
      execute: (args: ExecutionArgs) => execute(args),
      subscribe: (args: ExecutionArgs) => subscribe(args),
    },

    async prepare(
      connection: Connection,
      payload: SubscribePayload,
    ): Promise<ExecutionArgs | readonly GraphQLError[]> {
      if (isDraining()) return [codedError('UNAVAILABLE', 'This server is stopping.')];
      const facts = {
        isOwner,
        requestId: requestIdOf(connection),
        authorization: authorizationOf(connection),
      };
      const { schema, parse, validate, contextFactory } = handler.getEnveloped(facts);
      try {
        const document = parse(payload.query);
        const faults = validate(schema, document);
        if (faults.length > 0) return faults;
        return {
          schema,
          document,
          operationName: payload.operationName ?? null,
          variableValues: payload.variables ?? null,
          contextValue: await contextFactory(),
        };
      } catch (error) {
        return [asGraphQLError(error)];
      }
    },
  };
}

function requestIdOf({ extra }: Connection): string {
  return extra.requestId ?? 'none';
}

/** The connection's `authorization` parameter, else the header that opened the socket: browsers cannot set that one. */
function authorizationOf({ connectionParams = {}, extra }: Connection): string | undefined {
  const given = connectionParams.authorization ?? connectionParams.Authorization;
  return typeof given === 'string' ? given : extra.request.headers.authorization;
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
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
