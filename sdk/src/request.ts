import type { CallOptions, Connection } from './connect.ts';
import { NetworkError, RateLimitError, ResponseError, type ServerError } from './errors.ts';
import type { HttpResponse, Signal } from './host.ts';
import { type Watch, watchOver } from './watch.ts';

/** A question to the server: a document and its variables. */
export interface Question {
  readonly text: string;
  readonly variables: object;
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

/** Asks once, and reads the whole answer whatever its status is. */
export async function ask<Data>(
  connection: Connection,
  question: Question,
  { signal, timeoutMs = connection.timeoutMs }: CallOptions,
): Promise<Answer<Data>> {
  const request = await post(
    connection,
    question,
    'application/graphql-response+json, application/json',
  );
  const watch = watchOver(timeoutMs, signal);
  try {
    const response = await request(watch.signal);
    return answerIn<Data>(question, response, await response.text());
  } catch (error) {
    throw whyItFailed(error, question, { watch, signal });
  } finally {
    watch.end();
  }
}

/** The request for a question, ready to be sent. */
export async function post(
  { url, token, fetch }: Connection,
  question: Question,
  accept: string,
): Promise<(signal: Signal) => Promise<HttpResponse>> {
  const proof = typeof token === 'function' ? await token() : token;
  const headers = {
    accept,
    'content-type': 'application/json',
    ...(proof && { authorization: `Bearer ${proof}` }),
  };
  const body = JSON.stringify({
    query: question.text,
    operationName: operationIn(question),
    variables: question.variables,
  });
  return (signal) => fetch(url, { method: 'POST', headers, body, signal });
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
  const facts = { code, status, requestId, errors };
  const name = nameOf(question);
  if (code !== 'RATE_LIMITED') throw new ResponseError(name, facts);
  throw new RateLimitError(name, facts, waitIn(headers.get('retry-after')));
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
  { watch, signal }: { readonly watch: Watch; readonly signal: Signal | undefined },
): unknown {
  if (error instanceof ResponseError) return error;
  if (signal?.aborted) return signal.reason;
  return new NetworkError(nameOf(question), { timedOut: watch.expired, cause: error });
}

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
  return status === 502 || status === 503 || status === 504 ? 'UNAVAILABLE' : 'NOT_GRAPHQL';
}

/** The header Retry-After, in milliseconds; both its forms. */
function waitIn(retryAfter: string | null): number | undefined {
  if (retryAfter === null) return undefined;
  const seconds = Number(retryAfter);
  const ms = Number.isNaN(seconds) ? Date.parse(retryAfter) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
