/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { PageDocument } from '../page-document.ts';
/** Names an actor, by exactly one of these. */
export type ActorBy =
  {   /** Its id. */
  readonly id: string; readonly slug?: never; readonly wikidataId?: never; }
  |  { readonly id?: never;   /** Its slug, as in a link to it. */
  readonly slug: string; readonly wikidataId?: never; }
  |  { readonly id?: never; readonly slug?: never;   /** Its Wikidata item, as in `Q7747`. */
  readonly wikidataId: string; };

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

/** How one actor belongs to another. */
export type AffiliationKind =
  /** Is one of its members. */
  | 'MEMBER_OF'
  /** Belongs to it. */
  | 'OWNED_BY'
  /** Is one of its parts. */
  | 'PART_OF'
  /** Speaks in the name of the other. */
  | 'SPEAKS_FOR';

/** Names an article, by exactly one of these. */
export type ArticleBy =
  {   /** Its id. */
  readonly id: string; readonly sha256?: never; readonly slug?: never; readonly url?: never; }
  |  { readonly id?: never;   /** SHA-256 of its text, in hex: the earliest recorded with that text. */
  readonly sha256: string; readonly slug?: never; readonly url?: never; }
  |  { readonly id?: never; readonly sha256?: never;   /** Its slug, as in a link to it. */
  readonly slug: string; readonly url?: never; }
  |  { readonly id?: never; readonly sha256?: never; readonly slug?: never;   /** Its address: the newest recorded there that is not withdrawn. */
  readonly url: string; };

/** How sure the speaker sounds. Not how sure a reader is of the reading. */
export type Certainty =
  /** Stressed: “categorically”, “without doubt”. */
  | 'FIRM'
  /** Softened: “may”, “appears to”. */
  | 'HEDGED'
  /** Said without emphasis or hedge. */
  | 'PLAIN';

/** Names a claim, by exactly one of these. */
export type ClaimBy =
  {   /** Its id. */
  readonly id: string; readonly slug?: never; }
  |  { readonly id?: never;   /** Its slug, as in a link to it. */
  readonly slug: string; };

/** Selects claims that meet all of it. */
export type ClaimFilter = {
  /** With a stance that words of this article show. */
  readonly article?: ArticleBy | null | undefined;
  /** Whether somebody who was asked has not answered, in any of `replies`. */
  readonly awaitingReply?: boolean | null | undefined;
  /** Whose standing last changed later than this, by the record’s clock. */
  readonly changedAfter?: string | Date | null | undefined;
  /** Whose standing last changed earlier than this, by the record’s clock. */
  readonly changedBefore?: string | Date | null | undefined;
  /** That bear on this actor. */
  readonly concerns?: ActorBy | null | undefined;
  /** That this actor is against, itself or as a side. */
  readonly disputedBy?: ActorBy | null | undefined;
  /** Of what ended later than this day; never of unknown time. */
  readonly happenedAfter?: string | null | undefined;
  /** Of what began earlier than this day; never of unknown time. */
  readonly happenedBefore?: string | null | undefined;
  /** Of this kind. */
  readonly kind?: ClaimKind | null | undefined;
  /** Put in this language. */
  readonly language?: string | null | undefined;
  /** No stance that counts meets all of it. */
  readonly noStances?: StanceFilter | null | undefined;
  /** Whether nobody asked somebody whom they bear on. Needs an EDITOR token. */
  readonly notAsked?: boolean | null | undefined;
  /** Whether all who are for it are unnamed sources, or hearsay of such. */
  readonly onlyUnnamedSources?: boolean | null | undefined;
  /** With a stance that words of an article of this outlet show. */
  readonly outlet?: ActorBy | null | undefined;
  /** Put on record later than this. */
  readonly recordedAfter?: string | Date | null | undefined;
  /** Put on record earlier than this. */
  readonly recordedBefore?: string | Date | null | undefined;
  /** With this review, public or not. What is not VERIFIED needs an EDITOR token. */
  readonly review?: Review | null | undefined;
  /** For each of these, at most ten, one stance that counts meets all of it: “the one for it and the other against it”. */
  readonly stances?: ReadonlyArray<StanceFilter> | null | undefined;
  /** With this standing. With an EDITOR token, UNADDRESSED finds drafts as well. */
  readonly status?: StandingStatus | null | undefined;
  /** With one of these standings. With an EDITOR token, UNADDRESSED finds drafts as well. */
  readonly statusIn?: ReadonlyArray<StandingStatus> | null | undefined;
  /** With this topic. */
  readonly topic?: string | null | undefined;
};

/** What a claim can be: true or false, agreed with or not, kept or not. */
export type ClaimKind =
  /** A promise or a forecast. */
  | 'COMMITMENT'
  /** True or false. */
  | 'FACT'
  /** A demand, a judgement, an ought. */
  | 'POSITION';

/** How one claim relates to another. */
export type ClaimLinkKind =
  /** It speaks of the other, or of how the other was said. */
  | 'ABOUT'
  /** Both cannot be true. */
  | 'CONTRADICTS'
  /** It puts the other right. */
  | 'CORRECTS'
  /** If it is true, so is the other. */
  | 'ENTAILS'
  /** It is one part of what the other says. */
  | 'PART_OF'
  /** It makes no sense unless the other is true. */
  | 'PRESUPPOSES'
  /** Both say the same. */
  | 'SAME_AS'
  /** The same quantity later; both can be true, as with a toll. */
  | 'UPDATES';

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

/** What was decided about a link or a merge. */
export type Judgement =
  /** It holds. */
  | 'CONFIRMED'
  /** It does not hold. */
  | 'REJECTED'
  /** Nobody has judged it yet. */
  | 'SUGGESTED';

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

/** What a reviewer decided about a claim or a stance. Only what is verified counts. */
export type Review =
  /** Awaits a reviewer. Editors alone see it. */
  | 'DRAFT'
  /** Not accepted. Editors alone see it. */
  | 'REJECTED'
  /** Accepted. */
  | 'VERIFIED';

/** Selects stances that meet all of it. */
export type StanceFilter = {
  /** Held by this actor. */
  readonly actor?: ActorBy | null | undefined;
  /** Shown by words of this article. */
  readonly article?: ArticleBy | null | undefined;
  /** Put with this certainty. */
  readonly certainty?: Certainty | null | undefined;
  /** On this claim. */
  readonly claim?: ClaimBy | null | undefined;
  /** Whether an unnamed source stands before the holder in every chain. */
  readonly hearsay?: boolean | null | undefined;
  /** Of this kind. */
  readonly kind?: StanceKind | null | undefined;
  /** Shown by words of an article of this outlet. */
  readonly outlet?: ActorBy | null | undefined;
  /** Pointing this way. */
  readonly polarity?: Polarity | null | undefined;
  /** Put on record later than this. */
  readonly recordedAfter?: string | Date | null | undefined;
  /** Put on record earlier than this. */
  readonly recordedBefore?: string | Date | null | undefined;
  /** With this review. What is not VERIFIED needs an EDITOR token. */
  readonly review?: Review | null | undefined;
  /** Taken later than this, by `effectiveAt`. */
  readonly saidAfter?: string | Date | null | undefined;
  /** Taken earlier than this, by `effectiveAt`. */
  readonly saidBefore?: string | Date | null | undefined;
  /** That reached us through this actor: any link of a chain, its holder included. */
  readonly via?: ActorBy | null | undefined;
  /** With true, those withdrawn instead of all others. */
  readonly withdrawn?: boolean | null | undefined;
};

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

export type ActorPageVariables = Exact<{
  slug: string;
}>;


export type ActorPageData = {
  readonly actor: (
    {
    readonly aliases: ReadonlyArray<string>,
    readonly description: string | null,
    readonly wikidataId: string | null,
    readonly recordedAt: string,
    readonly grantedBy: NamedActor | null,
    readonly affiliations: {
      readonly nodes: ReadonlyArray<{
        readonly kind: AffiliationKind,
        readonly role: string | null,
        readonly from: string | null,
        readonly until: string | null,
        readonly of: NamedActor
      }>
    },
    readonly affiliates: {
      readonly nodes: ReadonlyArray<{
        readonly kind: AffiliationKind,
        readonly role: string | null,
        readonly from: string | null,
        readonly until: string | null,
        readonly actor: NamedActor
      }>
    },
    readonly reversals: {
      readonly nodes: ReadonlyArray<{
        readonly claim: LinkedClaim,
        readonly earlier: ShownStance,
        readonly later: ShownStance
      }>
    },
    readonly stances: {
      readonly nodes: ReadonlyArray<(
        {
        readonly claim: LinkedClaim
      }
        & ShownStance
      )>,
      readonly pageInfo: {
        readonly hasNextPage: boolean
      }
    }
  }
    & NamedActor
  ) | null
};

export type ArticlePageVariables = Exact<{
  slug: string;
}>;


export type ArticlePageData = {
  readonly article: {
    readonly slug: string,
    readonly title: string,
    readonly text: string | null,
    readonly language: string,
    readonly url: string | null,
    readonly byline: string | null,
    readonly publishedAt: string | null,
    readonly publishedOn: string | null,
    readonly modifiedAt: string | null,
    readonly modifiedOn: string | null,
    readonly recordedAt: string,
    readonly withdrawnAt: string | null,
    readonly erasedAt: string | null,
    readonly sha256: string,
    readonly outlet: NamedActor | null,
    readonly creditedTo: NamedActor | null,
    readonly supersedes: {
      readonly slug: string,
      readonly title: string,
      readonly language: string
    } | null,
    readonly supersededBy: {
      readonly slug: string,
      readonly title: string,
      readonly language: string
    } | null,
    readonly copyOf: {
      readonly slug: string,
      readonly title: string,
      readonly language: string
    } | null,
    readonly evidence: {
      readonly nodes: ReadonlyArray<{
        readonly id: string,
        readonly quote: string | null,
        readonly start: number,
        readonly end: number,
        readonly mode: EvidenceMode,
        readonly withdrawnAt: string | null,
        readonly attribution: ReadonlyArray<{
          readonly slug: string,
          readonly name: string
        }>,
        readonly stance: {
          readonly slug: string,
          readonly kind: StanceKind,
          readonly withdrawnAt: string | null,
          readonly actor: NamedActor,
          readonly claim: LinkedClaim
        }
      }>,
      readonly pageInfo: {
        readonly hasNextPage: boolean
      }
    }
  } | null
};

export type BoardPageVariables = Exact<{ [key: string]: never; }>;


export type BoardPageData = {
  readonly disputed: {
    readonly nodes: ReadonlyArray<ListedClaim>,
    readonly pageInfo: {
      readonly hasNextPage: boolean
    }
  },
  readonly changed: {
    readonly nodes: ReadonlyArray<ListedClaim>
  },
  readonly articles: {
    readonly nodes: ReadonlyArray<{
      readonly slug: string,
      readonly title: string,
      readonly language: string,
      readonly publishedAt: string | null,
      readonly publishedOn: string | null,
      readonly outlet: {
        readonly slug: string,
        readonly name: string
      } | null
    }>
  }
};

export type ClaimDataVariables = Exact<{
  slug: string;
}>;


export type ClaimDataData = {
  readonly claim: (
    {
    readonly withdrawnAt: string | null,
    readonly articles: {
      readonly nodes: ReadonlyArray<AppearanceArticle>
    },
    readonly said: {
      readonly nodes: ReadonlyArray<{
        readonly slug: string,
        readonly saidAt: string | null,
        readonly saidOn: string | null,
        readonly actor: NamedActor,
        readonly evidence: ReadonlyArray<{
          readonly quote: string | null,
          readonly mode: EvidenceMode,
          readonly spokenLanguage: string | null,
          readonly withdrawnAt: string | null,
          readonly article: (
            {
            readonly withdrawnAt: string | null
          }
            & AppearanceArticle
          )
        }>
      }>
    }
  }
    & LinkedClaim
  ) | null
};

export type AppearanceArticle = {
  readonly slug: string,
  readonly title: string,
  readonly language: string,
  readonly url: string | null,
  readonly publishedAt: string | null,
  readonly publishedOn: string | null,
  readonly outlet: NamedActor | null
};

export type ClaimPageVariables = Exact<{
  slug: string;
  asOf?: string | Date | null | undefined;
}>;


export type ClaimPageData = {
  readonly claim: (
    {
    readonly id: string,
    readonly kind: ClaimKind,
    readonly topics: ReadonlyArray<string>,
    readonly happenedFrom: string | null,
    readonly happenedUntil: string | null,
    readonly recordedAt: string,
    readonly withdrawnAt: string | null,
    readonly concerns: ReadonlyArray<{
      readonly slug: string,
      readonly name: string
    }>,
    readonly members: ReadonlyArray<{
      readonly id: string,
      readonly slug: string,
      readonly text: string,
      readonly language: string,
      readonly withdrawnAt: string | null
    }>,
    readonly standing: {
      readonly status: StandingStatus,
      readonly summary: string,
      readonly since: string | null,
      readonly onlyUnnamedSources: boolean,
      readonly disputedVia: ReadonlyArray<LinkedClaim>
    },
    readonly echoes: {
      readonly articleCount: number,
      readonly originCount: number
    },
    readonly said: {
      readonly nodes: ReadonlyArray<(
        {
        readonly saidIn: LinkedClaim | null,
        readonly turnedFrom: ShownStance | null
      }
        & ShownStance
      )>,
      readonly pageInfo: {
        readonly hasNextPage: boolean
      }
    },
    readonly takenOff: {
      readonly nodes: ReadonlyArray<ShownStance>
    },
    readonly links: {
      readonly nodes: ReadonlyArray<{
        readonly kind: ClaimLinkKind,
        readonly judgement: Judgement,
        readonly revokedAt: string | null,
        readonly from: LinkedClaim,
        readonly to: LinkedClaim
      }>
    },
    readonly corrections: {
      readonly nodes: ReadonlyArray<{
        readonly at: string,
        readonly text: string,
        readonly language: string
      }>
    },
    readonly timeline: {
      readonly nodes: ReadonlyArray<{
        readonly at: string,
        readonly from: StandingStatus,
        readonly to: StandingStatus,
        readonly because:
          | {
            readonly __typename: 'Actor'
          }
          | {
            readonly __typename: 'ActorMerge'
          }
          | {
            readonly __typename: 'Affiliation'
          }
          | {
            readonly __typename: 'Article'
          }
          | {
            readonly __typename: 'Claim'
          }
          | {
            readonly __typename: 'ClaimLink'
          }
          | {
            readonly __typename: 'Evidence'
          }
          | {
            readonly __typename: 'Stance',
            readonly kind: StanceKind,
            readonly actor: {
              readonly slug: string,
              readonly name: string
            }
          }
          | {
            readonly __typename: 'Token'
          }
         | null
      }>
    }
  }
    & LinkedClaim
  ) | null
};

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

export type ChangesFeedVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  before?: string | Date | null | undefined;
}>;


export type ChangesFeedData = {
  readonly standingChanges: {
    readonly nodes: ReadonlyArray<(
      {
      readonly claim: FedClaim
    }
      & FedChange
    )>,
    readonly pageInfo: {
      readonly hasNextPage: boolean
    }
  }
};

export type ClaimFeedVariables = Exact<{
  slug: string;
  before?: string | Date | null | undefined;
}>;


export type ClaimFeedData = {
  readonly claim: (
    {
    readonly timeline: {
      readonly nodes: ReadonlyArray<FedChange>,
      readonly pageInfo: {
        readonly hasPreviousPage: boolean
      }
    }
  }
    & FedClaim
  ) | null
};

export type FedClaim = (
  {
  readonly id: string,
  readonly topics: ReadonlyArray<string>,
  readonly withdrawnAt: string | null
}
  & LinkedClaim
);

export type FedChange = {
  readonly toldAt: string,
  readonly from: StandingStatus,
  readonly to: StandingStatus,
  readonly isFirst: boolean,
  readonly because:
    | {
      readonly __typename: 'Actor'
    }
    | {
      readonly __typename: 'ActorMerge'
    }
    | {
      readonly __typename: 'Affiliation'
    }
    | {
      readonly __typename: 'Article'
    }
    | {
      readonly __typename: 'Claim'
    }
    | {
      readonly __typename: 'ClaimLink'
    }
    | {
      readonly __typename: 'Evidence'
    }
    | {
      readonly __typename: 'Stance',
      readonly kind: StanceKind,
      readonly withdrawnAt: string | null,
      readonly actor: NamedActor,
      readonly evidence: ReadonlyArray<{
        readonly quote: string | null,
        readonly withdrawnAt: string | null,
        readonly article: {
          readonly slug: string,
          readonly title: string,
          readonly language: string,
          readonly withdrawnAt: string | null
        }
      }>
    }
    | {
      readonly __typename: 'Token'
    }
   | null
};

export type FilteredPageVariables = Exact<{
  filter?: ClaimFilter | null | undefined;
  after?: string | null | undefined;
}>;


export type FilteredPageData = {
  readonly claims: {
    readonly nodes: ReadonlyArray<ListedClaim>,
    readonly pageInfo: {
      readonly hasNextPage: boolean,
      readonly endCursor: string | null
    },
    readonly statuses: ReadonlyArray<CountedValue>,
    readonly kinds: ReadonlyArray<CountedValue>,
    readonly topics: ReadonlyArray<CountedValue>
  }
};

export type CountedValue = {
  readonly key: string,
  readonly label: string,
  readonly count: number
};

export type SearchPageVariables = Exact<{
  query: string;
}>;


export type SearchPageData = {
  readonly search: {
    readonly nodes: ReadonlyArray<
      | (
        {
        readonly __typename: 'Actor'
      }
        & NamedActor
      )
      | {
        readonly __typename: 'Article',
        readonly slug: string,
        readonly title: string,
        readonly language: string,
        readonly publishedAt: string | null,
        readonly publishedOn: string | null,
        readonly outlet: {
          readonly slug: string,
          readonly name: string
        } | null
      }
      | (
        {
        readonly __typename: 'Claim'
      }
        & ListedClaim
      )
    >,
    readonly pageInfo: {
      readonly hasNextPage: boolean
    }
  }
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

export type SitemapsVariables = Exact<{ [key: string]: never; }>;


export type SitemapsData = {
  readonly claims: ReadonlyArray<string>,
  readonly articles: ReadonlyArray<string>,
  readonly actors: ReadonlyArray<string>
};

export type ClaimsSitemapVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ClaimsSitemapData = {
  readonly claims: {
    readonly nodes: ReadonlyArray<{
      readonly slug: string
    }>
  }
};

export type ArticlesSitemapVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ArticlesSitemapData = {
  readonly articles: {
    readonly nodes: ReadonlyArray<{
      readonly slug: string,
      readonly erasedAt: string | null
    }>
  }
};

export type ActorsSitemapVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ActorsSitemapData = {
  readonly actors: {
    readonly nodes: ReadonlyArray<{
      readonly slug: string
    }>
  }
};


export const actorPageDocument: PageDocument<ActorPageData, ActorPageVariables> = {
  name: 'ActorPage',
  text: "query ActorPage($slug: String!) {\n  actor(by: {slug: $slug}) {\n    ...NamedActor\n    aliases\n    description\n    wikidataId\n    recordedAt\n    grantedBy {\n      ...NamedActor\n    }\n    affiliations(first: 30) {\n      nodes {\n        kind\n        role\n        from\n        until\n        of {\n          ...NamedActor\n        }\n      }\n    }\n    affiliates(first: 30) {\n      nodes {\n        kind\n        role\n        from\n        until\n        actor {\n          ...NamedActor\n        }\n      }\n    }\n    reversals(first: 10) {\n      nodes {\n        claim {\n          ...LinkedClaim\n        }\n        earlier {\n          ...ShownStance\n        }\n        later {\n          ...ShownStance\n        }\n      }\n    }\n    stances(first: 40) {\n      nodes {\n        ...ShownStance\n        claim {\n          ...LinkedClaim\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n}\n\nfragment NamedActor on Actor {\n  slug\n  name\n  kind\n}\n\nfragment ShownEvidence on Evidence {\n  id\n  quote\n  mode\n  permalink\n  spokenLanguage\n  withdrawnAt\n  attribution {\n    slug\n    name\n  }\n  article {\n    slug\n    title\n    language\n    publishedAt\n    publishedOn\n    erasedAt\n  }\n}\n\nfragment ShownStance on Stance {\n  slug\n  kind\n  polarity\n  certainty\n  hearsay\n  carrierRetracted\n  withdrawnAt\n  saidPhrase\n  effectiveAt {\n    at\n    basis\n  }\n  actor {\n    ...NamedActor\n  }\n  evidence {\n    ...ShownEvidence\n  }\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}",
};


export const articlePageDocument: PageDocument<ArticlePageData, ArticlePageVariables> = {
  name: 'ArticlePage',
  text: "query ArticlePage($slug: String!) {\n  article(by: {slug: $slug}) {\n    slug\n    title\n    text\n    language\n    url\n    byline\n    publishedAt\n    publishedOn\n    modifiedAt\n    modifiedOn\n    recordedAt\n    withdrawnAt\n    erasedAt\n    sha256\n    outlet {\n      ...NamedActor\n    }\n    creditedTo {\n      ...NamedActor\n    }\n    supersedes {\n      slug\n      title\n      language\n    }\n    supersededBy {\n      slug\n      title\n      language\n    }\n    copyOf {\n      slug\n      title\n      language\n    }\n    evidence(first: 100) {\n      nodes {\n        id\n        quote\n        start\n        end\n        mode\n        withdrawnAt\n        attribution {\n          slug\n          name\n        }\n        stance {\n          slug\n          kind\n          withdrawnAt\n          actor {\n            ...NamedActor\n          }\n          claim {\n            ...LinkedClaim\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n  }\n}\n\nfragment NamedActor on Actor {\n  slug\n  name\n  kind\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}",
};


export const boardPageDocument: PageDocument<BoardPageData, Record<string, never>> = {
  name: 'BoardPage',
  text: "query BoardPage {\n  disputed: claims(\n    first: 20\n    filter: {statusIn: [DISPUTED, DENIED]}\n    orderBy: {field: STANDING_CHANGED_AT}\n  ) {\n    nodes {\n      ...ListedClaim\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n  changed: claims(first: 20, orderBy: {field: STANDING_CHANGED_AT}) {\n    nodes {\n      ...ListedClaim\n    }\n  }\n  articles(first: 10) {\n    nodes {\n      slug\n      title\n      language\n      publishedAt\n      publishedOn\n      outlet {\n        slug\n        name\n      }\n    }\n  }\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}\n\nfragment ListedClaim on Claim {\n  ...LinkedClaim\n  standing {\n    status\n    summary\n    since\n  }\n  echoes {\n    articleCount\n    originCount\n  }\n}",
};


export const claimDataDocument: PageDocument<ClaimDataData, ClaimDataVariables> = {
  name: 'ClaimData',
  text: "query ClaimData($slug: String!) {\n  claim(by: {slug: $slug}) {\n    ...LinkedClaim\n    withdrawnAt\n    articles(first: 50) {\n      nodes {\n        ...AppearanceArticle\n      }\n    }\n    said: saidAgain(first: 50) {\n      nodes {\n        slug\n        saidAt\n        saidOn\n        actor {\n          ...NamedActor\n        }\n        evidence {\n          quote\n          mode\n          spokenLanguage\n          withdrawnAt\n          article {\n            ...AppearanceArticle\n            withdrawnAt\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment AppearanceArticle on Article {\n  slug\n  title\n  language\n  url\n  publishedAt\n  publishedOn\n  outlet {\n    ...NamedActor\n  }\n}\n\nfragment NamedActor on Actor {\n  slug\n  name\n  kind\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}",
};


export const claimPageDocument: PageDocument<ClaimPageData, ClaimPageVariables> = {
  name: 'ClaimPage',
  text: "query ClaimPage($slug: String!, $asOf: DateTime) {\n  claim(by: {slug: $slug}, asOf: $asOf) {\n    ...LinkedClaim\n    id\n    kind\n    topics\n    happenedFrom\n    happenedUntil\n    recordedAt\n    withdrawnAt\n    concerns {\n      slug\n      name\n    }\n    members {\n      id\n      slug\n      text\n      language\n      withdrawnAt\n    }\n    standing {\n      status\n      summary\n      since\n      onlyUnnamedSources\n      disputedVia(first: 10) {\n        ...LinkedClaim\n      }\n    }\n    echoes {\n      articleCount\n      originCount\n    }\n    said: saidAgain(first: 100) {\n      nodes {\n        ...ShownStance\n        saidIn {\n          ...LinkedClaim\n        }\n        turnedFrom {\n          ...ShownStance\n        }\n      }\n      pageInfo {\n        hasNextPage\n      }\n    }\n    takenOff: stances(first: 10, filter: {withdrawn: true}) {\n      nodes {\n        ...ShownStance\n      }\n    }\n    links(first: 30) {\n      nodes {\n        kind\n        judgement\n        revokedAt\n        from {\n          ...LinkedClaim\n        }\n        to {\n          ...LinkedClaim\n        }\n      }\n    }\n    corrections(first: 10) {\n      nodes {\n        at\n        text\n        language\n      }\n    }\n    timeline(first: 50) {\n      nodes {\n        at\n        from\n        to\n        because {\n          __typename\n          ... on Stance {\n            kind\n            actor {\n              slug\n              name\n            }\n          }\n        }\n      }\n    }\n  }\n}\n\nfragment NamedActor on Actor {\n  slug\n  name\n  kind\n}\n\nfragment ShownEvidence on Evidence {\n  id\n  quote\n  mode\n  permalink\n  spokenLanguage\n  withdrawnAt\n  attribution {\n    slug\n    name\n  }\n  article {\n    slug\n    title\n    language\n    publishedAt\n    publishedOn\n    erasedAt\n  }\n}\n\nfragment ShownStance on Stance {\n  slug\n  kind\n  polarity\n  certainty\n  hearsay\n  carrierRetracted\n  withdrawnAt\n  saidPhrase\n  effectiveAt {\n    at\n    basis\n  }\n  actor {\n    ...NamedActor\n  }\n  evidence {\n    ...ShownEvidence\n  }\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}",
};


export const embedChangesDocument: PageDocument<EmbedChangesData, Record<string, never>> = {
  name: 'EmbedChanges',
  text: "subscription EmbedChanges {\n  recordEvents(\n    checkpoints: true\n    filter: {type: [CLAIM_CHANGED, CLAIM_WITHDRAWN, CLAIMS_LINKED, CLAIM_LINK_REVOKED, STANCE_ADDED, STANCE_CHANGED, STANCE_REVIEWED, STANCE_WITHDRAWN, STANDING_CHANGED, EVIDENCE_ADDED, EVIDENCE_WITHDRAWN, ACTORS_MERGED, ACTOR_MERGE_REVOKED, ARTICLE_CHANGED, ARTICLE_ERASED, ARTICLE_RESTORED, ARTICLE_WITHDRAWN]}\n  ) {\n    cursor\n    type\n    claims\n  }\n}",
};


export const embedClaimDocument: PageDocument<EmbedClaimData, EmbedClaimVariables> = {
  name: 'EmbedClaim',
  text: "query EmbedClaim($slug: String!) {\n  claim(by: {slug: $slug}) {\n    ...LinkedClaim\n    id\n    withdrawnAt\n    standing {\n      status\n      summary\n      since\n    }\n    echoes {\n      articleCount\n      originCount\n    }\n  }\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}",
};


export const changesFeedDocument: PageDocument<ChangesFeedData, ChangesFeedVariables> = {
  name: 'ChangesFeed',
  text: "query ChangesFeed($filter: ClaimFilter, $before: DateTime) {\n  standingChanges(first: 50, filter: $filter, toldBefore: $before) {\n    nodes {\n      ...FedChange\n      claim {\n        ...FedClaim\n      }\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n}\n\nfragment FedClaim on Claim {\n  ...LinkedClaim\n  id\n  topics\n  withdrawnAt\n}\n\nfragment FedChange on StandingChange {\n  toldAt\n  from\n  to\n  isFirst\n  because {\n    __typename\n    ... on Stance {\n      kind\n      withdrawnAt\n      actor {\n        ...NamedActor\n      }\n      evidence {\n        quote\n        withdrawnAt\n        article {\n          slug\n          title\n          language\n          withdrawnAt\n        }\n      }\n    }\n  }\n}\n\nfragment NamedActor on Actor {\n  slug\n  name\n  kind\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}",
};


export const claimFeedDocument: PageDocument<ClaimFeedData, ClaimFeedVariables> = {
  name: 'ClaimFeed',
  text: "query ClaimFeed($slug: String!, $before: DateTime) {\n  claim(by: {slug: $slug}) {\n    ...FedClaim\n    timeline(last: 50, toldBefore: $before) {\n      nodes {\n        ...FedChange\n      }\n      pageInfo {\n        hasPreviousPage\n      }\n    }\n  }\n}\n\nfragment FedClaim on Claim {\n  ...LinkedClaim\n  id\n  topics\n  withdrawnAt\n}\n\nfragment FedChange on StandingChange {\n  toldAt\n  from\n  to\n  isFirst\n  because {\n    __typename\n    ... on Stance {\n      kind\n      withdrawnAt\n      actor {\n        ...NamedActor\n      }\n      evidence {\n        quote\n        withdrawnAt\n        article {\n          slug\n          title\n          language\n          withdrawnAt\n        }\n      }\n    }\n  }\n}\n\nfragment NamedActor on Actor {\n  slug\n  name\n  kind\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}",
};


export const filteredPageDocument: PageDocument<FilteredPageData, FilteredPageVariables> = {
  name: 'FilteredPage',
  text: "query FilteredPage($filter: ClaimFilter, $after: String) {\n  claims(\n    first: 30\n    after: $after\n    filter: $filter\n    orderBy: {field: STANDING_CHANGED_AT}\n  ) {\n    nodes {\n      ...ListedClaim\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    statuses: facets(by: STATUS, first: 10) {\n      ...CountedValue\n    }\n    kinds: facets(by: KIND, first: 10) {\n      ...CountedValue\n    }\n    topics: facets(by: TOPIC, first: 30) {\n      ...CountedValue\n    }\n  }\n}\n\nfragment CountedValue on FacetCount {\n  key\n  label\n  count\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}\n\nfragment ListedClaim on Claim {\n  ...LinkedClaim\n  standing {\n    status\n    summary\n    since\n  }\n  echoes {\n    articleCount\n    originCount\n  }\n}",
};


export const searchPageDocument: PageDocument<SearchPageData, SearchPageVariables> = {
  name: 'SearchPage',
  text: "query SearchPage($query: String!) {\n  search(query: $query, first: 30) {\n    nodes {\n      __typename\n      ... on Claim {\n        ...ListedClaim\n      }\n      ... on Actor {\n        ...NamedActor\n      }\n      ... on Article {\n        slug\n        title\n        language\n        publishedAt\n        publishedOn\n        outlet {\n          slug\n          name\n        }\n      }\n    }\n    pageInfo {\n      hasNextPage\n    }\n  }\n}\n\nfragment NamedActor on Actor {\n  slug\n  name\n  kind\n}\n\nfragment LinkedClaim on Claim {\n  slug\n  text\n  language\n}\n\nfragment ListedClaim on Claim {\n  ...LinkedClaim\n  standing {\n    status\n    summary\n    since\n  }\n  echoes {\n    articleCount\n    originCount\n  }\n}",
};


export const sitemapsDocument: PageDocument<SitemapsData, Record<string, never>> = {
  name: 'Sitemaps',
  text: "query Sitemaps {\n  claims: pageStarts(of: CLAIMS)\n  articles: pageStarts(of: ARTICLES)\n  actors: pageStarts(of: ACTORS)\n}",
};


export const claimsSitemapDocument: PageDocument<ClaimsSitemapData, ClaimsSitemapVariables> = {
  name: 'ClaimsSitemap',
  text: "query ClaimsSitemap($after: String) {\n  claims(first: 100, after: $after, orderBy: {field: RECORDED_AT, direction: ASC}) {\n    nodes {\n      slug\n    }\n  }\n}",
};


export const articlesSitemapDocument: PageDocument<ArticlesSitemapData, ArticlesSitemapVariables> = {
  name: 'ArticlesSitemap',
  text: "query ArticlesSitemap($after: String) {\n  articles(\n    first: 100\n    after: $after\n    orderBy: {field: RECORDED_AT, direction: ASC}\n  ) {\n    nodes {\n      slug\n      erasedAt\n    }\n  }\n}",
};


export const actorsSitemapDocument: PageDocument<ActorsSitemapData, ActorsSitemapVariables> = {
  name: 'ActorsSitemap',
  text: "query ActorsSitemap($after: String) {\n  actors(first: 100, after: $after, orderBy: {field: RECORDED_AT, direction: ASC}) {\n    nodes {\n      slug\n    }\n  }\n}",
};
