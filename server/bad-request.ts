import { GraphQLError } from 'graphql';
import { codedError } from '../schema/coded.ts';

/** Refuses a request for what it is over HTTP, whatever it asks of the graph. */
export function badRequest(status: number, message: string): GraphQLError {
  const { extensions } = codedError('BAD_USER_INPUT', message);
  return new GraphQLError(message, { extensions: { ...extensions, http: { status } } });
}
