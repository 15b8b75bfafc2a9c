import type { Reader } from '../read/read.ts';
import type { Correction } from '../rules/correction.ts';
import type {
  ActorTold,
  ArticleFacts,
  ArticleTold,
  ClaimFacts,
  EvidenceFacts,
  StanceFacts,
  StanceTold,
  StandingFacts,
} from '../rules/standing-facts.ts';
import type { AffiliationKind, EvidenceMode, Review } from '../rules/vocabulary.ts';
import {
  type ActorReached,
  type ArticleReached,
  actorsReached,
  articlesReached,
  type ClaimReached,
  claimsReached,
  type StanceReached,
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
 * The same of a claim that is about to be recorded with these facts: nothing is read of what it brings itself, and two statements
 * where no stance on it was taken on the occasion of another claim.
 */
export async function newClaimFacts(reader: Reader, claim: ClaimFacts): Promise<ReachedFacts> {
  const occasions = new Set(claim.stances.flatMap(({ told }) => told.saidIn ?? []));
  const others =
    occasions.size === 0 ? { reached: [], taken: [] } : await claimsAround(reader, [...occasions]);
  const own = claim.stances.map((facts) => ({ claim: claim.claim, facts }));
  const facts = await factsAround(
    reader,
    { ...others, taken: [...others.taken, ...own] },
    claim.concerns,
  );
  return {
    ...facts,
    claims: new Map([...facts.claims, [claim.claim, claim]]),
    asked: [claim.claim],
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

/** The facts of claims that were read, and of whom one bears on that is new. */
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

interface TakenOn {
  readonly claim: number;
  readonly facts: StanceFacts;
}

function claimFacts(
  claims: readonly ClaimReached[],
  taken: readonly TakenOn[],
): StandingFacts['claims'] {
  const stancesOn = new Map<number, StanceFacts[]>(claims.map(({ key }) => [key, []]));
  for (const { claim, facts } of taken) stancesOn.get(claim)?.push(facts);
  return new Map(
    claims.map((claim) => [
      claim.key,
      {
        claim: claim.key,
        withdrawnAt: claim.withdrawnAt,
        concerns: concernsOf(claim),
        stances: stancesOn.get(claim.key) ?? [],
      },
    ]),
  );
}

const concernsOf = ({ concerns }: ClaimReached): number[] => JSON.parse(concerns);

function stanceFacts(row: StanceReached): TakenOn {
  const { saidAt, saidOn, saidIn, note } = row;
  const reviews: [Review, number][] = JSON.parse(row.reviews);
  type Piece = [number, number, EvidenceMode, number, number | null, number[], number[]];
  const evidence: Piece[] = JSON.parse(row.evidence);
  return {
    claim: row.claim,
    facts: {
      stance: row.key,
      actor: row.actor,
      kind: row.kind,
      told: { saidAt, saidOn, saidIn, note },
      corrections: correctionsIn<StanceTold>(row.corrections),
      knownBy: row.knownBy,
      recordedAt: row.recordedAt,
      withdrawnAt: row.withdrawnAt,
      reviews: reviews.map(([review, recordedAt]) => ({ review, recordedAt })),
      evidence: evidence.map(
        ([
          piece,
          article,
          mode,
          recordedAt,
          withdrawnAt,
          attribution,
          versions,
        ]): EvidenceFacts => ({
          evidence: piece,
          article,
          mode,
          attribution,
          versions,
          recordedAt,
          withdrawnAt,
        }),
      ),
    },
  };
}

function articleFacts(row: ArticleReached): ArticleFacts {
  const withdrawals: [number, number | null][] = JSON.parse(row.withdrawals);
  return {
    article: row.key,
    text: row.text ?? 0,
    outlet: row.outlet,
    told: {
      creditedTo: row.creditedTo,
      publishedAt: row.publishedAt,
      publishedOn: row.publishedOn,
      modifiedAt: row.modifiedAt,
      modifiedOn: row.modifiedOn,
      supersedes: row.supersedes,
    },
    corrections: correctionsIn<ArticleTold>(row.corrections),
    recordedAt: row.recordedAt,
    withdrawals: withdrawals.map(([recordedAt, restoredAt]) => ({ recordedAt, restoredAt })),
  };
}

function likenessesOf({ text, alike }: ArticleReached): (readonly [number, number])[] {
  const others: number[] = JSON.parse(alike);
  return text === null ? [] : others.map((other) => [text, other] as const);
}

function linkFacts({ key: from, links }: ClaimReached) {
  type Cells = [
    number,
    number,
    'SAME_AS' | 'PRESUPPOSES',
    'FROM' | 'TO' | null,
    number,
    number | null,
  ];
  const held: Cells[] = JSON.parse(links);
  return held.map(([key, to, kind, shown, recordedAt, revokedAt]) => ({
    key,
    from,
    to,
    kind,
    shown,
    recordedAt,
    revokedAt,
  }));
}

function mergeFacts({ key: from, merges }: ActorReached) {
  const held: [number, number, number, number | null][] = JSON.parse(merges);
  return held.map(([key, into, recordedAt, revokedAt]) => ({
    key,
    from,
    into,
    recordedAt,
    revokedAt,
  }));
}

function affiliationFacts({ key: actor, affiliations }: ActorReached) {
  type Cells = [
    number,
    number,
    AffiliationKind,
    string | null,
    string | null,
    number,
    number | null,
  ];
  const held: Cells[] = JSON.parse(affiliations);
  return held.map(([key, of, kind, from, until, recordedAt, endedAt]) => ({
    key,
    actor,
    of,
    kind,
    from,
    until,
    recordedAt,
    endedAt,
  }));
}

function correctionsIn<Told>(json: string): readonly Correction<Told>[] {
  const held: [number, Partial<Told>][] = JSON.parse(json);
  return held.map(([at, before]) => ({ at, before }));
}

/** In the order of the record. */
function inOrder<Row extends { readonly key: number }>(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((a, b) => a.key - b.key);
}
