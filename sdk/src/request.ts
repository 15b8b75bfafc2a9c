import { addressOf, isUnknown } from './by-hash.ts';
import type { CallOptions, Connection } from './connect.ts';
import { NetworkError, RateLimitError, ResponseError, type ServerError } from './errors.ts';
import type { HttpResponse, Signal } from './host.ts';
import { patience } from './patience.ts';
import { uniqueName } from './unique-name.ts';
import { pause, type Watch, watchOver, within } from './watch.ts';

/** A question to the server: a document and its variables. */
export interface Question {
  readonly text: string;
  readonly variables: object;
  /** Whether it may be asked again when nobody knows what became of it. */
  readonly isRepeatable?: boolean;
  /** Whether the document is the SDK's own: a server to which it makes no sense is of another version. */
  readonly isOurs?: boolean;
}

/** What a server answers under GraphQL. */
interface GraphQLAnswer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly ServerError[];
}

/** The data of an answer without errors, and the request as the server's log has it. */
export interface Answer<Data> {
  readonly data: Data;
  readonly requestId: string | undefined;
}

/** One sending of a question, and what becomes of it. */
export interface Sending {
  readonly accept: string;
  readonly watch: Watch;
  /** The caller's own signal. */
  readonly signal: Signal | undefined;
  /** The token that was not taken the last time. */
  readonly refused: string | undefined;
  /** The token shown this time. */
  token?: string | undefined;
  /** The request as the server's log has it, from when it leaves on; empty where the server names it. */
  requestId?: string;
}

/** Asks until there is an answer, or asking again is in vain. */
export async function ask<Data>(
  connection: Connection,
  question: Question,
  { signal, timeoutMs = connection.timeoutMs, retries = connection.retries }: CallOptions,
): Promise<Answer<Data>> {
  const accept = 'application/graphql-response+json, application/json';
  const watch = watchOver(timeoutMs, signal);
  const end = Date.now() + timeoutMs;
  watch.wait();
  try {
    for (let failures = 0, hasRenewed = false, refused: string | undefined; ; ) {
      const sending: Sending = { accept, watch, signal, refused };
      try {
        return await once<Data>(connection, question, sending);
      } catch (error) {
        refused = hasRenewed ? undefined : renewable(error, connection, sending);
        hasRenewed ||= refused !== undefined;
        if (refused !== undefined || isUnknown(connection, question, error)) continue;
        const repeats = failures < retries && (question.isRepeatable || isLimit(error));
        const wait = repeats ? patience(error, failures) : undefined;
        if (wait === undefined || Date.now() + wait > end) throw error;
        await pause(wait, watch.signal);
        failures += 1;
      }
    }
  } finally {
    watch.end();
  }
}

/** Sends a question. Answers with the head of the response; its body is still to come. */
export async function send(
  connection: Connection,
  question: Question,
  sending: Sending,
): Promise<HttpResponse> {
  const { url, fetch, headers: own, token } = connection;
  const { accept, refused, watch } = sending;
  const { signal } = watch;
  sending.token = (await within(watch.signal, token(refused))) ?? undefined;
  const common = {
    ...(await within(signal, own())),
    accept,
    ...(sending.token && { authorization: `Bearer ${sending.token}` }),
  };
  const address = await addressOf(connection, question, operationIn(question));
  // A browser would ask first whether a name of ours may be sent to another origin.
  sending.requestId = address ? '' : uniqueName();
  if (address) return within(signal, fetch(address, { method: 'GET', headers: common, signal }));
  const headers = {
    ...common,
    'content-type': 'application/json',
    'x-request-id': sending.requestId,
  };
  const body = JSON.stringify({
    query: question.text,
    operationName: operationIn(question),
    variables: question.variables,
  });
  return within(signal, fetch(url, { method: 'POST', headers, body, signal }));
}

/** The token that was not taken, where another may be had for it. */
export function renewable(
  error: unknown,
  { renews }: Connection,
  { token }: Sending,
): string | undefined {
  const isRefused = error instanceof ResponseError && error.code === 'UNAUTHENTICATED';
  return isRefused && renews ? token : undefined;
}

/** Reads one answer. @throws ResponseError where it holds anything but data. */
export function answerIn<Data>(
  question: Question,
  { status, headers }: Pick<HttpResponse, 'status' | 'headers'>,
  body: string,
): Answer<Data> {
  const answer = parsed<Data>(body);
  const errors = answer?.errors ?? [];
  const first = errors[0]?.extensions;
  const requestId = headers.get('x-request-id') ?? first?.requestId;
  if (answer?.data && errors.length === 0) return { data: answer.data, requestId };

  const code = first?.code ?? codeOf(status);
  const facts = {
    code,
    status,
    requestId,
    errors,
    // A stream has no headers left for an error in its middle.
    retryAfterMs: waitIn(headers.get('retry-after') ?? first?.retryAfter),
    isOfAnotherVersion: question.isOurs && code === 'GRAPHQL_VALIDATION_FAILED',
  };
  const Failure = code === 'RATE_LIMITED' ? RateLimitError : ResponseError;
  throw new Failure(nameOf(question), facts);
}

/** What an error calls the question. */
export const nameOf = (question: Pick<Question, 'text'>): string =>
  operationIn(question) ?? 'The request';

/** What the one field of an operation answers. */
export function rootOf<Data extends object>(data: Data): Data[keyof Data] {
  const [field] = Object.keys(data) as (keyof Data)[];
  return data[field as keyof Data];
}

/** The error a caller sees: what the caller gave up with, ours as it is, and anything else as the network's. */
export function whyItFailed(
  error: unknown,
  question: Question,
  { watch, signal, requestId }: Sending,
): unknown {
  if (error instanceof ResponseError) return error;
  if (signal?.aborted) return signal.reason;
  // Before a request leaves, only the program's own functions can fail.
  if (requestId === undefined && !watch.expired) return error;
  return new NetworkError(nameOf(question), {
    timedOut: watch.expired,
    cause: error,
    requestId: requestId || undefined,
  });
}

async function once<Data>(
  connection: Connection,
  question: Question,
  sending: Sending,
): Promise<Answer<Data>> {
  try {
    const response = await send(connection, question, sending);
    const body = await within(sending.watch.signal, response.text());
    return answerIn<Data>(question, response, body);
  } catch (error) {
    throw whyItFailed(error, question, sending);
  }
}

// Who is told to wait has not been served: asking again repeats nothing.
const isLimit = (error: unknown): boolean => error instanceof RateLimitError;

const operationIn = ({ text }: Pick<Question, 'text'>): string | undefined =>
  /^\s*(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1];

function parsed<Data>(body: string): GraphQLAnswer<Data> | undefined {
  try {
    const answer: unknown = JSON.parse(body);
    return isAnswer<Data>(answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

function isAnswer<Data>(answer: unknown): answer is GraphQLAnswer<Data> {
  return typeof answer === 'object' && answer !== null && ('data' in answer || 'errors' in answer);
}

/** What a status says where the body says nothing: proxies and limits in front of the server. */
function codeOf(status: number): string {
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 429) return 'RATE_LIMITED';
  return status >= 500 ? 'UNAVAILABLE' : 'NOT_GRAPHQL';
}

/** What Retry-After says, in milliseconds; both its forms. */
function waitIn(retryAfter: string | number | undefined): number | undefined {
  if (retryAfter === undefined) return undefined;
  const seconds = Number(retryAfter);
  const ms = Number.isNaN(seconds) ? Date.parse(String(retryAfter)) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
