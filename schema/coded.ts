import { GraphQLError } from 'graphql';
import { sentence } from '../db/rules/sentence.ts';

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

/**
 * Whoever asks has to show another token than they do, for this reason, which is one sentence. Clients that have a way of their
 * own to be given one leave out what follows it.
 */
export function unauthenticated(reason: string): GraphQLError {
  const how =
    'Show one in the header “authorization: Bearer onr_…”; in GraphiQL, in the field “Token”.';
  return codedError('UNAUTHENTICATED', `${reason} ${how}`);
}

/** An error that the client is told of, by its code and the facts of its case. */
export function codedError(code: ErrorCode, message: string, facts: object = {}): GraphQLError {
  return new GraphQLError(sentence(message), { extensions: { ...facts, code } });
}
