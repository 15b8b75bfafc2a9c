/** The field's words as closed lists, in the order in which the guide tells them. */

export const actorKinds = [
  'PERSON',
  'ORGANIZATION',
  'GOVERNMENT',
  'OUTLET',
  'GROUP',
  'UNNAMED_SOURCE',
] as const;
export type ActorKind = (typeof actorKinds)[number];

export const affiliationKinds = ['SPEAKS_FOR', 'MEMBER_OF', 'PART_OF', 'OWNED_BY'] as const;
export type AffiliationKind = (typeof affiliationKinds)[number];

export const claimKinds = ['FACT', 'POSITION', 'COMMITMENT'] as const;
export type ClaimKind = (typeof claimKinds)[number];

export const claimLinkKinds = [
  'SAME_AS',
  'CONTRADICTS',
  'ENTAILS',
  'PRESUPPOSES',
  'PART_OF',
  'CORRECTS',
  'UPDATES',
  'ABOUT',
] as const;
export type ClaimLinkKind = (typeof claimLinkKinds)[number];

/** The ends of a link. */
export const linkEnds = ['FROM', 'TO'] as const;
export type LinkEnd = (typeof linkEnds)[number];

export const judgements = ['SUGGESTED', 'CONFIRMED', 'REJECTED'] as const;
export type Judgement = (typeof judgements)[number];

export const reviews = ['DRAFT', 'VERIFIED', 'REJECTED'] as const;
export type Review = (typeof reviews)[number];

export const stanceKinds = [
  'ASSERTS',
  'CONFIRMS',
  'SUPPORTS',
  'REPORTS',
  'QUALIFIES',
  'QUESTIONS',
  'DECLINES',
  'NO_REPLY',
  'DENIES',
  'OPPOSES',
  'RETRACTS',
] as const;
export type StanceKind = (typeof stanceKinds)[number];

export const polarities = ['FOR', 'RELAYED', 'MIXED', 'NONE', 'AGAINST', 'WITHDRAWN'] as const;
export type Polarity = (typeof polarities)[number];

/** What each kind of stance says of its claim. */
export const polarityOf: Readonly<Record<StanceKind, Polarity>> = {
  ASSERTS: 'FOR',
  CONFIRMS: 'FOR',
  SUPPORTS: 'FOR',
  REPORTS: 'RELAYED',
  QUALIFIES: 'MIXED',
  QUESTIONS: 'MIXED',
  DECLINES: 'NONE',
  NO_REPLY: 'NONE',
  DENIES: 'AGAINST',
  OPPOSES: 'AGAINST',
  RETRACTS: 'WITHDRAWN',
};

/** From what the time of a stance is known, the first of these that is. */
export const timeBases = ['SAID_AT', 'SAID_ON', 'ISSUED', 'RECORDED'] as const;
export type TimeBasis = (typeof timeBases)[number];

/** What an import does with a line of something that is on record with other content. */
export type OnConflict = 'FAIL' | 'KEEP' | 'ADD';

export const certainties = ['FIRM', 'PLAIN', 'HEDGED'] as const;
export type Certainty = (typeof certainties)[number];

export const evidenceModes = ['DIRECT', 'MIXED', 'INDIRECT', 'NOMINAL', 'NARRATED'] as const;
export type EvidenceMode = (typeof evidenceModes)[number];

export const standingStatuses = [
  'DISPUTED',
  'DENIED',
  'RETRACTED',
  'QUESTIONED',
  'CORROBORATED',
  'ASSERTED',
  'REPORTED',
  'UNADDRESSED',
] as const;
export type StandingStatus = (typeof standingStatuses)[number];

/** What entries of a list are counted by. */
export type FacetName =
  | 'ACTOR'
  | 'OUTLET'
  | 'TOPIC'
  | 'STATUS'
  | 'KIND'
  | 'MONTH_SAID'
  | 'MONTH_RECORDED';

/** What became of asking somebody about a claim. */
export type ReplyState = 'ANSWERED' | 'DECLINED' | 'NO_REPLY' | 'NOT_ASKED';

/** How an actor is a party to a claim: it bears on the actor, or the actor is against it. */
export const partyRoles = ['AGAINST', 'CONCERNED'] as const;
export type PartyRole = (typeof partyRoles)[number];

export const roles = ['READER', 'EDITOR', 'REVIEWER', 'ADMIN'] as const;
export type Role = (typeof roles)[number];

export const eventTypes = [
  'ARTICLE_ADDED',
  'ARTICLE_CHANGED',
  'ARTICLE_EDITED',
  'ARTICLE_WITHDRAWN',
  'ARTICLE_RESTORED',
  'ARTICLE_ERASED',
  'ACTOR_ADDED',
  'ACTOR_CHANGED',
  'ACTORS_MERGED',
  'ACTOR_MERGE_REVOKED',
  'AFFILIATION_ADDED',
  'AFFILIATION_ENDED',
  'CLAIM_RECORDED',
  'CLAIM_ADDED',
  'CLAIM_CHANGED',
  'CLAIM_WITHDRAWN',
  'CLAIMS_LINKED',
  'CLAIM_LINK_REVOKED',
  'STANCE_ADDED',
  'STANCE_CHANGED',
  'STANCE_REVIEWED',
  'STANCE_WITHDRAWN',
  'EVIDENCE_ADDED',
  'EVIDENCE_WITHDRAWN',
  'STANDING_CHANGED',
  'TOKEN_CREATED',
  'TOKEN_REVOKED',
] as const;
export type EventType = (typeof eventTypes)[number];

/** The tables an event can speak of; also the prefix of their public ids. */
export const nouns = [
  'article',
  'actor',
  'affiliation',
  'claim',
  'link',
  'merge',
  'stance',
  'evidence',
  'token',
] as const;
export type Noun = (typeof nouns)[number];

/** Who may see an event: everyone, holders of an EDITOR token or higher, holders of an ADMIN token. */
export const visibilities = ['PUBLIC', 'EDITORS', 'ADMINS'] as const;
export type Visibility = (typeof visibilities)[number];
