import type { ProjectedClaimRow, ProjectedStanceRow } from '../queries/projection.ts';
import type { ReachedFacts } from '../queries/standing-facts.ts';
import type { ProjectedStance, ProjectedStanding, Standings } from '../rules/standing.ts';
import type { EventRow } from '../tables/event.ts';

/** What touched a claim: an event or, where the rules themselves are others than before, the claim itself. */
export type Cause = Pick<EventRow, 'noun' | 'subject' | 'at'>;

/** What touched a claim in a transaction, in order. */
export type Causes = readonly [Cause, ...Cause[]];

/** A claim as it was projected before, and what the rules say of it now. */
export interface Projecting {
  readonly claim: ProjectedClaimRow;
  readonly stances: readonly ProjectedStanceRow[];
  readonly facts: ReachedFacts;
  readonly standings: Standings;
  readonly standing: ProjectedStanding;
  readonly stancesNow: ReadonlyMap<number, ProjectedStance>;
  /** The wording that is shown for it; itself, where no other is. */
  readonly shown: number;
  readonly allTopics: readonly string[];
  readonly causes: Causes;
}
