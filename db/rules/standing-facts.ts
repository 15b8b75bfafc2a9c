import type {
  ActorKind,
  AffiliationKind,
  Polarity,
  Review,
  StanceKind,
  StandingStatus,
} from './vocabulary.ts';

/** Everything recorded, ever, that bears on the standing of one claim. Moments are milliseconds, dates `YYYY-MM-DD`. */
export interface ClaimFacts {
  readonly claim: number;
  readonly stances: readonly StanceFacts[];
  /** Confirmed PRESUPPOSES links from this claim, revoked ones included. */
  readonly presupposes: readonly LinkFacts[];
}

export interface StanceFacts {
  readonly stance: number;
  readonly actor: number;
  readonly kind: StanceKind;
  readonly saidAt: number | null;
  readonly saidOn: string | null;
  readonly saidIn: number | null;
  readonly hasNote: boolean;
  readonly recordedAt: number;
  readonly withdrawnAt: number | null;
  /** In the order of the record, the first one included. */
  readonly reviews: readonly { readonly review: Review; readonly recordedAt: number }[];
  readonly evidence: readonly EvidenceFacts[];
}

export interface EvidenceFacts {
  readonly evidence: number;
  readonly article: number;
  readonly publishedAt: number | null;
  /** The chain, from the publisher to the holder. */
  readonly attribution: readonly number[];
  readonly recordedAt: number;
  readonly withdrawnAt: number | null;
  /** When the article was withdrawn and, where it was, restored. */
  readonly articleWithdrawals: readonly {
    readonly recordedAt: number;
    readonly restoredAt: number | null;
  }[];
}

export interface LinkFacts {
  readonly to: number;
  readonly recordedAt: number;
  readonly revokedAt: number | null;
}

export interface ActorFacts {
  readonly kind: ActorKind;
  readonly grantedBy: number | null;
}

export interface AffiliationFacts {
  readonly actor: number;
  readonly of: number;
  readonly kind: AffiliationKind;
  readonly from: string | null;
  readonly until: string | null;
  readonly recordedAt: number;
  /** When the record learned of `until`. */
  readonly endedAt: number | null;
}

/** What the standing of a claim is computed from. */
export interface StandingFacts {
  /** The claim itself, every claim it presupposes (transitively) and every claim its stances are `saidIn`. */
  readonly claims: ReadonlyMap<number, ClaimFacts>;
  /** Every actor of a stance or a chain, their granting outlets, and all that those belong to (transitively). */
  readonly actors: ReadonlyMap<number, ActorFacts>;
  readonly affiliations: readonly AffiliationFacts[];
}

/** The two clocks of a question about the past; null asks about now. */
export interface StandingMoment {
  readonly asOf: number | null;
  readonly saidBy: number | null;
}

/**
 * A standing with its reasons, by integer keys. Sides and retractions come in the order in which they were said,
 * origins in that of their sides, disputedVia by key.
 */
export interface ProjectedStanding {
  readonly status: StandingStatus;
  readonly rule: number;
  /** Counting stances by polarity, whether or not they are folded into a side. */
  readonly counts: Readonly<Record<Polarity, number>>;
  readonly sides: readonly ProjectedSide[];
  /** The actors whose last word on the claim was to take theirs back; a later refusal to comment changes nothing. */
  readonly retracted: readonly ProjectedRetraction[];
  /** One actor for each origin: its earliest side. */
  readonly origins: readonly number[];
  /** Articles whose evidence counts. */
  readonly articleCount: number;
  readonly disputedVia: readonly number[];
  /**
   * Whether someone is FOR, and every FOR is an unnamed source's or hearsay. Besides the counting ones these are the
   * earlier FOR of the same actors, where nothing they said since took it back: naming oneself once is enough.
   */
  readonly onlyUnnamedSources: boolean;
}

export interface ProjectedSide {
  /** The principal, or whoever speaks for itself. */
  readonly actor: number;
  readonly polarity: Polarity;
  readonly kind: StanceKind;
  /** The stance that counts for the side. */
  readonly stance: number;
  /** Whose stance that is: the side's actor, or a spokesperson where the principal has none. */
  readonly holder: number;
  readonly hearsay: boolean;
  /** The spokespersons with a counting stance, in the order in which they spoke. */
  readonly spokenBy: readonly number[];
  /** Those of `spokenBy` whose polarity is not the side's. */
  readonly dissenting: readonly number[];
  /** Through whom the stance that counts reached us, each once. */
  readonly onWordOf: readonly number[];
  /** Whether members of the side differ in polarity. */
  readonly split: boolean;
}

export interface ProjectedRetraction {
  readonly actor: number;
  readonly stance: number;
  /** The polarity of what was taken back; null where that is not on record. */
  readonly of: Polarity | null;
}

/** What the rules say of one stance: the projection columns of its row. */
export interface ProjectedStance {
  readonly stance: number;
  readonly counting: boolean;
  readonly hearsay: boolean;
  readonly carrierRetracted: boolean;
}
