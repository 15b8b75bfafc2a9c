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

/** What a log may keep of an error. */
interface Loggable {
  readonly name: string;
  readonly message: string;
  readonly code?: string | undefined;
  readonly status?: number | undefined;
  readonly operation: string | undefined;
  readonly requestId: string | undefined;
}

/** What all of these errors have. */
class Failure<Facts extends FailureFacts = FailureFacts> extends Error {
  /** What was asked: `claims`; undefined for a document of your own without a name. */
  declare readonly operation: string | undefined;
  /** The request, as the server's log has it. */
  declare readonly requestId: string | undefined;

  /** Has all of the facts as its own. */
  constructor(message: string, facts: Facts) {
    super(message, facts);
    Object.assign(this, facts);
  }

  /** What a log may keep: nothing of what was sent but what the message says. */
  toJSON(): Loggable {
    const { name, message, code, status, operation, requestId }: Loggable = this;
    return { name, message, code, status, operation, requestId };
  }
}

/** Where an error comes from. */
interface FailureFacts {
  readonly operation: string | undefined;
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
  /** What else an error of its kind tells. */
  readonly [fact: string]: unknown;
}

/** What is known of a refusal beside what the record says. */
interface RefusedFacts {
  readonly requestId: string | undefined;
  /** The sentence of the record as an error may tell it; its own, unless given. */
  readonly message?: string;
}

const Refused = class RefusedError<Of extends Refusal> extends Failure {
  override readonly name = 'RefusedError';
  /** Why, in a word: narrows `refusal` to the facts of that case. */
  declare readonly code: Of['code'];
  /** What the record answered, with its facts. It may quote what was sent, so no log prints it by itself. */
  declare readonly refusal: Of;

  constructor(
    operation: string | undefined,
    refusal: Of,
    { requestId, message = refusal.message }: RefusedFacts,
  ) {
    super(message, { operation, requestId, code: refusal.code });
    // Not enumerable: what prints an error leaves it out.
    Object.defineProperty(this, 'refusal', { value: refusal });
  }
};
type Refused<Of extends Refusal> = InstanceType<typeof Refused<Of>>;

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
  new (operation: string | undefined, refusal: Refusal, facts: RefusedFacts): RefusedError;
  readonly prototype: RefusedError;
};

/**
 * The server answered with an error in place of the data.
 * @example if (error instanceof ResponseError && error.code === 'UNAUTHENTICATED') signIn();
 */
export class ResponseError extends Failure {
  override readonly name: string = 'ResponseError';
  declare readonly code: ErrorCode;
  /** The HTTP status. */
  declare readonly status: number;
  /** How long the server wants to be left alone, in milliseconds, where it says so. */
  declare readonly retryAfterMs: number | undefined;
  readonly #serverErrors: readonly ServerError[];

  constructor(operation: string | undefined, { message, errors = [], ...facts }: ResponseFacts) {
    super(message, { operation, ...facts });
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
  readonly message: string;
  readonly status: number;
  readonly requestId?: string | undefined;
  readonly errors?: readonly ServerError[];
  readonly retryAfterMs?: number | undefined;
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
export class NetworkError extends Failure<NetworkFacts> {
  override readonly name = 'NetworkError';
  /** Whether the time ran out. */
  declare readonly timedOut: boolean;
}

/** What is known of an answer that did not come. */
interface NetworkFacts extends FailureFacts {
  readonly timedOut: boolean;
}

/**
 * A feed ended for a reason that no new connection heals: its cursor is none of this record's, or you may not listen.
 * `cause` is the server's answer.
 * @example if (error instanceof FeedError && error.code === 'CURSOR_EXPIRED') await readEverythingAnew();
 */
export class FeedError extends Failure {
  override readonly name = 'FeedError';
  declare readonly code: ErrorCode;
  /** The cursor of the last event that your loop was done with. */
  declare readonly cursor: string | undefined;
  /** With `CURSOR_EXPIRED`, the oldest cursor that the server still goes on from. What came before is not told any more. */
  declare readonly oldest: string | undefined;

  constructor(operation: string | undefined, cause: ResponseError, cursor: string | undefined) {
    const { message, code, requestId, serverErrors } = cause;
    const oldest = serverErrors[0]?.extensions?.oldest;
    super(message, { operation, requestId, code, cursor, oldest, cause });
  }
}
