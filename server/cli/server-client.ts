import { existsSync } from 'node:fs';
import { socketOf } from '../../db/file/startup-error.ts';
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

/** The server answered, and cannot carry out this one request, whoever asks and whenever: others it may. */
export class RequestRefused extends CommandFailed {
  constructor(message: string) {
    super(exitCodes.fault, message);
    this.name = 'RequestRefused';
  }
}

const ofTheRequest: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'QUERY_TOO_COMPLEX',
  'CONFLICT',
  'INTERNAL',
]);

/** What is known of a request that may be answered later. */
interface LaterFacts {
  /** In how many seconds, where the server says so. */
  readonly retryAfterS?: number | null;
  /** Whether more was asked than is allowed in a time; otherwise the server is away. */
  readonly isLimit?: boolean;
  /** Whether it may have come to the server, and have been carried out. */
  readonly mayHaveCome: boolean;
  /** Whether what answered is no server of ours, such as a proxy before one, or anything at a wrong address. */
  readonly isOfNoServer?: boolean;
}

/** The server does not carry it out now: later it may. */
export class AskAgain extends CommandFailed {
  readonly retryAfterS: number | null;
  readonly isLimit: boolean;
  readonly mayHaveCome: boolean;
  readonly isOfNoServer: boolean;

  constructor(exitCode: number, message: string, facts: LaterFacts) {
    super(exitCode, message);
    this.name = 'AskAgain';
    this.retryAfterS = facts.retryAfterS ?? null;
    this.isLimit = facts.isLimit ?? false;
    this.mayHaveCome = facts.mayHaveCome;
    this.isOfNoServer = facts.isOfNoServer ?? false;
  }

  /** How a command ends that has asked again until it gave up. */
  inVain(): CommandFailed {
    const advice =
      'It did not come back in half a minute. What was written stays: when it is back, give the command again.';
    return new CommandFailed(this.exitCode, `${this.message}\n${advice}`);
  }
}

/** The server that owns a database file, asked over the socket beside it. */
export function socketClient(socketPath: string): ServerClient {
  // The host is anybody's: the socket is where it goes.
  const options = { url: 'http://localhost/graphql', fetch: socketFetch(socketPath) };
  return serverClient(`the server at ${socketPath}`, createClient({ ...options, ...patience }));
}

/** The server that listens beside the database at `path`; null where none answers. */
export async function serverBeside(path: string): Promise<ServerClient | null> {
  const socket = socketOf(path);
  if (socket === null || !existsSync(socket)) return null;
  const client = socketClient(socket);
  try {
    await client.ask((record) => record.viewer());
    return client;
  } catch (error) {
    // Left behind by a server that was killed.
    if (error instanceof CommandFailed) return null;
    throw error;
  }
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
    return new CommandFailed(exitCodes.fault, error.message);
  }
  if (error instanceof ResponseError) return answeredWith(error, where);
  if (error instanceof NetworkError) {
    return outOfReach(where, error.cause, { mayHaveCome: !neverLeft(error.cause) });
  }
  return error;
}

const neverConnected: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Whether no connection came about, so that the request cannot have come to any server. */
function neverLeft(cause: unknown): boolean {
  const told = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  const { code, syscall } = Object(told);
  return syscall === 'connect' || neverConnected.has(code);
}

function answeredWith(error: ResponseError, where: string): CommandFailed {
  const { code, message, retryAfterMs, serverErrors, status } = error;
  const retryAfterS = retryAfterMs === undefined ? null : retryAfterMs / 1000;
  if (serverErrors.length === 0) {
    const facts = { retryAfterS, mayHaveCome: true, isOfNoServer: status < 500 };
    return outOfReach(where, `it answers ${status}, and no GraphQL`, facts);
  }
  const isDown = code === 'UNAVAILABLE' || code === 'STORAGE_FULL';
  const exitCode = isDown ? exitCodes.unavailable : exitCodes.fault;
  const told = `${where} answered: ${hinted(code, message)}`;
  if (ofTheRequest.has(code)) return new RequestRefused(told);
  const isLimit = code === 'RATE_LIMITED';
  if (!isLimit && code !== 'UNAVAILABLE') return new CommandFailed(exitCode, told);
  return new AskAgain(exitCode, told, { retryAfterS, isLimit, mayHaveCome: !isLimit });
}

/** The server's sentence with how a token is given here, in the place of how a program of the SDK gives one. */
function hinted(code: string, message: string): string {
  const isOfToken = code === 'UNAUTHENTICATED' || code === 'FORBIDDEN';
  const sentence = message.replace(/ Give one: createClient\(\{ token \}\)\.$/, '');
  return isOfToken ? `${sentence} Give an ADMIN token with --token.` : sentence;
}

function outOfReach(where: string, error: unknown, facts: LaterFacts): AskAgain {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const because = cause instanceof Error ? cause.message : String(cause);
  return new AskAgain(exitCodes.unavailable, `${where} cannot be reached: ${because}`, facts);
}
