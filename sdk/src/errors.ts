import type { Refusal } from './generated/refusals.ts';

/**
 * What a server says went wrong. The list is open: a newer server may know more.
 * @example const isTransient = (code: ErrorCode) => code === 'UNAVAILABLE' || code === 'RATE_LIMITED';
 */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'CURSOR_INVALID'
  | 'CURSOR_EXPIRED'
  | 'QUERY_TOO_COMPLEX'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'RATE_LIMITED'
  | 'CONFLICT'
  | 'STORAGE_FULL'
  | 'UNAVAILABLE'
  | 'INTERNAL'
  /** What answered does not speak GraphQL: another address, or a proxy's own page. */
  | 'NOT_GRAPHQL'
  | (string & Record<never, never>);

/**
 * One of the errors of an answer, as the server wrote it.
 * @example const messages = error.serverErrors.map(({ message }: ServerError) => message);
 */
export interface ServerError {
  readonly message: string;
  readonly path?: ReadonlyArray<string | number> | undefined;
  readonly extensions?:
    | {
        readonly code?: string;
        readonly requestId?: string;
        /** Of a cursor that is too old, the oldest that will do. */
        readonly oldest?: string;
        /** How many seconds the server wants to be left alone. */
        readonly retryAfter?: number;
      }
    | undefined;
}

class Refused<Of extends Refusal> extends Error {
  override readonly name = 'RefusedError';
  /** Why, in a word: narrows `refusal` to the facts of that case. */
  readonly code: Of['code'];
  /** The request, as the server's log has it. */
  readonly requestId: string | undefined;
  readonly #refusal: Of;

  constructor(operation: string, refusal: Of, requestId: string | undefined) {
    const place = refusal.path?.length ? ` at ${refusal.path.join('.')}` : '';
    super(`${operation} was refused: ${refusal.code}${place}.`);
    this.code = refusal.code;
    this.requestId = requestId;
    this.#refusal = refusal;
  }

  /** What the record answered, with its facts. It may quote what was sent, so no log prints it by itself. */
  get refusal(): Of {
    return this.#refusal;
  }
}

type RefusedWith<Of extends Refusal> = Of extends Refusal ? Refused<Of> : never;

/**
 * The record refused a change, and says why.
 * @example
 * try {
 *   await record.recordStance(input);
 * } catch (error) {
 *   if (error instanceof RefusedError && error.code === 'QUOTE_AMBIGUOUS') choose(error.refusal.places);
 *   else throw error;
 * }
 */
export type RefusedError = RefusedWith<Refusal>;
export const RefusedError = Refused as {
  new (operation: string, refusal: Refusal, requestId: string | undefined): RefusedError;
  readonly prototype: RefusedError;
};

/**
 * The server answered with an error in place of the data.
 * @example if (error instanceof ResponseError && error.code === 'UNAUTHENTICATED') signIn();
 */
export class ResponseError extends Error {
  override readonly name: string = 'ResponseError';
  readonly code: ErrorCode;
  /** The HTTP status. */
  readonly status: number;
  /** The request, as the server's log has it. */
  readonly requestId: string | undefined;
  /** How long the server wants to be left alone, in milliseconds, where it says so. */
  readonly retryAfterMs: number | undefined;
  readonly #serverErrors: readonly ServerError[];

  constructor(operation: string, facts: ResponseFacts) {
    const { code, status, requestId, retryAfterMs, errors = [] } = facts;
    const hint = facts.isOfAnotherVersion
      ? ' The server is of another version than this SDK: bring the older of them up to date.'
      : '';
    super(`${operation} failed: ${code} (status ${status}${named(requestId)}).${hint}`);
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.retryAfterMs = retryAfterMs;
    this.#serverErrors = errors;
  }

  /** The server's own words. They may quote what was sent, so no log prints them by itself. */
  get serverErrors(): readonly ServerError[] {
    return this.#serverErrors;
  }
}

/** What is known of an answer that went wrong. */
export interface ResponseFacts {
  readonly code: ErrorCode;
  readonly status: number;
  readonly requestId?: string | undefined;
  readonly errors?: readonly ServerError[];
  readonly retryAfterMs?: number | undefined;
  /** Whether the server does not understand what the SDK itself wrote. */
  readonly isOfAnotherVersion?: boolean | undefined;
}

/**
 * Too many requests, and the wait was longer than the call may take. `retryAfterMs` says when the server wants to be
 * asked again, where it says so.
 * @example if (error instanceof RateLimitError) await sleep(error.retryAfterMs ?? 1000);
 */
export class RateLimitError extends ResponseError {
  override readonly name = 'RateLimitError';
}

/**
 * No whole answer came: the server is away, the line broke, or the time ran out. `cause` has what the host says.
 * A change may have been carried out all the same. Where that matters, give it an `idempotencyKey` of yours and send it
 * again: it is carried out once.
 * @example if (error instanceof NetworkError && error.timedOut) showThatItIsSlow();
 */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  /** Whether the time ran out. */
  readonly timedOut: boolean;
  /** The request, as the server's log has it if it came so far; undefined where it never left. */
  readonly requestId: string | undefined;

  constructor(operation: string, { timedOut, requestId, cause }: NetworkFacts) {
    const why = timedOut ? 'the time ran out' : 'the connection failed';
    super(`${operation} got no answer: ${why}${named(requestId)}.`, { cause });
    this.timedOut = timedOut;
    this.requestId = requestId;
  }
}

/** What is known of an answer that did not come. */
interface NetworkFacts {
  readonly timedOut: boolean;
  readonly requestId: string | undefined;
  readonly cause: unknown;
}

/**
 * A feed ended for a reason that no new connection heals: its cursor is none of this record's, or you may not listen.
 * `cause` is the server's answer.
 * @example if (error instanceof FeedError && error.code === 'CURSOR_EXPIRED') await readEverythingAnew();
 */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: ErrorCode;
  /** The cursor of the last event that your loop was done with. */
  readonly cursor: string | undefined;
  /** With `CURSOR_EXPIRED`, the oldest cursor that the server still goes on from. What came before is not told any more. */
  readonly oldest: string | undefined;
  /** The request, as the server's log has it. */
  readonly requestId: string | undefined;

  constructor(operation: string, cause: ResponseError, cursor: string | undefined) {
    super(`The feed ${operation} ended: ${cause.code}${named(cause.requestId)}.`, { cause });
    this.code = cause.code;
    this.cursor = cursor;
    this.oldest = cause.serverErrors[0]?.extensions?.oldest;
    this.requestId = cause.requestId;
  }
}

const named = (requestId: string | undefined): string =>
  requestId === undefined ? '' : `, request ${requestId}`;
