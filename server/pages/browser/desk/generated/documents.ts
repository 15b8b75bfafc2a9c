/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DeskDocument } from '../desk-document.ts';
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

/** What a claim can be: true or false, agreed with or not, kept or not. */
export type ClaimKind =
  /** A promise or a forecast. */
  | 'COMMITMENT'
  /** True or false. */
  | 'FACT'
  /** A demand, a judgement, an ought. */
  | 'POSITION';

/** How what a claim says relates to what a text says, as far as their words tell it. */
export type ClaimRelation =
  /** One says all that the other says, and more: where, when, of which. */
  | 'NARROWER'
  /** One says that what the other says is not so, or is its opposite. */
  | 'NEGATION'
  /** It says the same of another number, quantity or date. */
  | 'OTHER_NUMBER'
  /** It says the same. */
  | 'SAME'
  /** It has words of the text. What more there is to it is not sure. */
  | 'SIMILAR';

/** What a draft leaves to whoever reviews it. */
export type DraftDoubt =
  /** The article tells that something is denied, and not for certain what: it is accepted with `claim` or `claimText` alone. `claimCandidates` are the other claims of the article. */
  | 'CLAIM_NOT_TOLD';

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

/** What a reviewer decided about a claim or a stance. Only what is verified counts. */
export type Review =
  /** Awaits a reviewer. Editors alone see it. */
  | 'DRAFT'
  /** Not accepted. Editors alone see it. */
  | 'REJECTED'
  /** Accepted. */
  | 'VERIFIED';

/** What a token allows. Each role allows what the ones before it do. */
export type Role =
  /** Everything. */
  | 'ADMIN'
  /** Sees drafts, reasons and texts as well; records and corrects. */
  | 'EDITOR'
  /** Reads what everyone may read, also where strangers may read nothing. */
  | 'READER'
  /** Judges drafts and merges of actors as well. */
  | 'REVIEWER';

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

export type DeskBeginsVariables = Exact<{ [key: string]: never; }>;


export type DeskBeginsData = {
  readonly viewer: {
    readonly name: string,
    readonly role: Role
  } | null,
  readonly record: {
    readonly feedCursor: string,
    readonly counts: {
      readonly articles: number
    }
  }
};

export type DeskArticlesVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DeskArticlesData = {
  readonly articles: {
    readonly totalCount: number | null,
    readonly nodes: ReadonlyArray<DeskArticle>,
    readonly pageInfo: {
      readonly hasNextPage: boolean,
      readonly endCursor: string | null
    }
  },
  readonly record: {
    readonly counts: {
      readonly articles: number
    }
  }
};

export type DeskArticleInFullVariables = Exact<{
  by: ArticleBy;
}>;


export type DeskArticleInFullData = {
  readonly article: (
    {
    readonly text: string | null,
    readonly copies: {
      readonly nodes: ReadonlyArray<DeskArticle>
    },
    readonly versions: {
      readonly nodes: ReadonlyArray<DeskArticle>
    }
  }
    & DeskArticle
  ) | null
};

export type DeskDraftsVariables = Exact<{
  article: ArticleBy;
  after?: string | null | undefined;
}>;


export type DeskDraftsData = {
  readonly drafts: {
    readonly totalCount: number | null,
    readonly feedCursor: string,
    readonly nodes: ReadonlyArray<DeskStance>,
    readonly pageInfo: {
      readonly hasNextPage: boolean,
      readonly endCursor: string | null
    }
  }
};

export type DeskStancesVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type DeskStancesData = {
  readonly nodes: ReadonlyArray<
    | DeskStance
    | Record<PropertyKey, never>
   | null>,
  readonly record: {
    readonly feedCursor: string
  }
};

export type DeskCandidatesVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type DeskCandidatesData = {
  readonly nodes: ReadonlyArray<
    | {
      readonly id: string,
      readonly claimCandidates: ReadonlyArray<{
        readonly score: number,
        readonly relation: ClaimRelation,
        readonly claim: DeskClaim
      }> | null,
      readonly actorCandidates: ReadonlyArray<DeskActor> | null,
      readonly furtherEvidenceOf: {
        readonly id: string,
        readonly slug: string,
        readonly claim: DeskClaim
      } | null
    }
    | Record<PropertyKey, never>
   | null>
};

export type DeskStandingsVariables = Exact<{
  ids: ReadonlyArray<string>;
}>;


export type DeskStandingsData = {
  readonly nodes: ReadonlyArray<
    | DeskStanding
    | Record<PropertyKey, never>
   | null>
};

export type DeskEvidenceInVariables = Exact<{
  by: ArticleBy;
  after?: string | null | undefined;
}>;


export type DeskEvidenceInData = {
  readonly article: {
    readonly evidence: {
      readonly nodes: ReadonlyArray<(
        {
        readonly stance: {
          readonly id: string,
          readonly kind: StanceKind,
          readonly review: Review,
          readonly withdrawnAt: string | null,
          readonly actor: DeskActor,
          readonly claim: DeskClaim
        }
      }
        & DeskEvidence
      )>,
      readonly pageInfo: {
        readonly hasNextPage: boolean,
        readonly endCursor: string | null
      }
    }
  } | null,
  readonly record: {
    readonly feedCursor: string
  }
};

export type DeskClaimsVariables = Exact<{
  text: string;
}>;


export type DeskClaimsData = {
  readonly similarClaims: ReadonlyArray<{
    readonly relation: ClaimRelation,
    readonly claim: DeskClaim
  }>,
  readonly search: {
    readonly nodes: ReadonlyArray<
      | DeskClaim
      | Record<PropertyKey, never>
    >
  }
};

export type DeskActorsVariables = Exact<{
  text: string;
}>;


export type DeskActorsData = {
  readonly search: {
    readonly nodes: ReadonlyArray<
      | DeskActor
      | Record<PropertyKey, never>
    >
  }
};

export type DeskActor = {
  readonly id: string,
  readonly name: string,
  readonly kind: ActorKind
};

export type DeskClaim = {
  readonly id: string,
  readonly slug: string,
  readonly text: string,
  readonly kind: ClaimKind,
  readonly language: string,
  readonly topics: ReadonlyArray<string>,
  readonly review: Review
};

export type DeskEvidence = {
  readonly id: string,
  readonly quote: string | null,
  readonly start: number,
  readonly end: number,
  readonly mode: EvidenceMode,
  readonly cue: string | null,
  readonly confidence: number | null,
  readonly withdrawnAt: string | null,
  readonly article: {
    readonly id: string
  },
  readonly attribution: ReadonlyArray<DeskActor>
};

export type DeskStance = {
  readonly id: string,
  readonly slug: string,
  readonly kind: StanceKind,
  readonly certainty: Certainty,
  readonly saidOn: string | null,
  readonly saidPhrase: string | null,
  readonly review: Review,
  readonly unsure: DraftDoubt | null,
  readonly withdrawnAt: string | null,
  readonly actor: DeskActor,
  readonly claim: DeskClaim,
  readonly evidence: ReadonlyArray<DeskEvidence>,
  readonly readOtherwise: ReadonlyArray<{
    readonly id: string
  }> | null
};

export type DeskStanding = {
  readonly slug: string,
  readonly standing: {
    readonly status: StandingStatus,
    readonly summary: string
  }
};

export type DeskArticle = {
  readonly id: string,
  readonly slug: string,
  readonly title: string,
  readonly language: string,
  readonly publishedOn: string | null,
  readonly publishedAt: string | null,
  readonly withdrawnAt: string | null,
  readonly outlet: DeskActor | null,
  readonly creditedTo: DeskActor | null
};


export const deskBeginsDocument: DeskDocument<DeskBeginsData, Record<string, never>> = {
  name: 'DeskBegins',
  text: "query DeskBegins {\n  viewer {\n    name\n    role\n  }\n  record {\n    feedCursor\n    counts {\n      articles\n    }\n  }\n}",
};


export const deskArticlesDocument: DeskDocument<DeskArticlesData, DeskArticlesVariables> = {
  name: 'DeskArticles',
  text: "query DeskArticles($after: String) {\n  articles(first: 50, after: $after, filter: {hasDrafts: true, withdrawn: false}) {\n    totalCount\n    nodes {\n      ...DeskArticle\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n  }\n  record {\n    counts {\n      articles\n    }\n  }\n}\n\nfragment DeskActor on Actor {\n  id\n  name\n  kind\n}\n\nfragment DeskArticle on Article {\n  id\n  slug\n  title\n  language\n  publishedOn\n  publishedAt\n  withdrawnAt\n  outlet {\n    ...DeskActor\n  }\n  creditedTo {\n    ...DeskActor\n  }\n}",
};


export const deskArticleInFullDocument: DeskDocument<DeskArticleInFullData, DeskArticleInFullVariables> = {
  name: 'DeskArticleInFull',
  text: "query DeskArticleInFull($by: ArticleBy!) {\n  article(by: $by) {\n    ...DeskArticle\n    text\n    copies(first: 20) {\n      nodes {\n        ...DeskArticle\n      }\n    }\n    versions(first: 20) {\n      nodes {\n        ...DeskArticle\n      }\n    }\n  }\n}\n\nfragment DeskActor on Actor {\n  id\n  name\n  kind\n}\n\nfragment DeskArticle on Article {\n  id\n  slug\n  title\n  language\n  publishedOn\n  publishedAt\n  withdrawnAt\n  outlet {\n    ...DeskActor\n  }\n  creditedTo {\n    ...DeskActor\n  }\n}",
};


export const deskDraftsDocument: DeskDocument<DeskDraftsData, DeskDraftsVariables> = {
  name: 'DeskDrafts',
  text: "query DeskDrafts($article: ArticleBy!, $after: String) {\n  drafts(article: $article, first: 100, after: $after) {\n    totalCount\n    nodes {\n      ...DeskStance\n    }\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    feedCursor\n  }\n}\n\nfragment DeskActor on Actor {\n  id\n  name\n  kind\n}\n\nfragment DeskClaim on Claim {\n  id\n  slug\n  text\n  kind\n  language\n  topics\n  review\n}\n\nfragment DeskEvidence on Evidence {\n  id\n  quote\n  start\n  end\n  mode\n  cue\n  confidence\n  withdrawnAt\n  article {\n    id\n  }\n  attribution {\n    ...DeskActor\n  }\n}\n\nfragment DeskStance on Stance {\n  id\n  slug\n  kind\n  certainty\n  saidOn\n  saidPhrase\n  review\n  unsure\n  withdrawnAt\n  actor {\n    ...DeskActor\n  }\n  claim {\n    ...DeskClaim\n  }\n  evidence {\n    ...DeskEvidence\n  }\n  readOtherwise {\n    id\n  }\n}",
};


export const deskStancesDocument: DeskDocument<DeskStancesData, DeskStancesVariables> = {
  name: 'DeskStances',
  text: "query DeskStances($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    ... on Stance {\n      ...DeskStance\n    }\n  }\n  record {\n    feedCursor\n  }\n}\n\nfragment DeskActor on Actor {\n  id\n  name\n  kind\n}\n\nfragment DeskClaim on Claim {\n  id\n  slug\n  text\n  kind\n  language\n  topics\n  review\n}\n\nfragment DeskEvidence on Evidence {\n  id\n  quote\n  start\n  end\n  mode\n  cue\n  confidence\n  withdrawnAt\n  article {\n    id\n  }\n  attribution {\n    ...DeskActor\n  }\n}\n\nfragment DeskStance on Stance {\n  id\n  slug\n  kind\n  certainty\n  saidOn\n  saidPhrase\n  review\n  unsure\n  withdrawnAt\n  actor {\n    ...DeskActor\n  }\n  claim {\n    ...DeskClaim\n  }\n  evidence {\n    ...DeskEvidence\n  }\n  readOtherwise {\n    id\n  }\n}",
};


export const deskCandidatesDocument: DeskDocument<DeskCandidatesData, DeskCandidatesVariables> = {
  name: 'DeskCandidates',
  text: "query DeskCandidates($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    ... on Stance {\n      id\n      claimCandidates(first: 6) {\n        score\n        relation\n        claim {\n          ...DeskClaim\n        }\n      }\n      actorCandidates(first: 5) {\n        ...DeskActor\n      }\n      furtherEvidenceOf {\n        id\n        slug\n        claim {\n          ...DeskClaim\n        }\n      }\n    }\n  }\n}\n\nfragment DeskActor on Actor {\n  id\n  name\n  kind\n}\n\nfragment DeskClaim on Claim {\n  id\n  slug\n  text\n  kind\n  language\n  topics\n  review\n}",
};


export const deskStandingsDocument: DeskDocument<DeskStandingsData, DeskStandingsVariables> = {
  name: 'DeskStandings',
  text: "query DeskStandings($ids: [ID!]!) {\n  nodes(ids: $ids) {\n    ... on Claim {\n      ...DeskStanding\n    }\n  }\n}\n\nfragment DeskStanding on Claim {\n  slug\n  standing {\n    status\n    summary\n  }\n}",
};


export const deskEvidenceInDocument: DeskDocument<DeskEvidenceInData, DeskEvidenceInVariables> = {
  name: 'DeskEvidenceIn',
  text: "query DeskEvidenceIn($by: ArticleBy!, $after: String) {\n  article(by: $by) {\n    evidence(first: 100, after: $after) {\n      nodes {\n        ...DeskEvidence\n        stance {\n          id\n          kind\n          review\n          withdrawnAt\n          actor {\n            ...DeskActor\n          }\n          claim {\n            ...DeskClaim\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n  record {\n    feedCursor\n  }\n}\n\nfragment DeskActor on Actor {\n  id\n  name\n  kind\n}\n\nfragment DeskClaim on Claim {\n  id\n  slug\n  text\n  kind\n  language\n  topics\n  review\n}\n\nfragment DeskEvidence on Evidence {\n  id\n  quote\n  start\n  end\n  mode\n  cue\n  confidence\n  withdrawnAt\n  article {\n    id\n  }\n  attribution {\n    ...DeskActor\n  }\n}",
};


export const deskClaimsDocument: DeskDocument<DeskClaimsData, DeskClaimsVariables> = {
  name: 'DeskClaims',
  text: "query DeskClaims($text: String!) {\n  similarClaims(text: $text, first: 6) {\n    relation\n    claim {\n      ...DeskClaim\n    }\n  }\n  search(query: $text, in: [CLAIM], first: 6) {\n    nodes {\n      ... on Claim {\n        ...DeskClaim\n      }\n    }\n  }\n}\n\nfragment DeskClaim on Claim {\n  id\n  slug\n  text\n  kind\n  language\n  topics\n  review\n}",
};


export const deskActorsDocument: DeskDocument<DeskActorsData, DeskActorsVariables> = {
  name: 'DeskActors',
  text: "query DeskActors($text: String!) {\n  search(query: $text, in: [ACTOR], first: 8) {\n    nodes {\n      ... on Actor {\n        ...DeskActor\n      }\n    }\n  }\n}\n\nfragment DeskActor on Actor {\n  id\n  name\n  kind\n}",
};
