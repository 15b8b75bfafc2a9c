import { GraphQLError } from 'graphql';
import { type ErrorCode, codedError } from '../schema/coded.ts';

/** Refuses a request for what it is over HTTP, whatever it asks of the graph. */
export function badRequest(status: number, message: string): GraphQLError {
  return withStatus(status, codedError('BAD_USER_INPUT', message));
}

/** Refuses a request whole, with a status of its own. */
export function refusedRequest(status: number, code: ErrorCode, message: string): GraphQLError {
  return withStatus(status, codedError(code, message));
}

function withStatus(status: number, { message, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, http: { status } } });
}
