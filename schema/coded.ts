import { GraphQLError } from 'graphql';

/** The closed list of `extensions.code`. */
export type ErrorCode =
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'CURSOR_INVALID'
  | 'CURSOR_EXPIRED'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'CONFLICT'
  | 'STORAGE_FULL'
  | 'UNAVAILABLE'
  | 'INTERNAL';

/** An error that the client is told of, by its code. */
export function codedError(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
