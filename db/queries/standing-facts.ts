import type { Reader } from '../read/read.ts';
import type {
  AffiliationFacts,
  ClaimFacts,
  EvidenceFacts,
  StanceFacts,
  StandingFacts,
} from '../rules/standing.ts';
import type { AffiliationKind, Review } from '../rules/vocabulary.ts';
import {
  type ActorReached,
  actorsReached,
  type Presupposition,
  presuppositions,
  type StanceReached,
  type StandingEvidence,
  stancesReached,
  standingEvidence,
} from './standing-rows.ts';

/**
 * All that was ever recorded that bears on the standing of these claims, whatever the moment asked about.
 * Four statements, however many claims.
 */
export async function standingFacts(
  reader: Reader,
  claims: readonly number[],
): Promise<StandingFacts> {
  const asked = JSON.stringify(claims);
  const links = await reader.read(presuppositions, { claims: asked });
  const presupposed = new Set([...claims, ...links.map(({ to }) => to)]);
  const taken = await reader.read(stancesReached, {
    claims: asked,
    reached: JSON.stringify([...presupposed]),
  });
  const keys = JSON.stringify(taken.map(({ key }) => key));
  const shown = taken.length === 0 ? [] : await reader.read(standingEvidence, { stances: keys });

  const chains = new Map(shown.map((row) => [row.key, numbers(row.attribution)]));
  const speakers = new Set([...taken.map(({ actor }) => actor), ...[...chains.values()].flat()]);
  const known =
    speakers.size === 0
      ? []
      : await reader.read(actorsReached, { actors: JSON.stringify([...speakers]) });
  const roots = new Set(claims);
  const saidIn = taken.flatMap((stance) => (roots.has(stance.claim) ? (stance.saidIn ?? []) : []));
  return {
    claims: claimFacts(new Set([...presupposed, ...saidIn]), { links, taken, shown, chains }),
    actors: new Map(known.map(({ key, kind, grantedBy }) => [key, { kind, grantedBy }])),
    affiliations: known.flatMap(affiliationFacts),
  };
}

interface ReadFacts {
  readonly links: readonly Presupposition[];
  readonly taken: readonly StanceReached[];
  readonly shown: readonly StandingEvidence[];
  readonly chains: ReadonlyMap<number, readonly number[]>;
}

function claimFacts(
  claims: ReadonlySet<number>,
  { links, taken, shown, chains }: ReadFacts,
): Map<number, ClaimFacts> {
  const linksFrom = grouped(links, ({ from }) => from);
  const stancesOn = grouped(taken, ({ claim }) => claim);
  const evidenceOf = grouped(shown, ({ stance }) => stance);
  const factsOf = (claim: number): ClaimFacts => ({
    claim,
    presupposes: (linksFrom.get(claim) ?? []).map(({ to, recordedAt, revokedAt }) => ({
      to,
      recordedAt,
      revokedAt,
    })),
    stances: (stancesOn.get(claim) ?? []).map((stance) =>
      stanceFacts(
        stance,
        (evidenceOf.get(stance.key) ?? []).map((row) => evidenceFacts(row, chains)),
      ),
    ),
  });
  return new Map([...claims].map((claim) => [claim, factsOf(claim)]));
}

function stanceFacts(row: StanceReached, shownBy: readonly EvidenceFacts[]): StanceFacts {
  const reviews: [Review, number][] = JSON.parse(row.reviews);
  return {
    stance: row.key,
    actor: row.actor,
    kind: row.kind,
    saidAt: row.saidAt,
    saidOn: row.saidOn,
    saidIn: row.saidIn,
    hasNote: row.hasNote === 1,
    recordedAt: row.recordedAt,
    withdrawnAt: row.withdrawnAt,
    reviews: reviews.map(([review, recordedAt]) => ({ review, recordedAt })),
    evidence: shownBy,
  };
}

function evidenceFacts(row: StandingEvidence, chains: ReadFacts['chains']): EvidenceFacts {
  const withdrawals: [number, number | null][] = JSON.parse(row.withdrawals);
  return {
    evidence: row.key,
    article: row.article,
    publishedAt: row.publishedAt,
    attribution: chains.get(row.key) ?? [],
    recordedAt: row.recordedAt,
    withdrawnAt: row.withdrawnAt,
    articleWithdrawals: withdrawals.map(([recordedAt, restoredAt]) => ({ recordedAt, restoredAt })),
  };
}

function affiliationFacts(row: ActorReached): AffiliationFacts[] {
  type Cells = [number, AffiliationKind, string | null, string | null, number, number | null];
  const held: Cells[] = JSON.parse(row.affiliations);
  return held.map(([of, kind, from, until, recordedAt, endedAt]) => ({
    actor: row.key,
    of,
    kind,
    from,
    until,
    recordedAt,
    endedAt,
  }));
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

function numbers(json: string): readonly number[] {
  return JSON.parse(json);
}
