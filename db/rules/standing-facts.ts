import type { Corrected } from './correction.ts';
import type {
  ActorKind,
  AffiliationKind,
  EvidenceMode,
  Polarity,
  Review,
  StanceKind,
  StandingStatus,
  TimeBasis,
} from './vocabulary.ts';

/** Everything recorded, ever, that bears on the standing of one claim in its own words. Moments are milliseconds, dates `YYYY-MM-DD`. */
export interface ClaimFacts {
  readonly claim: number;
  readonly withdrawnAt: number | null;
  /** The actors whom it bears on, in the order told. */
  readonly concerns: readonly number[];
  readonly stances: readonly StanceFacts[];
}

/** What is told of a stance and may be corrected. */
export interface StanceTold {
  readonly saidAt: number | null;
  readonly saidOn: string | null;
  readonly saidIn: number | null;
  readonly note: string | null;
}

export interface StanceFacts extends Corrected<StanceTold> {
  readonly stance: number;
  readonly actor: number;
  readonly kind: StanceKind;
  /** When a record first held it, where that was told by an import. */
  readonly knownBy: number | null;
  readonly recordedAt: number;
  readonly withdrawnAt: number | null;
  /** In the order of the record, the first one included. */
  readonly reviews: readonly { readonly review: Review; readonly recordedAt: number }[];
  readonly evidence: readonly EvidenceFacts[];
}

export interface EvidenceFacts {
  readonly evidence: number;
  readonly article: number;
  readonly mode: EvidenceMode;
  /** The chain as it was recorded, from the publisher to the holder. */
  readonly attribution: readonly number[];
  /** The versions of its article in which its words stand. */
  readonly versions: readonly number[];
  readonly recordedAt: number;
  readonly withdrawnAt: number | null;
}

/** What is told of an article and may be corrected. */
export interface ArticleTold {
  readonly creditedTo: number | null;
  readonly publishedAt: number | null;
  readonly publishedOn: string | null;
  readonly modifiedAt: number | null;
  readonly modifiedOn: string | null;
  readonly supersedes: number | null;
}

export interface ArticleFacts extends Corrected<ArticleTold> {
  readonly article: number;
  /** Its text, which other articles may have, too. */
  readonly text: number;
  readonly outlet: number | null;
  readonly recordedAt: number;
  /** When it was withdrawn and, where it was, restored. */
  readonly withdrawals: readonly {
    readonly recordedAt: number;
    readonly restoredAt: number | null;
  }[];
}

/** A confirmed link between claims, in the order of the record. */
export interface LinkFacts {
  readonly from: number;
  readonly to: number;
  readonly kind: 'SAME_AS' | 'PRESUPPOSES';
  /** Of a SAME_AS: which of the two is shown. */
  readonly shown: 'FROM' | 'TO' | null;
  readonly recordedAt: number;
  readonly revokedAt: number | null;
}

/** A confirmed judgement that two actors are one, in the order of the record. */
export interface MergeFacts {
  readonly from: number;
  readonly into: number;
  readonly recordedAt: number;
  readonly revokedAt: number | null;
}

/** What is told of an actor, bears on standings, and may be corrected. */
export interface ActorTold {
  readonly kind: ActorKind;
}

export interface ActorFacts extends Corrected<ActorTold> {
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
  /** The claim itself, every claim it presupposes (transitively), every claim its stances are `saidIn`, and all that were ever one with these. */
  readonly claims: ReadonlyMap<number, ClaimFacts>;
  readonly links: readonly LinkFacts[];
  /** Every actor of a stance or a chain, outlets and agencies, who granted them anonymity, all that these belong to, and all that were ever one with these. */
  readonly actors: ReadonlyMap<number, ActorFacts>;
  readonly merges: readonly MergeFacts[];
  readonly affiliations: readonly AffiliationFacts[];
  /** The articles of all evidence, and all that these supersede. */
  readonly articles: ReadonlyMap<number, ArticleFacts>;
  /** Pairs of texts that are alike. */
  readonly likenesses: readonly (readonly [one: number, other: number])[];
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
  readonly origins: readonly ProjectedOrigin[];
  /** Articles whose evidence counts: versions are one, and so is one text of one outlet. */
  readonly articleCount: number;
  /** Their distinct known outlets. */
  readonly outletCount: number;
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

export interface ProjectedOrigin {
  /** Its agency, else its earliest side. */
  readonly actor: number;
  /** The articles of its sides together. */
  readonly articleCount: number;
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
  /** The claim that is shown for its own, and the actor that is shown for its holder. */
  readonly shownClaim: number;
  readonly shownActor: number;
  /** The time that it has in every filter, order and standing. */
  readonly effectiveAt: number;
  readonly effectiveBasis: TimeBasis;
  readonly counting: boolean;
  readonly hearsay: boolean;
  readonly carrierRetracted: boolean;
  /** The earlier position of the same actor that it turned from, or took back. */
  readonly turnedFrom: number | null;
  /** Of a spokesperson's stance that points another way than its principal's own: that stance, and the principal. */
  readonly splitFrom: number | null;
  readonly splitOf: number | null;
}
