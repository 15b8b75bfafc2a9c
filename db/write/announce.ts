import type { ProjectedClaimRow, ProjectedStanceRow } from '../queries/projection.ts';
import { type Standings, standingsIn } from '../rules/standing.ts';
import type { ClaimRow } from '../tables/claim.ts';
import type { Cause, Causes, Projected, Projecting } from './projecting.ts';
import type { WriteTx } from './transaction.ts';

/**
 * Tells that a claim has its first verified stance, and when. A wording that becomes public while another is shown for
 * it is told of when it comes to be shown itself, if ever.
 */
export function announceClaim(
  tx: WriteTx,
  { claim, stances, standings, shown, allTopics, causes }: Projecting,
): Pick<ClaimRow, 'publicAt' | 'toldAt'> {
  const verified = stances.filter(({ review }) => review === 'VERIFIED');
  const isPublic = claim.publicAt !== null || verified.length > 0;
  if (!isPublic || claim.toldAt !== null) return claim;
  const cause = causes.at(-1) ?? causes[0];
  if (shown !== claim.key) return { publicAt: claim.publicAt ?? cause.at, toldAt: null };
  if (claim.withdrawnAt !== null && claim.publicAt !== null) return claim;
  const at = tx.tick();
  tx.append({
    type: 'CLAIM_ADDED',
    noun: 'claim',
    subject: claim.key,
    at,
    visibility: 'PUBLIC',
    payload: {
      ...facetsOf(claim, allTopics),
      actors: holdersOf(verified, standings),
      // What made it shown, where it was public before.
      ...(claim.publicAt === null ? {} : { because: { noun: cause.noun, key: cause.subject } }),
    },
  });
  return { publicAt: claim.publicAt ?? at, toldAt: at };
}

/** Tells that a claim has another status, and since when. */
export function announceStanding(
  tx: WriteTx,
  projecting: Projecting & { readonly isPublic: boolean },
): number | null {
  const { claim, stances, before, projection, standings, allTopics, isPublic } = projecting;
  const { status } = projection.standing;
  if (status === before.status) return null;
  const cause = projecting.since ?? causeOf(projecting, projecting.causes);
  const counted = stances.filter(
    ({ key }, place) => before.counting.has(key) || projection.stances[place]?.counting === true,
  );
  const holders = new Set([
    ...holdersOf(counted, standings),
    ...projection.onAllWordings.flatMap(({ counting, shownActor }) =>
      counting ? standings.namesOf(shownActor) : [],
    ),
  ]);
  tx.append({
    type: 'STANDING_CHANGED',
    noun: 'claim',
    subject: claim.key,
    at: tx.tick(),
    visibility: isPublic ? 'PUBLIC' : 'EDITORS',
    payload: {
      ...facetsOf(claim, allTopics),
      actors: [...holders],
      from: before.status,
      to: status,
      because: { noun: cause.noun, key: cause.subject },
      causedAt: cause.at,
    },
  });
  return cause.at;
}

/** The first of the events since which the claim has had its present status. */
export function causeOf(
  {
    claim,
    facts,
    projection,
  }: Pick<Projected, 'facts' | 'projection'> & {
    readonly claim: Pick<ClaimRow, 'key'>;
  },
  causes: Causes,
): Cause {
  let cause = causes.at(-1) ?? causes[0];
  for (const earlier of causes.slice(0, -1).reverse()) {
    const status = standingsIn(facts, { asOf: earlier.at, saidBy: null }).statusOf(claim.key);
    if (status !== projection.standing.status) break;
    cause = earlier;
  }
  return cause;
}

function facetsOf({ kind, language }: ProjectedClaimRow, topics: readonly string[]): object {
  return { kind, language, topics };
}

/** Who holds these stances, by all names that are one with theirs. */
function holdersOf(stances: readonly ProjectedStanceRow[], { namesOf }: Standings): number[] {
  return [...new Set(stances.flatMap(({ actor }) => namesOf(actor)))];
}
