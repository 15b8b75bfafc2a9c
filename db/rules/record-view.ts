import type { Identities } from './identity.ts';
import type { IssueDates } from './issue.ts';
import type { Path, Ref } from './reference.ts';
import type { WordsAround } from './version-words.ts';
import type {
  ActorKind,
  AffiliationKind,
  Certainty,
  ClaimKind,
  ClaimLinkKind,
  EvidenceMode,
  Judgement,
  LinkEnd,
  Review,
  StanceKind,
} from './vocabulary.ts';

/**
 * What a rule may look up beside its input: what is on record and, where a file is checked, what its earlier lines
 * bring. Things are compared by their slugs, which never change.
 */
export interface RecordView {
  /** The actor referred to. @throws NotOnRecord */
  actor(ref: Ref, path: Path): ReferredActor;
  /** The actor that granted anonymity, which a later line of the same file may bring. @throws NotOnRecord */
  grantor(ref: Ref, path: Path): ReferredActor;
  /** The article referred to; of those with one hash the earliest. @throws NotOnRecord */
  article(ref: Ref, path: Path): ReferredArticle;
  /** The article that another supersedes, which a later line of the same file may bring. @throws NotOnRecord */
  superseded(ref: Ref, path: Path): ReferredArticle;
  /** The claim referred to. @throws NotOnRecord */
  claim(ref: Ref, path: Path): ReferredClaim;

  recordedActor(by: { readonly slug: string } | ItemOfActor): RecordedActor | undefined;
  recordedArticle(by: { readonly slug: string } | TextOfArticle): RecordedArticle | undefined;
  recordedClaim(slug: string): RecordedClaim | undefined;
  recordedStance(slug: string): RecordedStance | undefined;
  /** The stances on the claim of that slug. */
  stancesOn(claim: string): readonly RecordedStance[];
  /** The slugs of the articles with other texts that the article of that slug is alike to. */
  alikeTo(article: string): readonly string[];
  /** What quotes the article of that slug and was not withdrawn. */
  quotesFrom(article: string): readonly RecordedQuote[];
  /** The versions before the article of that slug, the nearest first. */
  olderVersions(article: string): OlderVersions;
  /** What the article of that slug, whose text is not known, was told of words that stand in its versions. */
  toldFirst(article: string): readonly ToldFirst[];
  /** The affiliations that the actor has, ended ones included. */
  affiliationsOf(actor: string): readonly RecordedAffiliation[];
  /** The links that lead from the claim, revoked ones included. */
  linksFrom(claim: string): readonly RecordedLink[];
  /** The judgements that the actor is another, revoked ones included. */
  mergesOf(actor: string): readonly RecordedMerge[];
  /** Into whom the actor is merged, by a judgement that is confirmed and in force. */
  mergedInto(actor: string): string | undefined;
  /** Who is one with the actors at hand, and who may not be. */
  actorIdentities(): Identities;
  /** Which claims are one with the claims at hand, and which may not be. */
  claimIdentities(): Identities;
}

interface ItemOfActor {
  readonly wikidataId: string;
}

interface TextOfArticle {
  readonly sha256: string;
  readonly outlet: string | null;
}

/** What others refer to. */
export interface Referred {
  /** Its key on record; of no meaning where an earlier line brings it. */
  readonly key: number;
  readonly slug: string;
}

/** An actor as others refer to it. */
export interface ReferredActor extends Referred {
  /** Null where only the name is known: what depends on it is judged where it is told. */
  readonly kind: ActorKind | null;
  readonly grantedBy: string | null;
  /** The key of whom is shown for it, where that is known; null where it is shown itself. */
  readonly shown?: number | null;
  /** Whether a later line brings it. */
  readonly isAwaited?: boolean;
}

/** An article as others refer to it. */
export interface ReferredArticle extends Referred {
  readonly outlet: Referred | null;
  readonly creditedTo: Referred | null;
  /** Null where only the name is known. */
  readonly sha256: string | null;
  readonly text: string | null;
  readonly isErased: boolean;
  /** Whether it is known to be the only version of its page. */
  readonly isAlone?: boolean;
  /** When it was published, where the record holds it. */
  readonly published?: Pick<IssueDates, 'publishedAt' | 'publishedOn'>;
  /** Whether only the name is known: what depends on the article is judged where it is told. */
  readonly isElsewhere?: boolean;
  /** Whether a later line brings it. */
  readonly isAwaited?: boolean;
}

/** A claim as others refer to it. */
export interface ReferredClaim extends Referred {
  /** Null where only the name is known. */
  readonly review: Review | null;
  readonly withdrawnAt?: number | null;
  /** When its first verified stance made it public; null before. */
  readonly publicAt: number | null;
  /** Grows in the order of recording. */
  readonly order: number;
}

/** A row that others know by its public id. */
interface OnRecord {
  readonly key: number;
  readonly id: string;
}

export interface RecordedActor extends OnRecord {
  readonly slug: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly wikidataId: string | null;
  readonly grantedBy: string | null;
}

export interface RecordedArticle extends OnRecord {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly outlet: string | null;
  readonly creditedTo: string | null;
  readonly url: string | null;
  readonly byline: string | null;
  readonly publishedAt: number | null;
  readonly publishedOn: string | null;
  readonly modifiedAt: number | null;
  readonly modifiedOn: string | null;
  readonly retrievedAt: number | null;
  readonly supersedes: string | null;
  readonly textIsPublic: boolean;
  readonly sha256: string;
  readonly text: string | null;
  readonly withdrawnReason: string | null;
  readonly erasedReason: string | null;
}

export interface RecordedClaim extends OnRecord {
  readonly slug: string;
  readonly text: string;
  readonly kind: ClaimKind;
  readonly language: string;
  readonly topics: readonly string[];
  readonly concerns: readonly string[];
  readonly happenedFrom: string | null;
  readonly happenedUntil: string | null;
  readonly review: Review;
  /** What it was reviewed as when it was recorded. */
  readonly firstReview: Review;
  readonly withdrawnReason: string | null;
}

export interface RecordedStance extends OnRecord {
  readonly slug: string;
  readonly claim: string;
  readonly actor: string;
  readonly kind: StanceKind;
  readonly certainty: Certainty;
  readonly saidAt: number | null;
  readonly saidOn: string | null;
  readonly saidPhrase: string | null;
  readonly saidIn: string | null;
  readonly knownBy: number | null;
  readonly note: string | null;
  readonly review: Review;
  readonly firstReview: Review;
  readonly withdrawnReason: string | null;
  readonly evidence: readonly RecordedEvidence[];
}

export interface RecordedEvidence extends OnRecord {
  readonly article: string;
  /** Null where the text of the article was erased. */
  readonly quote: string | null;
  readonly start: number;
  readonly end: number;
  readonly mode: EvidenceMode;
  readonly cue: string | null;
  readonly attribution: readonly string[];
  readonly spokenLanguage: string | null;
  readonly confidence: number | null;
  readonly extractor: string | null;
  readonly withdrawnReason: string | null;
}

/** Words that are to stand at their place in an article's text. */
export interface RecordedQuote {
  readonly key: number;
  readonly quote: string | null;
  readonly start: number;
  readonly end: number;
}

/** Versions of a page, as far as they are known. */
export interface OlderVersions {
  readonly versions: readonly { readonly slug: string; readonly text: string | null }[];
  /** Whether these are all. */
  readonly isWhole: boolean;
}

/** Words that an article was told to be the first with or, where a later version is that, to lack. */
export interface ToldFirst extends WordsAround {
  readonly isFirst: boolean;
}

export interface RecordedAffiliation extends OnRecord {
  readonly of: string;
  readonly kind: AffiliationKind;
  readonly role: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

interface RecordedJudgement extends OnRecord {
  readonly judgement: Judgement;
  readonly reason: string | null;
  /** Null while it is in force. */
  readonly revokedReason: string | null;
}

export interface RecordedLink extends RecordedJudgement {
  readonly to: string;
  readonly kind: ClaimLinkKind;
  readonly shown: LinkEnd | null;
}

export interface RecordedMerge extends RecordedJudgement {
  readonly into: string;
}
