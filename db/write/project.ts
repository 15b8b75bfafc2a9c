import {
  claimsResting,
  type ProjectedClaimRow,
  type ProjectedStanceRow,
  projectedClaims,
  projectedStances,
} from '../queries/projection.ts';
import { type ReachedFacts, standingFacts } from '../queries/standing-facts.ts';
import { createBonds } from '../rules/bonds.ts';
import { projectionOf } from '../rules/projection.ts';
import { allTopicsOf } from '../rules/shown.ts';
import { isContested, standingsIn } from '../rules/standing.ts';
import { announceClaim, announceStanding } from './announce.ts';
import type { Causes, Projected, Projecting, StandingBefore } from './projecting.ts';
import { type ClaimProjection, storeProjections } from './store-projections.ts';
import type { WriteTx } from './transaction.ts';

// Facts are held for so many claims at once, and no more; whoever reads waits for no more than these, either.
const claimsAtOnce = 100;

/** A transaction that is about to be complete. */
export interface ProjectingTx extends WriteTx {
  /** What a claim that it put on record comes to, where nothing has touched that since. */
  newClaim(claim: number): Projected | undefined;
  /** What the standing of a claim that it put on record was before. */
  standingBefore(claim: number): StandingBefore | undefined;
  /** Tells which wordings are one with a claim by now, itself among them. */
  knowNames(claim: number, names: readonly number[]): void;
}

/**
 * Brings the stored standings of touched claims up to what the rules say, tells of those that changed, and follows
 * a claim that became contested, or ceased to be, to the claims that rest on it. Wordings that are, or were, one with a
 * touched claim are touched with it.
 */
export async function projectStandings(
  tx: ProjectingTx,
  touched: ReadonlyMap<number, Causes>,
): Promise<void> {
  const contested = await projectAll(tx, touched);
  if (contested.size === 0) return;

  const resting = new Map<number, Causes>();
  const found = await tx.reader.read(claimsResting, {
    claims: JSON.stringify([...contested.keys()]),
  });
  const [causes] = contested.values();
  for (const { key } of found) if (!touched.has(key) && causes) resting.set(key, causes);
  await projectAll(tx, resting);
}

/** Projects these claims, and tells which of them became contested or ceased to be, by what. */
async function projectAll(
  tx: ProjectingTx,
  touched: ReadonlyMap<number, Causes>,
): Promise<ReadonlyMap<number, Causes>> {
  const contested = new Map<number, Causes>();
  const claims = [...touched];
  for (let start = 0; start < claims.length; start += claimsAtOnce) {
    const some = new Map(claims.slice(start, start + claimsAtOnce));
    const toStore: ClaimProjection[] = [];
    const since = new Map<number, number>();
    for (const projecting of await projectingOf(tx, some)) {
      toStore.push(storedOf(tx, projecting, since));
      const { claim, before, projection, causes } = projecting;
      const hasTurned = isContested(before.status) !== isContested(projection.standing.status);
      // Nothing rests on a claim that is new but what the same transaction touched itself.
      if (hasTurned && tx.newClaim(claim.key) === undefined) contested.set(claim.key, causes);
    }
    await storeProjections(tx, toStore);
  }
  return contested;
}

/** What is to be projected in the order of the record, the shown wordings first. */
async function projectingOf(
  tx: ProjectingTx,
  touched: ReadonlyMap<number, Causes>,
): Promise<Projecting[]> {
  const known: Projecting[] = [];
  const unknown = new Map<number, Causes>();
  for (const [key, causes] of touched) {
    const claim = tx.newClaim(key);
    if (claim === undefined) unknown.set(key, causes);
    else known.push({ ...claim, shown: key, causes });
  }
  const all = [...known, ...(unknown.size === 0 ? [] : await projectingRead(tx, unknown))];
  const isAside = ({ claim, shown }: Projecting) => Number(claim.key !== shown);
  return all.sort((a, b) => isAside(a) - isAside(b) || a.claim.key - b.claim.key);
}

async function projectingRead(
  tx: ProjectingTx,
  touched: ReadonlyMap<number, Causes>,
): Promise<Projecting[]> {
  const facts = await standingFacts(tx.reader, [...touched.keys()]);
  const asked = { claims: JSON.stringify(facts.asked) };
  const [claims, stances] = await Promise.all([
    tx.reader.read(projectedClaims, asked),
    tx.reader.read(projectedStances, asked),
  ]);
  const stancesOn = new Map<number, ProjectedStanceRow[]>(facts.asked.map((key) => [key, []]));
  for (const stance of stances) stancesOn.get(stance.claim)?.push(stance);
  const standings = standingsIn(facts);
  const causesOf = causesByWording(facts, touched);
  const topicsOf = new Map(claims.map(({ key, topics }) => [key, topics]));
  return claims.flatMap((claim) => {
    const causes = causesOf(claim.key);
    if (causes === undefined) return [];
    const own = stancesOn.get(claim.key) ?? [];
    const { key, review, withdrawnAt } = claim;
    const { shown, members } = standings.wholeOf(key);
    tx.knowNames(key, members);
    const isPublic = claim.publicAt !== null || own.some((stance) => stance.review === 'VERIFIED');
    return {
      claim,
      stances: own,
      before: standingBefore(claim, own, tx.standingBefore(key)),
      facts,
      standings,
      projection: projectionOf({ key, review, withdrawnAt, isPublic }, own, standings),
      shown,
      allTopics: allTopicsOf([shown, ...members].map((key) => topicsOf.get(key) ?? [])),
      causes,
    };
  });
}

/** As it is stored; of a claim that the transaction recorded itself, as it was before it had any stance. */
function standingBefore(
  { status, standingChangedAt }: ProjectedClaimRow,
  stances: readonly ProjectedStanceRow[],
  recorded: StandingBefore | undefined,
): StandingBefore {
  const counting = stances.flatMap((stance) => (stance.counting ? stance.key : []));
  return {
    status: recorded?.status ?? status,
    since: recorded?.since ?? standingChangedAt,
    counting: new Set([...(recorded?.counting ?? []), ...counting]),
  };
}

/** What touched a wording: the events that touched it, else those that touched one that it is, or was, one with. */
function causesByWording(facts: ReachedFacts, touched: ReadonlyMap<number, Causes>) {
  const bonds = createBonds<number>();
  for (const { kind, from, to } of facts.links) if (kind === 'SAME_AS') bonds.join(from, to);
  const byRoot = new Map<number, Causes>();
  for (const [claim, causes] of touched) {
    const root = bonds.rootOf(claim);
    if (!byRoot.has(root)) byRoot.set(root, causes);
  }
  return (claim: number) => touched.get(claim) ?? byRoot.get(bonds.rootOf(claim));
}

/** What is to be stored of a claim. Its events are appended on the way: that it is public, that its status changed. */
function storedOf(
  tx: ProjectingTx,
  projecting: Projecting,
  sinceOf: Map<number, number>,
): ClaimProjection {
  const { claim, stances, before, projection, shown, allTopics, causes } = projecting;
  const { publicAt, toldAt } = announceClaim(tx, projecting);
  const changedAt = announceStanding(tx, { ...projecting, isPublic: publicAt !== null });
  // A wording that comes to be shown stands so since then; one that is not shown, since when the shown one does.
  const ownSince = changedAt ?? (claim.shown === null ? before.since : causes[0].at);
  const standingChangedAt = sinceOf.get(shown) ?? ownSince;
  sinceOf.set(claim.key, standingChangedAt);
  return {
    before: claim,
    claim: { key: claim.key, publicAt, toldAt, allTopics, standingChangedAt, ...projection.claim },
    standing: projection.standing,
    parties: projection.parties,
    stances: projection.stances.flatMap((stance, place) => {
      const stored = stances[place];
      return stored === undefined ? [] : { before: stored, stance };
    }),
  };
}
