import type { Reader } from '../read/read.ts';
import type { ActorTold, ClaimFacts, StandingFacts } from '../rules/standing-facts.ts';
import {
  affiliationFacts,
  articleFacts,
  claimFacts,
  concernsOf,
  correctionsIn,
  likenessesOf,
  linkFacts,
  mergeFacts,
  stanceFacts,
  type TakenOn,
} from './facts-in-rows.ts';
import {
  actorsReached,
  articlesReached,
  type ClaimReached,
  claimsReached,
  stancesReached,
} from './standing-rows.ts';

/** The facts that bear on some claims, and which claims are, or were, one with these. */
export interface ReachedFacts extends StandingFacts {
  readonly asked: readonly number[];
}

/**
 * All that was ever recorded that bears on the standing of these claims, whatever the moment asked about.
 * Four statements, however many claims.
 */
export async function standingFacts(
  reader: Reader,
  claims: readonly number[],
): Promise<ReachedFacts> {
  const around = await claimsAround(reader, claims);
  const asked = around.reached.filter(({ isAsked }) => isAsked === 1).map(({ key }) => key);
  return { ...(await factsAround(reader, around)), asked };
}

/**
 * The same of claims that are about to be recorded with these facts: nothing is read of what they bring themselves, and two statements
 * where no stance on them was taken on the occasion of another claim.
 */
export async function newClaimFacts(
  reader: Reader,
  claims: readonly ClaimFacts[],
): Promise<ReachedFacts> {
  const told = claims.flatMap(({ claim, stances }) => stances.map((facts) => ({ claim, facts })));
  const occasions = new Set(told.flatMap(({ facts }) => facts.told.saidIn ?? []));
  const others =
    occasions.size === 0 ? { reached: [], taken: [] } : await claimsAround(reader, [...occasions]);
  const facts = await factsAround(
    reader,
    { ...others, taken: [...others.taken, ...told] },
    claims.flatMap(({ concerns }) => concerns),
  );
  return {
    ...facts,
    claims: new Map([...facts.claims, ...claims.map((claim) => [claim.claim, claim] as const)]),
    asked: claims.map(({ claim }) => claim),
  };
}

interface Around {
  readonly reached: readonly ClaimReached[];
  readonly taken: readonly TakenOn[];
}

async function claimsAround(reader: Reader, claims: readonly number[]): Promise<Around> {
  const reached = await reader.read(claimsReached, { claims: JSON.stringify(claims) });
  const keys = JSON.stringify(reached.map(({ key }) => key));
  return { reached, taken: (await reader.read(stancesReached, { claims: keys })).map(stanceFacts) };
}

/** The facts of claims that were read, and of whom those bear on that are new. */
async function factsAround(
  reader: Reader,
  { reached, taken }: Around,
  concerned: readonly number[] = [],
): Promise<StandingFacts> {
  const evidence = taken.flatMap(({ facts }) => facts.evidence);
  const shownBy = JSON.stringify([...new Set(evidence.map(({ article }) => article))]);
  const articles =
    evidence.length === 0 ? [] : await reader.read(articlesReached, { articles: shownBy });
  const speakers = new Set([
    ...concerned,
    ...reached.flatMap(concernsOf),
    ...taken.map(({ facts }) => facts.actor),
    ...evidence.flatMap(({ attribution }) => attribution),
    ...articles.flatMap(({ outlet, creditedTo }) => [outlet ?? [], creditedTo ?? []].flat()),
  ]);
  const actors =
    speakers.size === 0
      ? []
      : await reader.read(actorsReached, { actors: JSON.stringify([...speakers]) });
  return {
    claims: claimFacts(reached, taken),
    links: inOrder(reached.flatMap(linkFacts)),
    actors: new Map(
      actors.map(({ key, kind, grantedBy, corrections }) => [
        key,
        { told: { kind }, corrections: correctionsIn<ActorTold>(corrections), grantedBy },
      ]),
    ),
    merges: inOrder(actors.flatMap(mergeFacts)),
    affiliations: inOrder(actors.flatMap(affiliationFacts)),
    articles: new Map(articles.map((article) => [article.key, articleFacts(article)])),
    likenesses: articles.flatMap(likenessesOf),
  };
}

/** In the order of the record. */
function inOrder<Row extends { readonly key: number }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => a.key - b.key);
}
