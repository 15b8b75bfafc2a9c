import type { GraphQLField } from 'graphql';
import { type Role, roles } from '../../db/rules/vocabulary.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';

/**
 * The role without which a field is null; null where everyone may read it.
 * @throws LeftToResolvers where anything else decides, or what happens then is no null
 */
export function roleDeciding({ extensions }: GraphQLField<unknown, unknown>): Role | null {
  const { authScopes, unauthorizedResolver } = Object(extensions.pothosOptions);
  if (authScopes === undefined) return null;
  const wanted: unknown = Object(authScopes).role;
  const role = roles.find((one) => one === wanted);
  if (role === undefined || unauthorizedResolver === undefined) throw new LeftToResolvers();
  return role;
}
