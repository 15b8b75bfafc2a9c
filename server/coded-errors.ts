import { GraphQLError, Kind } from 'graphql';
import { StorageDamaged, StorageError, StorageFull } from '../db/read/storage-error.ts';
import { RecordError } from '../db/rules/errors.ts';
import { type ErrorCode, errorCodes } from '../schema/coded.ts';
import { defaultLimits, type Limits } from './limits/limits.ts';
import type { Log } from './log.ts';
import { plainMessage } from './plain-message.ts';

const answeredCodes: ReadonlySet<string> = new Set(errorCodes);

/** HTTP's word for a code that stands for the whole request; 400 for all others. */
const statusOf: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  INTERNAL: 500,
  STORAGE_FULL: 507,
  UNAVAILABLE: 503,
};

export interface ErrorOptions {
  readonly log: Log;
  readonly production: boolean;
  /** Whether names are suggested, which tells what the schema holds; not in production, unless told so. */
  readonly suggestions?: boolean;
  readonly limits?: Pick<Limits, 'errors'>;
}

interface Answer {
  readonly errors?: readonly GraphQLError[];
  readonly data?: unknown;
}

/** Makes every error of a result fit to leave the server: it has a code and the request's id, and what was unexpected tells nothing else. */
export function createErrorCoder(options: ErrorOptions) {
  const { limits = defaultLimits, log, production, suggestions = !production } = options;
  const coded = (error: GraphQLError, requestId: string, isWhole = false): GraphQLError => {
    const { code, message } = faceOf(error);
    if (code === 'INTERNAL')
      log.error({ requestId, path: error.path, err: causeOf(error) }, 'unexpected error');
    if (causeOf(error) instanceof StorageDamaged) logDamage(log, error, requestId);
    // Those of a compiled query may have none.
    const { code: _code, http, ...facts } = error.extensions ?? {};
    const told = suggestions ? message : withoutSuggestion(message);
    return new GraphQLError(plainMessage(error, told), {
      ...placeOf(error),
      extensions: {
        ...(code === 'INTERNAL' ? {} : facts),
        code,
        requestId,
        ...(isWhole ? { http: http ?? httpOf(code) } : {}),
      },
    });
  };

  return {
    codeError: (error: GraphQLError, requestId: string) => coded(error, requestId),
    codeResult<Result extends Answer>(result: Result, requestId: string): Result {
      if (!result.errors?.length) return result;
      const isWhole = result.data === undefined;
      const errors = result.errors.slice(0, limits.errors);
      return { ...result, errors: errors.map((error) => coded(error, requestId, isWhole)) };
    },
  };
}
export type ErrorCoder = ReturnType<typeof createErrorCoder>;

/** What was thrown, as GraphQL tells of it. */
export function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

/** The code under which an error leaves the server. */
export const errorCodeOf = (error: GraphQLError): ErrorCode => faceOf(error).code;

interface Face {
  readonly code: ErrorCode;
  readonly message: string;
}

const unexpected: Face = {
  code: 'INTERNAL',
  message: 'The server failed at this. Its log tells more under the request id.',
};

/** What the client is told. */
function faceOf(error: GraphQLError): Face {
  const cause = causeOf(error);
  if (cause instanceof StorageFull) return { code: 'STORAGE_FULL', message: cause.message };
  if (cause instanceof StorageError) return { code: 'UNAVAILABLE', message: cause.message };
  if (cause instanceof RecordError) return { code: 'BAD_USER_INPUT', message: cause.message };
  const code = error.extensions?.code;
  if (isAnswered(code)) return { code, message: error.message };
  return isAskersFault(error, cause)
    ? { code: 'BAD_USER_INPUT', message: error.message }
    : unexpected;
}

/** What GraphQL and Yoga say of a request, having no code of ours: of its variables, arguments, operation name, method. */
function isAskersFault(error: GraphQLError, cause: unknown): boolean {
  if (error.nodes?.[0]?.kind === Kind.VARIABLE_DEFINITION) return true;
  if (!(cause instanceof GraphQLError)) return false;
  return error.path === undefined || cause.message.startsWith('Argument "');
}

/** What SQLite said of it stands in no answer. */
function logDamage(log: Log, error: GraphQLError, requestId: string): void {
  const { cause, code } = Object(causeOf(error));
  log.error({ code, requestId, path: error.path, err: cause }, 'the database is damaged');
}

function causeOf(error: GraphQLError): unknown {
  let cause: Error = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

function isAnswered(code: unknown): code is ErrorCode {
  return typeof code === 'string' && answeredCodes.has(code);
}

function httpOf(code: ErrorCode): object {
  const status = statusOf[code];
  // By the GraphQL over HTTP specification a client that asked for `application/json` is answered 200.
  if (status === undefined) return { status: 400, spec: true };
  return code === 'UNAUTHENTICATED'
    ? { status, headers: { 'www-authenticate': 'Bearer' } }
    : { status };
}

function placeOf({ nodes, source, positions, path }: GraphQLError) {
  return {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
  };
}

function withoutSuggestion(message: string): string {
  return message.replace(/ Did you mean .+\?$/s, '');
}
