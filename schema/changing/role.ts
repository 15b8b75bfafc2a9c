import type { Role } from '../../db/rules/vocabulary.ts';

/** The least role that mutations need; what is not listed needs ADMIN. */
export const roles: Readonly<Record<string, Role>> = {
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
  withdrawStance: 'EDITOR',
  addEvidence: 'EDITOR',
  withdrawEvidence: 'EDITOR',
  reviewStance: 'REVIEWER',
  mergeActors: 'REVIEWER',
  revokeActorMerge: 'REVIEWER',
};

/** The least role that this mutation needs. */
export function roleFor(mutation: string): Role {
  return roles[mutation] ?? 'ADMIN';
}

/** What makes a mutation one for its role, and says so. */
export function mutationFor(name: string, description: string) {
  const role = roleFor(name);
  const holders = role === 'ADMIN' ? 'ADMIN tokens' : `${role} tokens and higher`;
  return { description: `${description} For ${holders}.`, authScopes: { role } };
}

/** What makes a field null to whoever has a lesser role. */
export function seenBy(role: Role) {
  return { authScopes: { role }, unauthorizedResolver: () => null };
}
