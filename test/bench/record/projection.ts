import {
  type AffiliationFacts,
  type ClaimFacts,
  type ProjectedStance,
  type ProjectedStanding,
  type StandingFacts,
  stancesProjected,
  standingOf,
} from '../../../db/rules/standing.ts';
import type { StandingStatus } from '../../../db/rules/vocabulary.ts';
import type { Cast } from './actors.ts';
import type { OpenClaim, Scene } from './claims.ts';

/** What the rules say of a claim, with as much of the record as they ask for. */
export interface ClaimProjected {
  readonly standing: ProjectedStanding;
  readonly stances: ReadonlyMap<number, ProjectedStance>;
  /** Who holds a counting stance. */
  readonly actors: readonly number[];
  /** Its status as the record had it at a moment. */
  statusAsOf(moment: number): StandingStatus;
}

/** Before anything is said. */
export const unaddressed: ClaimProjected = {
  standing: standingOf({ claims: new Map(), actors: new Map(), affiliations: [] }, 0),
  stances: new Map(),
  actors: [],
  statusAsOf: () => 'UNADDRESSED',
};

export function projectedClaim({ cast, meetings }: Scene, claim: OpenClaim): ClaimProjected {
  const { key } = claim.row;
  const own = claimFacts(claim);
  const grounds = new Set([
    ...own.stances.flatMap(({ saidIn }) => saidIn ?? []),
    ...own.presupposes.map(({ to }) => to),
  ]);
  const known = [...grounds].flatMap((ground) => meetings.get(ground) ?? []);
  const claims = [own, ...known];
  const facts: StandingFacts = {
    claims: new Map(claims.map((facts) => [facts.claim, facts])),
    actors: cast.facts,
    affiliations: affiliationsBehind(cast, claims),
  };
  const stances = stancesProjected(facts, key);
  const counting = new Set(stances.flatMap((stance) => (stance.counting ? stance.stance : [])));
  const holding = own.stances.filter(({ stance }) => counting.has(stance));
  return {
    standing: standingOf(facts, key),
    stances: new Map(stances.map((stance) => [stance.stance, stance])),
    actors: [...new Set(holding.map(({ actor }) => actor))],
    statusAsOf: (asOf) => standingOf(facts, key, { asOf, saidBy: null }).status,
  };
}

export function claimFacts({ row, stances, presupposes }: OpenClaim): ClaimFacts {
  return { claim: row.key, stances: stances.map(({ facts }) => facts), presupposes };
}

/** The affiliations of everyone named in these claims, and of those they belong to. */
function affiliationsBehind(cast: Cast, claims: readonly ClaimFacts[]): AffiliationFacts[] {
  const named = claims.flatMap(({ stances }) =>
    stances.flatMap(({ actor, evidence }) => [actor, ...evidence.flatMap((of) => of.attribution)]),
  );
  const reached = new Set(
    named.flatMap((actor) => [actor, cast.facts.get(actor)?.grantedBy ?? actor]),
  );
  const found: AffiliationFacts[] = [];
  // A set hands out what is added to it while it is walked.
  for (const actor of reached) {
    for (const affiliation of cast.affiliations.get(actor) ?? []) {
      found.push(affiliation);
      reached.add(affiliation.of);
    }
  }
  return found;
}
