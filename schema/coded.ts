import { GraphQLError } from 'graphql';

/** The closed list of `extensions.code`. */
export const errorCodes = [
  'BAD_USER_INPUT',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CURSOR_INVALID',
  'CURSOR_EXPIRED',
  'QUERY_TOO_COMPLEX',
  'RATE_LIMITED',
  'CONFLICT',
  'STORAGE_FULL',
  'UNAVAILABLE',
  'INTERNAL',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error that the client is told of, by its code and the facts of its case. */
export function codedError(code: ErrorCode, message: string, facts: object = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...facts, code } });
}
