/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What sort of actor it is. */
export type ActorKind =
  /** A state, a government or an office of one. */
  | 'GOVERNMENT'
  /** People named collectively, as “critics”. Never an origin of a claim. */
  | 'GROUP'
  /** A company, party, agency, court or other body. */
  | 'ORGANIZATION'
  /** Whoever publishes articles. */
  | 'OUTLET'
  /** A human being known by name. */
  | 'PERSON'
  /** A source who was granted anonymity, by its verbatim description. */
  | 'UNNAMED_SOURCE';

/** How sure the speaker sounds. Not how sure a reader is of the reading. */
export type Certainty =
  /** Stressed: “categorically”, “without doubt”. */
  | 'FIRM'
  /** Softened: “may”, “appears to”. */
  | 'HEDGED'
  /** Said without emphasis or hedge. */
  | 'PLAIN';

/** What can happen to the record. */
export type EventType =
  /** Two actors were judged to be one. */
  | 'ACTORS_MERGED'
  /** An actor was put on record. */
  | 'ACTOR_ADDED'
  /** What is told about an actor was corrected. */
  | 'ACTOR_CHANGED'
  /** Two actors are no longer held to be one. */
  | 'ACTOR_MERGE_REVOKED'
  /** An actor was found to belong to another, or speak for it. */
  | 'AFFILIATION_ADDED'
  /** The end of an affiliation became known. */
  | 'AFFILIATION_ENDED'
  /** An article was put on record. */
  | 'ARTICLE_ADDED'
  /** What is told about an article was corrected. */
  | 'ARTICLE_CHANGED'
  /** A published text was changed: the article is the text that stands on its page since. */
  | 'ARTICLE_EDITED'
  /** An article’s text and quotes were removed for good. */
  | 'ARTICLE_ERASED'
  /** A withdrawn article counts again. */
  | 'ARTICLE_RESTORED'
  /** An article that should not be on record stopped counting. */
  | 'ARTICLE_WITHDRAWN'
  /** Two claims were found to be related. */
  | 'CLAIMS_LINKED'
  /** A claim has its first verified stance and is public. Once a claim. */
  | 'CLAIM_ADDED'
  /** The wording of a claim or what is told about it was corrected. */
  | 'CLAIM_CHANGED'
  /** Two claims are no longer held to be related so. */
  | 'CLAIM_LINK_REVOKED'
  /** A claim was put on record, and nobody is known to address it. */
  | 'CLAIM_RECORDED'
  /** The record had a claim wrong. */
  | 'CLAIM_WITHDRAWN'
  /** More words that show a stance were put on record. */
  | 'EVIDENCE_ADDED'
  /** The record had a piece of evidence wrong. */
  | 'EVIDENCE_WITHDRAWN'
  /** An actor’s stance on a claim was put on record. */
  | 'STANCE_ADDED'
  /** When or where a stance was taken, how sure it sounded or its note was corrected. */
  | 'STANCE_CHANGED'
  /** A stance was judged. */
  | 'STANCE_REVIEWED'
  /** The record had a stance wrong. */
  | 'STANCE_WITHDRAWN'
  /** A claim’s standing has another status. */
  | 'STANDING_CHANGED'
  /** A token was created. For admins. */
  | 'TOKEN_CREATED'
  /** A token was revoked. For admins. */
  | 'TOKEN_REVOKED';

/** How the words of an article render what was said. */
export type EvidenceMode =
  /** Quoted words. */
  | 'DIRECT'
  /** A paraphrase. */
  | 'INDIRECT'
  /** A paraphrase with quoted words in it. */
  | 'MIXED'
  /** The outlet’s own voice. */
  | 'NARRATED'
  /** A noun stands for the saying: “the Post’s report”. */
  | 'NOMINAL';

/** Which way a stance points. It follows from the stance’s kind. */
export type Polarity =
  /** DENIES or OPPOSES. */
  | 'AGAINST'
  /** ASSERTS, CONFIRMS or SUPPORTS. */
  | 'FOR'
  /** QUALIFIES or QUESTIONS. */
  | 'MIXED'
  /** DECLINES or NO_REPLY: no position. */
  | 'NONE'
  /** REPORTS: carried, and neither for nor against. */
  | 'RELAYED'
  /** RETRACTS: what it said before no longer counts. */
  | 'WITHDRAWN';

/** How an actor stands towards a claim. */
export type StanceKind =
  /** Puts it forward on its own authority; for a commitment, promises it. */
  | 'ASSERTS'
  /** Says that a claim already in circulation is true. */
  | 'CONFIRMS'
  /** Answered and took no position. */
  | 'DECLINES'
  /** Says that it is false or did not happen. */
  | 'DENIES'
  /** Was asked and had not answered when it was published. */
  | 'NO_REPLY'
  /** Rejects a position. */
  | 'OPPOSES'
  /** Accepts part and contests part, or calls it misleading. */
  | 'QUALIFIES'
  /** Doubts it or asks for proof, without calling it false. */
  | 'QUESTIONS'
  /** Carries it, vouching for the sourcing and not for the truth. */
  | 'REPORTS'
  /** Takes back its own earlier stance. */
  | 'RETRACTS'
  /** Endorses a position. */
  | 'SUPPORTS';

/** Where a claim stands among those who spoke to it. The first that fits, in this order. */
export type StandingStatus =
  /** Someone is for it. */
  | 'ASSERTED'
  /** Two or more independent origins are for it. */
  | 'CORROBORATED'
  /** Only those against it are left, and those mixed or without position. */
  | 'DENIED'
  /** Someone is against it, and someone is for it or relays it. */
  | 'DISPUTED'
  /** Someone is mixed. */
  | 'QUESTIONED'
  /** It is only relayed. */
  | 'REPORTED'
  /** It was put forward or relayed, and retraction left nothing. */
  | 'RETRACTED'
  /** Nobody’s stance counts. */
  | 'UNADDRESSED';

/** From what the time of a stance is known. */
export type TimeBasis =
  /** Its words were issued then: by the earliest version that has them. */
  | 'ISSUED'
  /** Nothing else is known: a record first held it then. */
  | 'RECORDED'
  /** An article tells the instant. */
  | 'SAID_AT'
  /** The day is told: its first moment in UTC, of what is taken back its last millisecond. */
  | 'SAID_ON';

export type EmbedChangesVariables = Exact<{ [key: string]: never; }>;


export type EmbedChangesData = {
  readonly recordEvents: {
    readonly cursor: string,
    readonly type: EventType | null,
    readonly claims: ReadonlyArray<string>
  }
};

export type EmbedClaimVariables = Exact<{
  slug: string;
}>;


export type EmbedClaimData = {
  readonly claim: (
    {
    readonly id: string,
    readonly withdrawnAt: string | null,
    readonly standing: {
      readonly status: StandingStatus,
      readonly summary: string,
      readonly since: string | null
    },
    readonly echoes: {
      readonly articleCount: number,
      readonly originCount: number
    }
  }
    & LinkedClaim
  ) | null
};

export type NamedActor = {
  readonly slug: string,
  readonly name: string,
  readonly kind: ActorKind
};

export type ShownEvidence = {
  readonly id: string,
  readonly quote: string | null,
  readonly mode: EvidenceMode,
  readonly permalink: string | null,
  readonly spokenLanguage: string | null,
  readonly withdrawnAt: string | null,
  readonly attribution: ReadonlyArray<{
    readonly slug: string,
    readonly name: string
  }>,
  readonly article: {
    readonly slug: string,
    readonly title: string,
    readonly language: string,
    readonly publishedAt: string | null,
    readonly publishedOn: string | null,
    readonly erasedAt: string | null
  }
};

export type ShownStance = {
  readonly slug: string,
  readonly kind: StanceKind,
  readonly polarity: Polarity,
  readonly certainty: Certainty,
  readonly hearsay: boolean,
  readonly carrierRetracted: boolean,
  readonly withdrawnAt: string | null,
  readonly saidPhrase: string | null,
  readonly effectiveAt: {
    readonly at: string,
    readonly basis: TimeBasis
  },
  readonly actor: NamedActor,
  readonly evidence: ReadonlyArray<ShownEvidence>
};

export type LinkedClaim = {
  readonly slug: string,
  readonly text: string,
  readonly language: string
};

export type ListedClaim = (
  {
  readonly standing: {
    readonly status: StandingStatus,
    readonly summary: string,
    readonly since: string | null
  },
  readonly echoes: {
    readonly articleCount: number,
    readonly originCount: number
  }
}
  & LinkedClaim
);

/** The hash of the document of this name. */
export const hashOfEmbedChanges = 'c99a896831420e73c5e920bc83028c1868df7e1d7d611f52a43a75193fe6ce79';

/** The hash of the document of this name. */
export const hashOfEmbedClaim = '41754d89939a2fc3d0e4b0fea5f461a22002a66445a5117d07ce0ba156b4a22d';
