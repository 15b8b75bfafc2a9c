import { newClaimFacts } from '../queries/standing-facts.ts';
import { projectionOf, storedParties } from '../rules/projection.ts';
import { type ClaimFacts, standingsIn } from '../rules/standing.ts';
import { storedStanding } from '../rules/standing-stored.ts';
import type { ClaimRow } from '../tables/claim.ts';
import type { StanceRow } from '../tables/stance.ts';
import { causeOf } from './announce.ts';
import type { Projected } from './projecting.ts';
import type { WriteTx } from './transaction.ts';

/** A claim that is about to be inserted, with the stances on it. */
interface NewClaim {
  readonly claim: Omit<Projected['claim'], 'standing' | 'parties'> & Pick<ClaimRow, 'recordedAt'>;
  readonly stances: readonly (Projected['stances'][number] & Pick<StanceRow, 'polarity'>)[];
  readonly facts: ClaimFacts;
  /** Who publishes the articles that show its stances, and who is credited with them. */
  readonly publishers: readonly number[];
}

/**
 * Works out what new claims come to before their rows are inserted, with all that they bring themselves taken from these facts.
 * None is about another of them.
 */
export async function projectNew(
  tx: WriteTx,
  claims: readonly NewClaim[],
): Promise<readonly Projected[]> {
  if (claims.length === 0) return [];
  const own = claims.map((claim) => claim.facts);
  const publishers = claims.flatMap((claim) => claim.publishers);
  const facts = await newClaimFacts(tx.reader, own, publishers);
  const standings = standingsIn(facts);
  return claims.map((claim) => projectedIn(tx, claim, { facts, standings }));
}

function projectedIn(
  tx: WriteTx,
  { claim, stances }: NewClaim,
  { facts, standings }: Pick<Projected, 'facts' | 'standings'>,
): Projected {
  const { key, review, withdrawnAt, recordedAt, allTopics } = claim;
  const judged = { key, review, withdrawnAt, isPublic: claim.publicAt !== null };
  const projection = projectionOf(judged, stances, standings);
  const since =
    projection.standing.status === claim.status
      ? undefined
      : causeOf({ claim, facts, projection }, tx.causesOf(key));
  const projected = {
    claim: {
      ...claim,
      ...projection.claim,
      standing: storedStanding(projection.standing),
      parties: storedParties(projection.parties),
      standingChangedAt: since?.at ?? recordedAt,
    },
    stances: stances.map((stance, place) => ({ ...stance, ...projection.stances[place] })),
    before: {
      status: claim.status,
      since: recordedAt,
      counting: new Set(stances.flatMap((stance) => (stance.counting ? stance.key : []))),
    },
    facts,
    standings,
    projection,
    allTopics,
    since,
  };
  tx.know(projected);
  return projected;
}
