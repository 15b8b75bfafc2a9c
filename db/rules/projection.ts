import type { ProjectedStance, ProjectedStanding, Standings } from './standing.ts';
import type { Review, StandingStatus } from './vocabulary.ts';

/** What the projection of a claim rests on besides its standing. */
interface ClaimJudged {
  readonly key: number;
  readonly review: Review;
  readonly withdrawnAt: number | null;
  /** Whether it ever had a verified stance. */
  readonly isPublic: boolean;
}

interface StanceJudged {
  readonly key: number;
  readonly review: Review;
  readonly withdrawnAt: number | null;
}

/** What is kept with the row of a claim, and with those of the stances on it. */
export interface Projection {
  readonly claim: {
    readonly listed: boolean;
    /** The wording that is shown for it; null where it is shown itself. */
    readonly shown: number | null;
    readonly status: StandingStatus;
    readonly onlyUnnamedSources: boolean;
  };
  readonly standing: ProjectedStanding;
  /** Of the stances on all its wordings, in the order of their times. */
  readonly onAllWordings: readonly ProjectedStance[];
  /** Of its own, in the order in which the stances are given. */
  readonly stances: readonly (ProjectedStance & { readonly listed: boolean })[];
}

/** What the rules say of a claim and of the stances on it: the one definition of what is projected. */
export function projectionOf(
  claim: ClaimJudged,
  stances: readonly StanceJudged[],
  standings: Standings,
): Projection {
  const standing = standings.of(claim.key);
  const { shown } = standings.wholeOf(claim.key);
  const isShown = shown === claim.key;
  const isReadable = claim.isPublic && claim.review === 'VERIFIED' && claim.withdrawnAt === null;
  const onAllWordings = standings.stancesOn(claim.key);
  const projected = new Map(onAllWordings.map((one) => [one.stance, one]));
  return {
    claim: {
      listed: isReadable && isShown,
      shown: isShown ? null : shown,
      status: standing.status,
      onlyUnnamedSources: standing.onlyUnnamedSources,
    },
    standing,
    onAllWordings,
    stances: stances.map(({ key, review, withdrawnAt }) => {
      const stance = projected.get(key);
      if (stance === undefined) throw new Error(`The rules know no stance ${key}.`);
      const listed = isReadable && review === 'VERIFIED' && withdrawnAt === null;
      return { ...stance, listed };
    }),
  };
}
