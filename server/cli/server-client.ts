import {
  type Client,
  createClient,
  NetworkError,
  RefusedError,
  ResponseError,
} from '../../sdk/src/index.ts';
import { CommandFailed, exitCodes } from './exit.ts';
import { socketFetch } from './socket-fetch.ts';

/** A running server, as our SDK reaches it. */
export interface ServerClient {
  /** Where it is, for the person who asked. */
  readonly where: string;
  /** What one call answers. @throws CommandFailed, where it is refused or comes to nothing */
  ask<Answer>(call: (record: Client) => Promise<Answer>): Promise<Answer>;
}

/** The server does not carry it out now: later it may. */
export class AskAgain extends CommandFailed {
  /** In how many seconds, where it says so. */
  readonly retryAfterS: number | null;

  constructor(exitCode: number, message: string, retryAfterS: number | null) {
    super(exitCode, message);
    this.name = 'AskAgain';
    this.retryAfterS = retryAfterS;
  }
}

/** The server that owns a database file, asked over the socket beside it. */
export function socketClient(socketPath: string): ServerClient {
  // The host is anybody's: the socket is where it goes.
  const options = { url: 'http://localhost/graphql', fetch: socketFetch(socketPath) };
  return serverClient(`the server at ${socketPath}`, createClient({ ...options, ...patience }));
}

/** A server anywhere, asked with a token. */
export function urlClient(url: string, token: string | undefined): ServerClient {
  return serverClient(url, createClient({ url, token, ...patience }));
}

// A backup, a verification, an erasure and what waits for one take as long as the record is large: whoever sits there
// ends it with Ctrl-C. What may be asked again is asked again where its waiting is told of (patient-client.ts).
const patience = { timeoutMs: Number.POSITIVE_INFINITY, retries: 0 };

function serverClient(where: string, record: Client): ServerClient {
  return {
    where,
    async ask(call) {
      try {
        return await call(record);
      } catch (error) {
        throw failureOf(error, where);
      }
    },
  };
}

/** How a command ends because of what the SDK threw. */
function failureOf(error: unknown, where: string): unknown {
  if (error instanceof RefusedError) {
    return new CommandFailed(exitCodes.fault, error.refusal.message);
  }
  if (error instanceof ResponseError) return answeredWith(error, where);
  if (error instanceof NetworkError) return outOfReach(where, error.cause);
  return error;
}

function answeredWith(error: ResponseError, where: string): CommandFailed {
  const { code, retryAfterMs, serverErrors, status } = error;
  const [first] = serverErrors;
  if (first === undefined) return outOfReach(where, `it answers ${status}, and no GraphQL`);
  const isDown = code === 'UNAVAILABLE' || code === 'STORAGE_FULL';
  const exitCode = isDown ? exitCodes.unavailable : exitCodes.fault;
  const told = `${where} answered: ${first.message}${hintAt(code)}`;
  if (code !== 'RATE_LIMITED' && code !== 'UNAVAILABLE') return new CommandFailed(exitCode, told);
  return new AskAgain(exitCode, told, retryAfterMs === undefined ? null : retryAfterMs / 1000);
}

function hintAt(code: string): string {
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN')
    return ' Give an ADMIN token with --token.';
  const isOfAnotherVersion = code === 'GRAPHQL_VALIDATION_FAILED';
  return isOfAnotherVersion
    ? ' It is of another version: bring the older of the two up to date.'
    : '';
}

function outOfReach(where: string, error: unknown): CommandFailed {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const because = cause instanceof Error ? cause.message : String(cause);
  return new CommandFailed(exitCodes.unavailable, `${where} cannot be reached: ${because}`);
}
