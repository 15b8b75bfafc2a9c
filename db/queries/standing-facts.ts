import type { Args, Reader, Statement } from '../read/read.ts';
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

/** Whom and what claims that are about to be recorded name. */
export interface NamedByNew {
  readonly articles: readonly number[];
  /** Whom they bear on, who speaks in them, and who publishes those articles or is credited with them. */
  readonly actors: readonly number[];
}

/** What `newClaimFacts` reads of claims that name these, and whose stances were taken on no other claim's occasion. */
export function readOfNew({
  articles,
  actors,
}: NamedByNew): readonly (readonly [statement: Statement<unknown>, args: Args])[] {
  return [
    ...(articles.length === 0
      ? []
      : [[articlesReached, { articles: inOneOrder(articles) }] as const]),
    ...(actors.length === 0 ? [] : [[actorsReached, { actors: inOneOrder(actors) }] as const]),
  ];
}

function inOneOrder(keys: Iterable<number>): string {
  return JSON.stringify([...new Set(keys)].sort((a, b) => a - b));
}

/**
 * The same of claims that are about to be recorded with these facts: nothing is read of what they bring themselves, and two statements,
 * asked together, where no stance on them was taken on the occasion of another claim. `publishers` are those of their articles.
 */
export async function newClaimFacts(
  reader: Reader,
  claims: readonly ClaimFacts[],
  publishers: readonly number[],
): Promise<ReachedFacts> {
  const told = claims.flatMap(({ claim, stances }) => stances.map((facts) => ({ claim, facts })));
  const occasions = new Set(told.flatMap(({ facts }) => facts.told.saidIn ?? []));
  const others =
    occasions.size === 0 ? { reached: [], taken: [] } : await claimsAround(reader, [...occasions]);
  const facts = await factsAround(reader, { ...others, taken: [...others.taken, ...told] }, [
    ...publishers,
    ...claims.flatMap(({ concerns }) => concerns),
  ]);
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

/** The facts of claims that were read, and of whom those bear on that are new: those are asked with what is known of `named`. */
async function factsAround(
  reader: Reader,
  { reached, taken }: Around,
  named?: readonly number[],
): Promise<StandingFacts> {
  const evidence = taken.flatMap(({ facts }) => facts.evidence);
  const speakers = new Set([
    ...(named ?? []),
    ...reached.flatMap(concernsOf),
    ...taken.map(({ facts }) => facts.actor),
    ...evidence.flatMap(({ attribution }) => attribution),
  ]);
  const read = <Row>(statement: Statement<Row>, name: string, keys: readonly number[]) =>
    keys.length === 0 ? [] : reader.read(statement, { [name]: inOneOrder(keys) });
  const articlesRead = read(
    articlesReached,
    'articles',
    evidence.map(({ article }) => article),
  );
  const early = named === undefined ? [] : read(actorsReached, 'actors', [...speakers]);
  const [articles, actorsKnown] = await Promise.all([articlesRead, early]);
  const known = new Set(named === undefined ? [] : speakers);
  for (const { outlet, creditedTo } of articles)
    for (const actor of [outlet, creditedTo]) if (actor !== null) speakers.add(actor);
  const unknown = [...speakers].filter((actor) => !known.has(actor));
  const actors = [...actorsKnown, ...(await read(actorsReached, 'actors', unknown))];
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
