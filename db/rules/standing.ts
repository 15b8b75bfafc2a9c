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

/** A standing with its reasons, by integer keys. Sides, origins and disputedVia have a stable order. */
export interface ProjectedStanding {
  readonly status: StandingStatus;
  readonly rule: number;
  /** Counting stances by polarity, and how many in all. */
  readonly counts: Readonly<Record<Polarity, number>>;
  readonly sides: readonly ProjectedSide[];
  /** One actor for each origin: its earliest side. */
  readonly origins: readonly number[];
  /** Articles whose evidence counts. */
  readonly articleCount: number;
  readonly disputedVia: readonly number[];
  readonly onlyUnnamedSources: boolean;
}

export interface ProjectedSide {
  readonly actor: number;
  readonly polarity: Polarity;
  readonly stance: number;
  readonly spokenBy: readonly number[];
  readonly onWordOf: readonly number[];
  readonly split: boolean;
}

/** What the rules say of one stance: the projection columns of its row. */
export interface ProjectedStance {
  readonly stance: number;
  readonly counting: boolean;
  readonly hearsay: boolean;
  readonly carrierRetracted: boolean;
}
