import type { ExecutionArgs, GraphQLError, GraphQLFormattedError } from 'graphql';
import { type Context, type Server as Engine, makeServer, type SubscribePayload } from 'graphql-ws';
import { codedError } from '../schema/coded.ts';
import type { AddressOf } from './address.ts';
import { asGraphQLError, type ErrorCoder } from './coded-errors.ts';
import { socketSink } from './feed/socket-sink.ts';
import { Stream } from './feed/stream.ts';
import type { Limits } from './limits/limits.ts';
import { type Log, nameInLog } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { createSocketTally } from './metrics/socket-tally.ts';
import type { Line } from './sockets/line.ts';
import type { Handler } from './yoga.ts';

/** Whom an engine works for. */
export interface EngineOptions {
  readonly handler: Handler;
  readonly coder: ErrorCoder;
  readonly log: Log;
  readonly addressOf: AddressOf;
  readonly isDraining: () => boolean;
  /** Whether the sockets are those of the owner of the database file. */
  readonly isOwner: boolean;
  readonly limits: Pick<Limits, 'socketOperations'>;
  readonly metrics?: Metrics | undefined;
}

type Params = Record<string, unknown> | undefined;
type Connection = Context<Params, Line>;

/** Speaks graphql-transport-ws over lines. */
export function createEngine(options: EngineOptions): Engine<Line> {
  const { coder, limits, log, metrics } = options;
  const tally = metrics && createSocketTally(metrics);
  const { execute, subscribe, prepare } = createOperations(options);
  const formatted = (
    errors: readonly GraphQLError[],
    { extra }: Connection,
  ): GraphQLFormattedError[] =>
    coder.codeResult({ data: null, errors }, extra.requestId).errors.map((error) => error.toJSON());

  return makeServer<Params, Line>({
    execute,
    subscribe,
    onConnect(connection) {
      connection.extra.operations = connection.subscriptions;
    },
    onSubscribe: (connection, id, payload) => {
      const { extra, subscriptions } = connection;
      const { requestId } = extra;
      log.info({ requestId, operation: nameInLog(payload.operationName) }, 'socket operation');
      tally?.begin(payload);
      extra.usedAt = performance.now();
      if (id.length > mostOfId) return [tooLong];
      if (Object.keys(subscriptions).length > limits.socketOperations)
        return [tooMany(limits.socketOperations)];
      // Who completes an operation, or goes with its socket, is among those on it no more.
      const hasLeft = (): boolean => !(id in connection.subscriptions);
      return prepare(connection, payload, hasLeft).finally(() => forget(payload));
    },
    onOperation: (...told) => {
      const [{ extra }, id, payload, args, result] = told;
      if (!(result instanceof Stream)) return;
      tally?.answered(payload, args, []);
      result.attach(socketSink({ ...extra, id }, result));
      extra.inbox.release();
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
function createOperations({ addressOf, handler, isDraining, isOwner }: EngineOptions) {
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
        leaving: { hasLeft },
      };
      const { schema, parse, validate, contextFactory } = handler.getEnveloped(facts);
      try {
        // Who asks is known first: whoever it is pays for what is read.
        const contextValue = await contextFactory();
        const { query } = handler.trusted.named(payload);
        const document = parse(query);
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

/** What was asked is not needed any more, and would be kept as long as a subscription lasts. */
function forget(payload: SubscribePayload): void {
  Object.assign(payload, { query: '', variables: null, extensions: null });
}

const mostOfId = 200;

// Each answer repeats it.
const tooLong = codedError('BAD_USER_INPUT', `An id may have ${mostOfId} characters.`);

function tooMany(most: number): GraphQLError {
  return codedError('RATE_LIMITED', `No more than ${most} operations at once on a socket.`);
}
