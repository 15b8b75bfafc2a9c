import { storedReplies } from './answers.ts';
import type { ProjectedStance, ProjectedStanding, Standings } from './standing.ts';
import type { PartyRole, Review, StandingStatus } from './vocabulary.ts';

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

/** An actor that a claim bears on, or that is against it. */
export interface Party {
  readonly role: PartyRole;
  readonly actor: number;
}

/** What is kept with the row of a claim, and with those of the stances on it. */
export interface Projection {
  readonly claim: {
    readonly listed: boolean;
    /** The wording that is shown for it; null where it is shown itself. */
    readonly shown: number | null;
    readonly status: StandingStatus;
    readonly onlyUnnamedSources: boolean;
    /** Who answered it, as it is stored. */
    readonly replies: string;
    /** How much it is disputed. */
    readonly dispute: number;
  };
  readonly parties: readonly Party[];
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
  const { against, dispute, replies } = standings.answersTo(claim.key);
  const concerned = replies.flatMap(({ actor, isConcerned }) => (isConcerned ? actor : []));
  const onAllWordings = standings.stancesOn(claim.key);
  const projected = new Map(onAllWordings.map((one) => [one.stance, one]));
  return {
    claim: {
      listed: isReadable && isShown,
      shown: isShown ? null : shown,
      status: standing.status,
      onlyUnnamedSources: standing.onlyUnnamedSources,
      replies: storedReplies(replies),
      dispute,
    },
    parties: [
      ...against.map((actor): Party => ({ role: 'AGAINST', actor })),
      ...concerned.sort((a, b) => a - b).map((actor): Party => ({ role: 'CONCERNED', actor })),
    ],
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

/** What is stored of parties, as one text: the same of the same. They are in the order of role and actor. */
export function storedParties(parties: readonly Party[]): string {
  return JSON.stringify(parties.map(({ role, actor }) => [role, actor]));
}
