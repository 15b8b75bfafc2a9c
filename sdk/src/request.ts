import { type CallOptions, type Connection, refuseOthers } from './connect.ts';
import { NetworkError, RateLimitError, ResponseError, type ServerError } from './errors.ts';
import type { HttpResponse, Signal } from './host.ts';
import { patience } from './patience.ts';
import { told } from './told.ts';
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
  readonly url: string;
  readonly accept: string;
  readonly watch: Watch;
  /** The caller's own signal. */
  readonly signal: Signal | undefined;
  /** The token that was not taken the last time. */
  readonly refused: string | undefined;
  /** The token shown this time. */
  token?: string | undefined;
  /** The request as the server's log has it, from when it leaves on. */
  requestId?: string;
}

/** Asks until there is an answer, or asking again is in vain. */
export async function ask<Data>(
  connection: Connection,
  question: Question,
  {
    signal,
    timeoutMs = connection.timeoutMs,
    retries = connection.retries,
    ...others
  }: CallOptions,
): Promise<Answer<Data>> {
  refuseOthers('A call', others);
  const accept = 'application/graphql-response+json, application/json';
  const watch = watchOver(timeoutMs, signal);
  const end = Date.now() + timeoutMs;
  watch.wait();
  try {
    for (let failures = 0, hasRenewed = false, refused: string | undefined; ; ) {
      const sending: Sending = { url: connection.url, accept, watch, signal, refused };
      try {
        return await once<Data>(connection, question, sending);
      } catch (error) {
        refused = hasRenewed ? undefined : renewable(error, connection, sending);
        hasRenewed ||= refused !== undefined;
        if (refused !== undefined) continue;
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
  { url, fetch, token }: Connection,
  question: Question,
  sending: Sending,
): Promise<HttpResponse> {
  const { accept, refused, watch } = sending;
  assertDeclared(question);
  sending.token = (await within(watch.signal, token(refused))) ?? undefined;
  sending.requestId = uniqueName();
  const headers = {
    accept,
    'content-type': 'application/json',
    'x-request-id': sending.requestId,
    ...(sending.token && { authorization: `Bearer ${sending.token}` }),
  };
  const body = JSON.stringify({
    query: question.text,
    operationName: nameOf(question),
    variables: question.variables,
  });
  const { signal } = watch;
  return within(signal, fetch(url, { method: 'POST', headers, body, signal }));
}

/** Passes when an operation of ours has all these variables: a misspelt filter would be answered with everything. @throws TypeError */
function assertDeclared({ isOurs, text, variables }: Question): void {
  const others = Object.entries(variables).filter(([name]) => !text.includes(`$${name}:`));
  if (isOurs) refuseOthers(nameOf({ text }) ?? 'live', Object.fromEntries(others));
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

/** An answer that is read. */
interface ReadResponse extends Pick<HttpResponse, 'status' | 'headers'> {
  readonly text: string;
}

/** Reads one answer. @throws ResponseError where it holds anything but data. */
export function answerIn<Data>(
  question: Question,
  { url, token }: Sending,
  { status, headers, text }: ReadResponse,
): Answer<Data> {
  const answer = parsed<Data>(text);
  const errors = answer?.errors ?? [];
  const [error] = errors;
  const first = error?.extensions;
  const requestId = headers.get('x-request-id') ?? first?.requestId;
  if (answer?.data && errors.length === 0) return { data: answer.data, requestId };

  const code = first?.code ?? codeOf(status);
  const said = error?.message ?? notGraphQL(url, status);
  const facts = {
    code,
    message: told(code === 'UNAUTHENTICATED' ? firstSentence(said) : said, {
      variables: question.variables,
      token,
      hint: hintAt(code, question, token),
    }),
    status,
    requestId,
    errors,
    // A stream has no headers left for an error in its middle.
    retryAfterMs: waitIn(headers.get('retry-after') ?? first?.retryAfter),
  };
  const Failure = code === 'RATE_LIMITED' ? RateLimitError : ResponseError;
  throw new Failure(nameOf(question), facts);
}

/** What is said of an answer that is none of a record. */
export const notGraphQL = (url: string, status: number): string =>
  `What answers at ${placeOf(url)} is no GraphQL (status ${status}): the url is that of the endpoint, as in https://record.example/graphql.`;

/** An address without what may be secret in it. */
const placeOf = (url: string): string => url.replace(/[?#].*/s, '').replace(/\/\/[^/]*@/, '//');

// What follows it is for those who ask by other means.
const firstSentence = (said: string): string => said.replace(/(\.) .*/s, '$1');

function hintAt(code: string, { isOurs }: Question, token: string | undefined): string {
  if (code === 'UNAUTHENTICATED')
    return ` Give ${token ? 'another' : 'one'}: createClient({ token }).`;
  return isOurs && code === 'GRAPHQL_VALIDATION_FAILED'
    ? ' The server is of another version than this SDK: bring the older of them up to date.'
    : '';
}

/** What an error calls the question. */
export const nameOf = ({ text }: Pick<Question, 'text'>): string | undefined =>
  /^\s*(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1];

/** What the one field of an operation answers. */
export function rootOf<Data extends object>(data: Data): Data[keyof Data] {
  const [field] = Object.keys(data) as (keyof Data)[];
  return data[field as keyof Data];
}

/** The error a caller sees: what the caller gave up with, ours as it is, and anything else as the network's. */
export function whyItFailed(
  error: unknown,
  question: Question,
  { url, watch, signal, requestId, token }: Sending,
): unknown {
  if (error instanceof ResponseError) return error;
  if (signal?.aborted) return signal.reason;
  // Before a request leaves, only the program's own token function can fail.
  if (requestId === undefined && !watch.expired) return error;
  const timedOut = watch.expired;
  const said = timedOut ? 'did not answer in time' : `cannot be reached: ${reasonOf(error)}`;
  return new NetworkError(
    told(`${placeOf(url)} ${said}.`, { variables: question.variables, token }),
    { operation: nameOf(question), timedOut, cause: error, requestId },
  );
}

/** What the host says at the bottom of it: its own errors say no more than that fetching failed. */
function reasonOf(error: unknown, depth = 5): string {
  const { cause, code, errors, message }: Thrown = Object(error);
  const inner = cause ?? errors?.[0];
  if (inner && depth > 0) return reasonOf(inner, depth - 1);
  const reason = String(message ?? error);
  return code && !reason.includes(code) ? `${code}: ${reason}` : reason;
}

/** What hosts throw. */
interface Thrown {
  readonly cause?: unknown;
  readonly code?: string;
  readonly errors?: readonly unknown[];
  readonly message?: string;
}

async function once<Data>(
  connection: Connection,
  question: Question,
  sending: Sending,
): Promise<Answer<Data>> {
  try {
    const response = await send(connection, question, sending);
    const { status, headers } = response;
    const text = await within(sending.watch.signal, response.text());
    return answerIn<Data>(question, sending, { status, headers, text });
  } catch (error) {
    throw whyItFailed(error, question, sending);
  }
}

// Who is told to wait has not been served: asking again repeats nothing.
const isLimit = (error: unknown): boolean => error instanceof RateLimitError;

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
