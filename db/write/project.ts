import {
  claimsResting,
  type ProjectedClaimRow,
  type ProjectedStanceRow,
  projectedClaims,
  projectedStances,
} from '../queries/projection.ts';
import { standingFacts } from '../queries/standing-facts.ts';
import {
  type ProjectedStance,
  type ProjectedStanding,
  type StandingFacts,
  stancesProjected,
  standingOf,
} from '../rules/standing.ts';
import type { StandingStatus } from '../rules/vocabulary.ts';
import type { EventRow } from '../tables/event.ts';
import { type ClaimProjection, storeProjections } from './store-projections.ts';
import type { WriteTx } from './transaction.ts';

/** The events of a transaction that touched a claim, in their order. */
export type Causes = readonly [EventRow, ...EventRow[]];

/** A claim as it was projected before, and what the rules say of it now. */
interface Projecting {
  readonly claim: ProjectedClaimRow;
  readonly stances: readonly ProjectedStanceRow[];
  readonly facts: StandingFacts;
  readonly standing: ProjectedStanding;
  readonly stancesNow: ReadonlyMap<number, ProjectedStance>;
  readonly causes: Causes;
}

// Facts are held for so many claims at once, and no more.
const claimsAtOnce = 200;

/**
 * Brings the stored standings of touched claims up to what the rules say, tells of those that changed, and follows
 * a claim that became contested, or ceased to be, to the claims that rest on it.
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
    for (const projecting of await projectingOf(tx, some)) {
      projected.push(projectionOf(tx, projecting));
      const { claim, standing, causes } = projecting;
      const hasTurned = isContested(claim.status) !== isContested(standing.status);
      if (hasTurned) contested.set(claim.key, causes);
    }
    await storeProjections(tx.drizzle, projected);
  }
  return contested;
}

async function projectingOf(
  tx: WriteTx,
  touched: ReadonlyMap<number, Causes>,
): Promise<Projecting[]> {
  const keys = [...touched.keys()];
  const facts = await standingFacts(tx.reader, keys);
  const claims = await tx.reader.read(projectedClaims, { claims: JSON.stringify(keys) });
  const stances = await tx.reader.read(projectedStances, { claims: JSON.stringify(keys) });
  const stancesOn = new Map<number, ProjectedStanceRow[]>(keys.map((key) => [key, []]));
  for (const stance of stances) stancesOn.get(stance.claim)?.push(stance);

  return claims.flatMap((claim) => {
    const causes = touched.get(claim.key);
    if (causes === undefined) return [];
    const now = stancesProjected(facts, claim.key);
    return {
      claim,
      stances: stancesOn.get(claim.key) ?? [],
      facts,
      standing: standingOf(facts, claim.key),
      stancesNow: new Map(now.map((stance) => [stance.stance, stance])),
      causes,
    };
  });
}

/** What is to be stored of a claim. Its events are appended on the way: that it is public, that its status changed. */
function projectionOf(tx: WriteTx, projecting: Projecting): ClaimProjection {
  const { claim, stances, standing, stancesNow } = projecting;
  const publicAt = claim.publicAt ?? announceClaim(tx, projecting);
  const standingChangedAt = announceStanding(tx, projecting) ?? claim.standingChangedAt;
  const listed = publicAt !== null && claim.review === 'VERIFIED' && claim.withdrawnAt === null;
  return {
    before: claim,
    claim: {
      key: claim.key,
      publicAt,
      listed,
      status: standing.status,
      onlyUnnamedSources: standing.onlyUnnamedSources,
      standingChangedAt,
    },
    standing,
    stances: stances.map((before) => ({
      before,
      stance: {
        ...(stancesNow.get(before.key) ?? uncounted(before.key)),
        listed: listed && before.review === 'VERIFIED' && before.withdrawnAt === null,
      },
    })),
  };
}

/** Tells that a claim has its first verified stance, and when. */
function announceClaim(tx: WriteTx, { claim, stances }: Projecting): number | null {
  const verified = stances.filter(({ review }) => review === 'VERIFIED');
  if (verified.length === 0) return null;
  const at = tx.tick();
  tx.append({
    type: 'CLAIM_ADDED',
    noun: 'claim',
    subject: claim.key,
    at,
    visibility: 'PUBLIC',
    payload: { ...facetsOf(claim), actors: holdersOf(verified) },
  });
  return at;
}

/** Tells that a claim has another status, and since when. */
function announceStanding(tx: WriteTx, projecting: Projecting): number | null {
  const { claim, stances, standing, stancesNow } = projecting;
  if (standing.status === claim.status) return null;
  const cause = causeOf(projecting);
  const counted = stances.filter(
    ({ key, counting }) => counting || stancesNow.get(key)?.counting === true,
  );
  tx.append({
    type: 'STANDING_CHANGED',
    noun: 'claim',
    subject: claim.key,
    at: tx.tick(),
    visibility: 'PUBLIC',
    payload: {
      ...facetsOf(claim),
      actors: holdersOf(counted),
      from: claim.status,
      to: standing.status,
      because: { noun: cause.noun, key: cause.subject },
      causedAt: cause.at,
    },
  });
  return cause.at;
}

/** The first of the events since which the claim has had its present status. */
function causeOf({ claim, facts, standing, causes }: Projecting): EventRow {
  let cause = causes.at(-1) ?? causes[0];
  for (const earlier of causes.slice(0, -1).reverse()) {
    const { status } = standingOf(facts, claim.key, { asOf: earlier.at, saidBy: null });
    if (status !== standing.status) break;
    cause = earlier;
  }
  return cause;
}

function uncounted(stance: number): ProjectedStance {
  return { stance, counting: false, hearsay: false, carrierRetracted: false };
}

function facetsOf({ kind, language, topics }: ProjectedClaimRow): object {
  return { kind, language, topics };
}

function holdersOf(stances: readonly ProjectedStanceRow[]): number[] {
  return [...new Set(stances.map(({ actor }) => actor))];
}

function isContested(status: StandingStatus): boolean {
  return status === 'DISPUTED' || status === 'DENIED';
}
