import { type SQL, sql } from 'drizzle-orm';
import { type Condition, isGiven } from '../read/filter.ts';
import type { PartyRole } from '../rules/vocabulary.ts';
import { claimParties, claims } from '../tables/claim.ts';
import { type ActorReference, actorKey } from './key.ts';

/** This actor is a party to the claim. */
export const party =
  (role: PartyRole): Condition<ActorReference> =>
  (by, { path }) =>
    sql`${claims.key} in (select claim from claim_parties where ${isParty(role, by, path)})`;

const isParty = (role: PartyRole, by: ActorReference, path: string): SQL =>
  sql`${claimParties.role} = ${sql.raw(`'${role}'`)} and ${claimParties.actor} = ${actorKey(by, path)}`;

/** The keys of a filter that name a party. */
interface PartyFilter {
  readonly concerns?: ActorReference | null | undefined;
  readonly disputedBy?: ActorReference | null | undefined;
}

const roles = { concerns: 'CONCERNED', disputedBy: 'AGAINST' } as const;

/** Where the keys of the claims of a party are found in order; undefined where the filter names none. */
export function partiesLeading<Filter extends PartyFilter>(filter: Filter) {
  for (const key of ['concerns', 'disputedBy'] as const) {
    const by = filter[key];
    if (!isGiven(by)) continue;
    return {
      from: claimParties,
      key: claimParties.claim,
      left: { ...filter, [key]: null },
      where: () => [isParty(roles[key], by, `filter.${key}`)],
    };
  }
  return undefined;
}
