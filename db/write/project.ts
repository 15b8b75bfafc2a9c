import {
  claimsResting,
  type ProjectedStanceRow,
  projectedClaims,
  projectedStances,
} from '../queries/projection.ts';
import { type ReachedFacts, standingFacts } from '../queries/standing-facts.ts';
import { createBonds } from '../rules/bonds.ts';
import { allTopicsOf } from '../rules/shown.ts';
import { isContested, type ProjectedStance, standingsIn } from '../rules/standing.ts';
import { announceClaim, announceStanding } from './announce.ts';
import type { Causes, Projecting } from './projecting.ts';
import { type ClaimProjection, storeProjections } from './store-projections.ts';
import type { WriteTx } from './transaction.ts';

// Facts are held for so many claims at once, and no more; whoever reads waits for no more than these, either.
const claimsAtOnce = 100;

/**
 * Brings the stored standings of touched claims up to what the rules say, tells of those that changed, and follows
 * a claim that became contested, or ceased to be, to the claims that rest on it. Wordings that are, or were, one with a
 * touched claim are touched with it.
 */
export async function projectStandings(
  tx: WriteTx,
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
  tx: WriteTx,
  touched: ReadonlyMap<number, Causes>,
): Promise<ReadonlyMap<number, Causes>> {
  const contested = new Map<number, Causes>();
  const claims = [...touched];
  for (let start = 0; start < claims.length; start += claimsAtOnce) {
    const some = new Map(claims.slice(start, start + claimsAtOnce));
    const projected: ClaimProjection[] = [];
    const since = new Map<number, number>();
    for (const projecting of await projectingOf(tx, some)) {
      projected.push(projectionOf(tx, projecting, since));
      const { claim, standing, causes } = projecting;
      const hasTurned = isContested(claim.status) !== isContested(standing.status);
      if (hasTurned) contested.set(claim.key, causes);
    }
    await storeProjections(tx.drizzle, projected);
  }
  return contested;
}

/** What is to be projected, the shown wordings first. */
async function projectingOf(
  tx: WriteTx,
  touched: ReadonlyMap<number, Causes>,
): Promise<Projecting[]> {
  const facts = await standingFacts(tx.reader, [...touched.keys()]);
  const asked = { claims: JSON.stringify(facts.asked) };
  const claims = await tx.reader.read(projectedClaims, asked);
  const stances = await tx.reader.read(projectedStances, asked);
  const stancesOn = new Map<number, ProjectedStanceRow[]>(facts.asked.map((key) => [key, []]));
  for (const stance of stances) stancesOn.get(stance.claim)?.push(stance);
  const standings = standingsIn(facts);
  const causesOf = causesByWording(facts, touched);
  const topicsOf = new Map(claims.map(({ key, topics }) => [key, topics]));

  const all = claims.flatMap((claim) => {
    const causes = causesOf(claim.key);
    if (causes === undefined) return [];
    const { shown, members } = standings.wholeOf(claim.key);
    const now = standings.stancesOn(claim.key);
    return {
      claim,
      stances: stancesOn.get(claim.key) ?? [],
      facts,
      standings,
      standing: standings.of(claim.key),
      stancesNow: new Map(now.map((stance) => [stance.stance, stance])),
      shown,
      allTopics: allTopicsOf([shown, ...members].map((key) => topicsOf.get(key) ?? [])),
      causes,
    };
  });
  const isAside = ({ claim, shown }: Projecting) => Number(claim.key !== shown);
  return all.sort((a, b) => isAside(a) - isAside(b));
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
function projectionOf(
  tx: WriteTx,
  projecting: Projecting,
  sinceOf: Map<number, number>,
): ClaimProjection {
  const { claim, stances, standing, stancesNow, shown, allTopics, causes } = projecting;
  const isShown = shown === claim.key;
  const { publicAt, toldAt } = announceClaim(tx, projecting);
  const changedAt = announceStanding(tx, { ...projecting, isPublic: publicAt !== null });
  // A wording that comes to be shown stands so since then; one that is not shown, since when the shown one does.
  const ownSince = changedAt ?? (claim.shown === null ? claim.standingChangedAt : causes[0].at);
  const standingChangedAt = sinceOf.get(shown) ?? ownSince;
  sinceOf.set(claim.key, standingChangedAt);
  const isReadable = publicAt !== null && claim.review === 'VERIFIED' && claim.withdrawnAt === null;
  return {
    before: claim,
    claim: {
      key: claim.key,
      publicAt,
      toldAt,
      listed: isReadable && isShown,
      shown: isShown ? null : shown,
      allTopics,
      status: standing.status,
      onlyUnnamedSources: standing.onlyUnnamedSources,
      standingChangedAt,
    },
    standing,
    stances: stances.map((before) => ({
      before,
      stance: {
        ...projectedOf(before, stancesNow),
        listed: isReadable && before.review === 'VERIFIED' && before.withdrawnAt === null,
      },
    })),
  };
}

function projectedOf(
  { key }: ProjectedStanceRow,
  stancesNow: ReadonlyMap<number, ProjectedStance>,
): ProjectedStance {
  const projected = stancesNow.get(key);
  if (projected === undefined) throw new Error(`The rules know no stance ${key}.`);
  return projected;
}
