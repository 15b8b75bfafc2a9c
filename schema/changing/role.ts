import type { GraphQLError } from 'graphql';
import type { Role } from '../../db/rules/vocabulary.ts';
import { codedError, unauthenticated } from '../coded.ts';
import type { Viewer } from '../context.ts';

/** The least role that each mutation needs. */
export const mutationRoles = {
  recordArticle: 'EDITOR',
  updateArticle: 'EDITOR',
  withdrawArticle: 'EDITOR',
  restoreArticle: 'EDITOR',
  ingestArticle: 'EDITOR',
  recordActor: 'EDITOR',
  updateActor: 'EDITOR',
  recordAffiliation: 'EDITOR',
  endAffiliation: 'EDITOR',
  recordClaim: 'EDITOR',
  updateClaim: 'EDITOR',
  withdrawClaim: 'EDITOR',
  linkClaims: 'EDITOR',
  revokeClaimLink: 'EDITOR',
  recordStance: 'EDITOR',
  updateStance: 'EDITOR',
  withdrawStance: 'EDITOR',
  addEvidence: 'EDITOR',
  withdrawEvidence: 'EDITOR',
  reviewStance: 'REVIEWER',
  undoReview: 'REVIEWER',
  mergeActors: 'REVIEWER',
  revokeActorMerge: 'REVIEWER',
  importRecord: 'ADMIN',
  eraseArticleText: 'ADMIN',
  createToken: 'ADMIN',
  revokeToken: 'ADMIN',
  backUpRecord: 'ADMIN',
} as const satisfies Readonly<Record<string, Role>>;

export type MutationName = keyof typeof mutationRoles;

/** The least role that this mutation needs. Throws for one that is not listed. */
export function roleFor(mutation: string): Role {
  if (isListed(mutation)) return mutationRoles[mutation];
  throw new TypeError(`The mutation ${mutation} has no role in schema/changing/role.ts.`);
}

function isListed(mutation: string): mutation is MutationName {
  return Object.hasOwn(mutationRoles, mutation);
}

/** What makes a mutation one for its role, and says so. */
export function mutationFor(name: MutationName, description: string) {
  const role = mutationRoles[name];
  return { description: `${description} For ${holdersOf(role)}.`, authScopes: { role } };
}

/** Says which role `what` is for, to a viewer who has a lesser one. */
export function roleNeeded(viewer: Viewer | null, role: Role, what: string): GraphQLError {
  const message = `${what} is for ${holdersOf(role)}.`;
  return viewer === null
    ? unauthenticated(message)
    : codedError('FORBIDDEN', `${message} Yours has the role ${viewer.role}.`);
}

function holdersOf(role: Role): string {
  return role === 'ADMIN' ? 'ADMIN tokens' : `${role} tokens and higher`;
}

/** What makes a field null to whoever has a lesser role. */
export function seenBy(role: Role) {
  return { authScopes: { role }, unauthorizedResolver: () => null };
}
