import type { RefusalFacts_AlreadyWithdrawn, RefusalFacts_AttributionBroken, RefusalFacts_Conflict, RefusalFacts_EvidenceRequired, RefusalFacts_InputInvalid, RefusalFacts_LinesRefused, RefusalFacts_NotOnRecord, RefusalFacts_QuoteAmbiguous, RefusalFacts_QuoteNotInArticle, RefusalFacts_TextInvalid } from './selections.ts';
/** What is to be withdrawn, ended or revoked is so already. */
export interface AlreadyWithdrawn extends Omit<RefusalFacts_AlreadyWithdrawn, 'code'> {
  readonly code: 'ALREADY_WITHDRAWN';
}

/** A chain does not lead from the article’s publisher to the holder of the stance. */
export interface AttributionBroken extends Omit<RefusalFacts_AttributionBroken, 'code'> {
  readonly code: 'ATTRIBUTION_BROKEN';
}

/** The slug, hash or key is on record already, with other content. */
export interface Conflict extends Omit<RefusalFacts_Conflict, 'code'> {
  readonly code: 'CONFLICT';
}

/** A stance has neither evidence nor a note that says why. */
export interface EvidenceRequired extends Omit<RefusalFacts_EvidenceRequired, 'code'> {
  readonly code: 'EVIDENCE_REQUIRED';
}

/** A value that the rules of the record do not allow; `message` says which rule. */
export interface InputInvalid extends Omit<RefusalFacts_InputInvalid, 'code'> {
  readonly code: 'INPUT_INVALID';
}

/** At least one line of the interchange format may not be recorded. */
export interface LinesRefused extends Omit<RefusalFacts_LinesRefused, 'code'> {
  readonly code: 'LINES_REFUSED';
}

/** A reference leads to nothing on record. */
export interface NotOnRecord extends Omit<RefusalFacts_NotOnRecord, 'code'> {
  readonly code: 'NOT_ON_RECORD';
}

/** The quote stands in the article more than once: `start` and `end` say which is meant. */
export interface QuoteAmbiguous extends Omit<RefusalFacts_QuoteAmbiguous, 'code'> {
  readonly code: 'QUOTE_AMBIGUOUS';
}

/** The quote does not stand in the article’s text at that place, or not at all. */
export interface QuoteNotInArticle extends Omit<RefusalFacts_QuoteNotInArticle, 'code'> {
  readonly code: 'QUOTE_NOT_IN_ARTICLE';
}

/** A text cannot be kept letter for letter, or is empty or too long. */
export interface TextInvalid extends Omit<RefusalFacts_TextInvalid, 'code'> {
  readonly code: 'TEXT_INVALID';
}

export type Refusal =
  | AlreadyWithdrawn
  | AttributionBroken
  | Conflict
  | EvidenceRequired
  | InputInvalid
  | LinesRefused
  | NotOnRecord
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

export type AddEvidenceRefusal =
  | AlreadyWithdrawn
  | AttributionBroken
  | Conflict
  | InputInvalid
  | NotOnRecord
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

export type EndAffiliationRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type ImportRecordRefusal =
  | Conflict
  | InputInvalid
  | LinesRefused
  | NotOnRecord
  | TextInvalid;

export type LinkClaimsRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type MergeActorsRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type RecordActorRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type RecordAffiliationRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type RecordArticleRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type RecordClaimRefusal =
  | AttributionBroken
  | Conflict
  | EvidenceRequired
  | InputInvalid
  | NotOnRecord
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

export type RecordStanceRefusal =
  | AttributionBroken
  | Conflict
  | EvidenceRequired
  | InputInvalid
  | NotOnRecord
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

export type RestoreArticleRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type ReviewStanceRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type RevokeActorMergeRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type RevokeClaimLinkRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type UpdateActorRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type UpdateArticleRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type UpdateClaimRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type WithdrawArticleRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type WithdrawClaimRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type WithdrawEvidenceRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

export type WithdrawStanceRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;
