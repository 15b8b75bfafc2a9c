import type { Correction } from '../rules/correction.ts';
import type {
  ArticleFacts,
  ArticleTold,
  EvidenceFacts,
  StanceFacts,
  StanceTold,
  StandingFacts,
} from '../rules/standing-facts.ts';
import type { AffiliationKind, EvidenceMode, Review } from '../rules/vocabulary.ts';
import type { ActorReached, ArticleReached, ClaimReached, StanceReached } from './standing-rows.ts';

// What is said in the rows of standing-rows.ts, whose lists are JSON.

/** A stance, and the claim that it is on. */
export interface TakenOn {
  readonly claim: number;
  readonly facts: StanceFacts;
}

export function claimFacts(
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

export const concernsOf = ({ concerns }: ClaimReached): number[] => JSON.parse(concerns);

export function stanceFacts(row: StanceReached): TakenOn {
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

export function articleFacts(row: ArticleReached): ArticleFacts {
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

export function likenessesOf({ text, alike }: ArticleReached): (readonly [number, number])[] {
  const others: number[] = JSON.parse(alike);
  return text === null ? [] : others.map((other) => [text, other] as const);
}

export function linkFacts({ key: from, links }: ClaimReached) {
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

export function mergeFacts({ key: from, merges }: ActorReached) {
  const held: [number, number, number, number | null][] = JSON.parse(merges);
  return held.map(([key, into, recordedAt, revokedAt]) => ({
    key,
    from,
    into,
    recordedAt,
    revokedAt,
  }));
}

export function affiliationFacts({ key: actor, affiliations }: ActorReached) {
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

export function correctionsIn<Told>(json: string): readonly Correction<Told>[] {
  const held: [number, Partial<Told>][] = JSON.parse(json);
  return held.map(([at, before]) => ({ at, before }));
}
