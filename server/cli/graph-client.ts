import { request as httpRequest } from 'node:http';
import { CommandFailed, exitCodes } from './exit.ts';

/** Asks the graph of a running server. */
export interface GraphClient {
  readonly where: string;
  /** The data of the answer; anything else ends the command. */
  ask(query: string, variables: object, signal?: AbortSignal): Promise<unknown>;
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
export function socketClient(socketPath: string): GraphClient {
  return graphClient(`the server at ${socketPath}`, (body, signal) =>
    postToSocket(socketPath, body, signal),
  );
}

/** A server anywhere, asked with a token. */
export function urlClient(url: string, token: string | undefined): GraphClient {
  const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return graphClient(url, async (body, signal) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, ...authorization },
      body,
      ...(signal && { signal }),
    });
    return response.text();
  });
}

const headers = { 'content-type': 'application/json', accept: 'application/json' };

type Post = (body: string, signal: AbortSignal | undefined) => Promise<string>;

function graphClient(where: string, post: Post): GraphClient {
  return {
    where,
    async ask(query, variables, signal) {
      const text = await post(JSON.stringify({ query, variables }), signal).catch(
        (error: unknown) => {
          if (signal?.aborted) throw signal.reason;
          throw outOfReach(where, error);
        },
      );
      return dataOf(text, where);
    },
  };
}

function dataOf(text: string, where: string): unknown {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw outOfReach(where, error);
  }
  if (typeof answer !== 'object' || answer === null)
    throw outOfReach(where, 'no answer of a graph');
  const errors: unknown = 'errors' in answer ? answer.errors : undefined;
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (first !== undefined) throw answeredWith(first, where);
  return 'data' in answer ? answer.data : undefined;
}

function answeredWith(error: unknown, where: string): CommandFailed {
  const { message, extensions } = Object(error);
  const { code, retryAfter } = Object(extensions);
  const isDenied = code === 'UNAUTHENTICATED' || code === 'FORBIDDEN';
  const isDown = code === 'UNAVAILABLE' || code === 'STORAGE_FULL';
  const hint = isDenied ? ' Give an ADMIN token with --token.' : '';
  const exitCode = isDown ? exitCodes.unavailable : exitCodes.fault;
  const told = `${where} answered: ${message}${hint}`;
  if (code !== 'RATE_LIMITED' && code !== 'UNAVAILABLE') return new CommandFailed(exitCode, told);
  return new AskAgain(exitCode, told, typeof retryAfter === 'number' ? retryAfter : null);
}

function outOfReach(where: string, error: unknown): CommandFailed {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const because = cause instanceof Error ? cause.message : String(cause);
  return new CommandFailed(exitCodes.unavailable, `${where} cannot be reached: ${because}`);
}

function postToSocket(
  socketPath: string,
  body: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      socketPath,
      path: '/graphql',
      method: 'POST',
      headers,
      ...(signal && { signal }),
    };
    const request = httpRequest(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve(text)).on('error', reject);
    });
    request.on('error', reject).end(body);
  });
}
