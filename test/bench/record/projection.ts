import type { Answers } from '../../../db/rules/answers.ts';
import {
  type ActorFacts,
  type AffiliationFacts,
  type ArticleFacts,
  type ClaimFacts,
  type ProjectedStance,
  type ProjectedStanding,
  type StandingFacts,
  standingsIn,
} from '../../../db/rules/standing.ts';
import type { StandingStatus } from '../../../db/rules/vocabulary.ts';
import type { Cast } from './actors.ts';
import type { OpenClaim, Scene } from './claims.ts';

/** What the rules say of a claim, with as much of the record as they ask for. */
export interface ClaimProjected {
  readonly standing: ProjectedStanding;
  readonly answers: Answers;
  readonly stances: ReadonlyMap<number, ProjectedStance>;
  /** Who holds a counting stance. */
  readonly actors: readonly number[];
  /** Its status as the record had it at a moment. */
  statusAsOf(moment: number): StandingStatus;
}

/** A claim in its own words, with the articles that it is found in. */
export interface ClaimKnown {
  readonly facts: ClaimFacts;
  readonly articles: readonly ArticleFacts[];
}

const nothing: StandingFacts = {
  claims: new Map(),
  links: [],
  actors: new Map(),
  merges: [],
  affiliations: [],
  articles: new Map(),
  likenesses: [],
};

/** Before anything is said. */
export const unaddressed: ClaimProjected = {
  standing: standingsIn(nothing).of(0),
  answers: standingsIn(nothing).answersTo(0),
  stances: new Map(),
  actors: [],
  statusAsOf: () => 'UNADDRESSED',
};

export function projectedClaim({ cast, meetings }: Scene, claim: OpenClaim): ClaimProjected {
  const { key } = claim.row;
  const own = claimKnown(claim);
  const grounds = new Set([
    ...own.facts.stances.flatMap(({ told }) => told.saidIn ?? []),
    ...claim.presupposes.map(({ to }) => to),
  ]);
  const known = [own, ...[...grounds].flatMap((ground) => meetings.get(ground) ?? [])];
  const claims = known.map(({ facts }) => facts);
  const articles = known.flatMap((one) => one.articles);
  const facts: StandingFacts = {
    ...nothing,
    ...castBehind(cast, claims),
    claims: new Map(claims.map((facts) => [facts.claim, facts])),
    links: claim.presupposes,
    articles: new Map(articles.map((article) => [article.article, article])),
  };
  const standings = standingsIn(facts);
  const stances = standings.stancesOn(key);
  const counting = new Set(stances.flatMap((stance) => (stance.counting ? stance.stance : [])));
  const holding = own.facts.stances.filter(({ stance }) => counting.has(stance));
  return {
    standing: standings.of(key),
    answers: standings.answersTo(key),
    stances: new Map(stances.map((stance) => [stance.stance, stance])),
    actors: [...new Set(holding.map(({ actor }) => actor))],
    statusAsOf: (asOf) => standingsIn(facts, { asOf, saidBy: null }).of(key).status,
  };
}

export function claimKnown({ row, stances, sources }: OpenClaim): ClaimKnown {
  return {
    facts: {
      claim: row.key,
      withdrawnAt: null,
      concerns: [],
      stances: stances.map(({ facts }) => facts),
    },
    articles: sources.map(({ facts }) => facts),
  };
}

/** Everyone named in these claims, who granted them anonymity, and all that these belong to. Outlets stand in the chains. */
function castBehind(
  cast: Cast,
  claims: readonly ClaimFacts[],
): Pick<StandingFacts, 'actors' | 'affiliations'> {
  const named = claims.flatMap(({ stances }) =>
    stances.flatMap(({ actor, evidence }) => [actor, ...evidence.flatMap((of) => of.attribution)]),
  );
  const actors = new Map<number, ActorFacts>();
  const affiliations: AffiliationFacts[] = [];
  const reached = new Set(named);
  // A set hands out what is added to it while it is walked.
  for (const actor of reached) {
    const facts = cast.facts.get(actor);
    if (facts === undefined) continue;
    actors.set(actor, facts);
    if (facts.grantedBy !== null) reached.add(facts.grantedBy);
    for (const affiliation of cast.affiliations.get(actor) ?? []) {
      affiliations.push(affiliation);
      reached.add(affiliation.of);
    }
  }
  return { actors, affiliations };
}
