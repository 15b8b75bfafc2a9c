import { NetworkError, RateLimitError, ResponseError, type ServerError } from './errors.ts';
import type { HttpResponse, Signal } from './host.ts';
import { told } from './told.ts';
import type { Watch } from './watch.ts';

/** A question to the server: a document and its variables. */
export interface Question {
  readonly text: string;
  readonly variables: object;
  /** Whether it may be asked again when nobody knows what became of it. */
  readonly isRepeatable?: boolean;
  /** Whether the document is the SDK's own: a server to which it makes no sense is of another version. */
  readonly isOurs?: boolean;
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
  /** The request as the server's log has it, from when it leaves on; empty where the server names it. */
  requestId?: string;
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

/** An answer that is read. */
interface ReadResponse {
  readonly response: Pick<HttpResponse, 'status' | 'headers'>;
  readonly text: string;
}

/** Reads one answer. @throws ResponseError where it holds anything but data. */
export function answerIn<Data>(
  question: Question,
  { url, token, requestId: sent }: Sending,
  { response: { status, headers }, text }: ReadResponse,
): Answer<Data> {
  const answer = parsed<Data>(text);
  const errors = answer?.errors ?? [];
  const [error] = errors;
  const first = error?.extensions;
  const requestId = headers.get('x-request-id') ?? first?.requestId ?? (sent || undefined);
  if (answer?.data && errors.length === 0) return { data: answer.data, requestId };

  const code = first?.code ?? codeOf(status);
  const said = error?.message ?? notGraphQL(url, status);
  const facts = {
    code,
    message: told(code === 'UNAUTHENTICATED' ? firstSentence(said) : said, {
      variables: question.variables,
      token,
      hint: hintAt(code, question),
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

const notGraphQL = (url: string, status: number): string =>
  `What answers at ${placeOf(url)} is no GraphQL (status ${status}): give the url of a GraphQL endpoint.`;

/** An address without what may be secret in it. */
const placeOf = (url: string): string => url.replace(/(?<=\/\/)[^/?#]*@|[?#].*/gs, '');

// What follows it is for those who ask by other means.
const firstSentence = (said: string): string => said.replace(/(\.) .*/s, '$1');

function hintAt(code: string, { isOurs }: Question): string {
  if (code === 'UNAUTHENTICATED') return ' Give one: createClient({ token }).';
  return isOurs && code === 'GRAPHQL_VALIDATION_FAILED'
    ? ' The server is of another version than this SDK.'
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
  // Before a request leaves, only the program's own functions can fail.
  if (requestId === undefined && !watch.expired) return error;
  const timedOut = watch.expired;
  const said = timedOut ? 'did not answer in time' : `cannot be reached: ${reasonOf(error)}`;
  return new NetworkError(
    told(`${placeOf(url)} ${said}.`, { variables: question.variables, token }),
    { operation: nameOf(question), timedOut, cause: error, requestId: requestId || undefined },
  );
}

/** What the host says at the bottom of it: its own errors say no more than that fetching failed. */
function reasonOf(error: unknown): string {
  const { cause, code, errors, message }: Thrown = Object(error);
  const inner = cause ?? errors?.[0];
  if (inner) return reasonOf(inner);
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

function parsed<Data>(body: string): GraphQLAnswer<Data> | undefined {
  try {
    const answer = JSON.parse(body);
    // Of what is no object this throws.
    return 'data' in answer || 'errors' in answer ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** What a status says where the body says nothing: proxies and limits in front of the server. */
const codeOf = (status: number): string =>
  codes[status] ?? (status >= 500 ? 'UNAVAILABLE' : 'NOT_GRAPHQL');

const codes: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'RATE_LIMITED',
};

/** What Retry-After says, in milliseconds, in both its forms; undefined where it says nothing. */
function waitIn(retryAfter: string | number | undefined): number | undefined {
  const seconds = Number(retryAfter);
  const ms = Number.isNaN(seconds) ? Date.parse(String(retryAfter)) - Date.now() : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
