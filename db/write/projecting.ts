import type { ProjectedClaimRow, ProjectedStanceRow } from '../queries/projection.ts';
import type { Projection } from '../rules/projection.ts';
import type { StandingFacts, Standings } from '../rules/standing.ts';
import type { StandingStatus } from '../rules/vocabulary.ts';
import type { EventRow } from '../tables/event.ts';

/** What touched a claim: an event or, where the rules themselves are others than before, the claim itself. */
export type Cause = Pick<EventRow, 'noun' | 'subject' | 'at'>;

/** What touched a claim in a transaction, in order. */
export type Causes = readonly [Cause, ...Cause[]];

/** What a claim's standing was before a transaction touched it. */
export interface StandingBefore {
  readonly status: StandingStatus;
  readonly since: number;
  /** The stances that counted; those that were recorded with it, as far as they might. */
  readonly counting: ReadonlySet<number>;
}

/** A claim as it is stored, and what the rules say of it now. */
export interface Projected {
  readonly claim: ProjectedClaimRow;
  readonly stances: readonly ProjectedStanceRow[];
  readonly before: StandingBefore;
  readonly facts: StandingFacts;
  readonly standings: Standings;
  readonly projection: Projection;
  readonly allTopics: readonly string[];
  /** The event since which it has its status, where that is known. */
  readonly since?: Cause | undefined;
}

/** A claim that is projected, because of these. */
export interface Projecting extends Projected {
  readonly causes: Causes;
  /** The wording that is shown for it; itself, where no other is. */
  readonly shown: number;
}
