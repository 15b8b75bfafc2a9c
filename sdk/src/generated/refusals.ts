import type { RefusalFacts_AlreadyWithdrawn, RefusalFacts_AttributionBroken, RefusalFacts_ClaimRequired, RefusalFacts_Conflict, RefusalFacts_EvidenceRequired, RefusalFacts_InputInvalid, RefusalFacts_LinesRefused, RefusalFacts_NotOnRecord, RefusalFacts_PageInvalid, RefusalFacts_QuoteAmbiguous, RefusalFacts_QuoteNotInArticle, RefusalFacts_TextInvalid } from './selections.ts';
/**
 * What is to be withdrawn, ended or revoked is so already.
 * @example if (!answer.ok && answer.refusal.code === 'ALREADY_WITHDRAWN') show(answer.refusal.message);
 */
export interface AlreadyWithdrawn extends Omit<RefusalFacts_AlreadyWithdrawn, 'code'> {
  readonly code: 'ALREADY_WITHDRAWN';
}

/**
 * A chain does not lead from the article’s publisher to the holder of the stance.
 * @example if (!answer.ok && answer.refusal.code === 'ATTRIBUTION_BROKEN') show(answer.refusal.message);
 */
export interface AttributionBroken extends Omit<RefusalFacts_AttributionBroken, 'code'> {
  readonly code: 'ATTRIBUTION_BROKEN';
}

/**
 * A draft that leaves open what is denied was to be accepted without the claim.
 * @example if (!answer.ok && answer.refusal.code === 'CLAIM_REQUIRED') show(answer.refusal.message);
 */
export interface ClaimRequired extends Omit<RefusalFacts_ClaimRequired, 'code'> {
  readonly code: 'CLAIM_REQUIRED';
}

/**
 * The slug, hash or key is on record already, with other content; or what is to be changed was changed since it was read.
 * @example if (!answer.ok && answer.refusal.code === 'CONFLICT') show(answer.refusal.message);
 */
export interface Conflict extends Omit<RefusalFacts_Conflict, 'code'> {
  readonly code: 'CONFLICT';
}

/**
 * A stance has neither evidence nor a note that says why.
 * @example if (!answer.ok && answer.refusal.code === 'EVIDENCE_REQUIRED') show(answer.refusal.message);
 */
export interface EvidenceRequired extends Omit<RefusalFacts_EvidenceRequired, 'code'> {
  readonly code: 'EVIDENCE_REQUIRED';
}

/**
 * A value that the rules of the record do not allow; `message` says which rule.
 * @example if (!answer.ok && answer.refusal.code === 'INPUT_INVALID') show(answer.refusal.message);
 */
export interface InputInvalid extends Omit<RefusalFacts_InputInvalid, 'code'> {
  readonly code: 'INPUT_INVALID';
}

/**
 * At least one line of the interchange format may not be recorded.
 * @example if (!answer.ok && answer.refusal.code === 'LINES_REFUSED') show(answer.refusal.message);
 */
export interface LinesRefused extends Omit<RefusalFacts_LinesRefused, 'code'> {
  readonly code: 'LINES_REFUSED';
}

/**
 * A reference leads to nothing on record.
 * @example if (!answer.ok && answer.refusal.code === 'NOT_ON_RECORD') show(answer.refusal.message);
 */
export interface NotOnRecord extends Omit<RefusalFacts_NotOnRecord, 'code'> {
  readonly code: 'NOT_ON_RECORD';
}

/**
 * A page to read is none, or cannot be read.
 * @example if (!answer.ok && answer.refusal.code === 'PAGE_INVALID') show(answer.refusal.message);
 */
export interface PageInvalid extends Omit<RefusalFacts_PageInvalid, 'code'> {
  readonly code: 'PAGE_INVALID';
}

/**
 * The quote stands in the article more than once: `start` and `end` say which is meant.
 * @example if (!answer.ok && answer.refusal.code === 'QUOTE_AMBIGUOUS') show(answer.refusal.message);
 */
export interface QuoteAmbiguous extends Omit<RefusalFacts_QuoteAmbiguous, 'code'> {
  readonly code: 'QUOTE_AMBIGUOUS';
}

/**
 * The quote does not stand in the article’s text at that place, or not at all.
 * @example if (!answer.ok && answer.refusal.code === 'QUOTE_NOT_IN_ARTICLE') show(answer.refusal.message);
 */
export interface QuoteNotInArticle extends Omit<RefusalFacts_QuoteNotInArticle, 'code'> {
  readonly code: 'QUOTE_NOT_IN_ARTICLE';
}

/**
 * A text cannot be kept letter for letter, or is empty or too long.
 * @example if (!answer.ok && answer.refusal.code === 'TEXT_INVALID') show(answer.refusal.message);
 */
export interface TextInvalid extends Omit<RefusalFacts_TextInvalid, 'code'> {
  readonly code: 'TEXT_INVALID';
}

/**
 * Why a change may be refused.
 * @example const show = ({ code, message }: Refusal) => console.log(code, message);
 */
export type Refusal =
  | AlreadyWithdrawn
  | AttributionBroken
  | ClaimRequired
  | Conflict
  | EvidenceRequired
  | InputInvalid
  | LinesRefused
  | NotOnRecord
  | PageInvalid
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

/**
 * Why `addEvidence` may be refused.
 * @example
 * const answer = await record.addEvidence.safe(input);
 * const refusal: AddEvidenceRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type AddEvidenceRefusal =
  | AlreadyWithdrawn
  | AttributionBroken
  | Conflict
  | InputInvalid
  | NotOnRecord
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

/**
 * Why `backUpRecord` may be refused.
 * @example
 * const answer = await record.backUpRecord.safe(input);
 * const refusal: BackUpRecordRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type BackUpRecordRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `createToken` may be refused.
 * @example
 * const answer = await record.createToken.safe(input);
 * const refusal: CreateTokenRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type CreateTokenRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `endAffiliation` may be refused.
 * @example
 * const answer = await record.endAffiliation.safe(input);
 * const refusal: EndAffiliationRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type EndAffiliationRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `eraseArticleText` may be refused.
 * @example
 * const answer = await record.eraseArticleText.safe(input);
 * const refusal: EraseArticleTextRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type EraseArticleTextRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `importRecord` may be refused.
 * @example
 * const answer = await record.importRecord.safe(input);
 * const refusal: ImportRecordRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type ImportRecordRefusal =
  | Conflict
  | InputInvalid
  | LinesRefused
  | NotOnRecord
  | TextInvalid;

/**
 * Why `ingestArticle` may be refused.
 * @example
 * const answer = await record.ingestArticle.safe(input);
 * const refusal: IngestArticleRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type IngestArticleRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | PageInvalid
  | QuoteNotInArticle
  | TextInvalid;

/**
 * Why `linkClaims` may be refused.
 * @example
 * const answer = await record.linkClaims.safe(input);
 * const refusal: LinkClaimsRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type LinkClaimsRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `mergeActors` may be refused.
 * @example
 * const answer = await record.mergeActors.safe(input);
 * const refusal: MergeActorsRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type MergeActorsRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `recordActor` may be refused.
 * @example
 * const answer = await record.recordActor.safe(input);
 * const refusal: RecordActorRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type RecordActorRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `recordAffiliation` may be refused.
 * @example
 * const answer = await record.recordAffiliation.safe(input);
 * const refusal: RecordAffiliationRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type RecordAffiliationRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `recordArticle` may be refused.
 * @example
 * const answer = await record.recordArticle.safe(input);
 * const refusal: RecordArticleRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type RecordArticleRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | QuoteNotInArticle
  | TextInvalid;

/**
 * Why `recordClaim` may be refused.
 * @example
 * const answer = await record.recordClaim.safe(input);
 * const refusal: RecordClaimRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type RecordClaimRefusal =
  | AttributionBroken
  | Conflict
  | EvidenceRequired
  | InputInvalid
  | NotOnRecord
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

/**
 * Why `recordStance` may be refused.
 * @example
 * const answer = await record.recordStance.safe(input);
 * const refusal: RecordStanceRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type RecordStanceRefusal =
  | AttributionBroken
  | Conflict
  | EvidenceRequired
  | InputInvalid
  | NotOnRecord
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

/**
 * Why `restoreArticle` may be refused.
 * @example
 * const answer = await record.restoreArticle.safe(input);
 * const refusal: RestoreArticleRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type RestoreArticleRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `reviewStance` may be refused.
 * @example
 * const answer = await record.reviewStance.safe(input);
 * const refusal: ReviewStanceRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type ReviewStanceRefusal =
  | AlreadyWithdrawn
  | AttributionBroken
  | ClaimRequired
  | Conflict
  | InputInvalid
  | NotOnRecord
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

/**
 * Why `revokeActorMerge` may be refused.
 * @example
 * const answer = await record.revokeActorMerge.safe(input);
 * const refusal: RevokeActorMergeRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type RevokeActorMergeRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `revokeClaimLink` may be refused.
 * @example
 * const answer = await record.revokeClaimLink.safe(input);
 * const refusal: RevokeClaimLinkRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type RevokeClaimLinkRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `revokeToken` may be refused.
 * @example
 * const answer = await record.revokeToken.safe(input);
 * const refusal: RevokeTokenRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type RevokeTokenRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `undoReview` may be refused.
 * @example
 * const answer = await record.undoReview.safe(input);
 * const refusal: UndoReviewRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type UndoReviewRefusal =
  | AlreadyWithdrawn
  | AttributionBroken
  | Conflict
  | EvidenceRequired
  | InputInvalid
  | NotOnRecord
  | QuoteAmbiguous
  | QuoteNotInArticle
  | TextInvalid;

/**
 * Why `updateActor` may be refused.
 * @example
 * const answer = await record.updateActor.safe(input);
 * const refusal: UpdateActorRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type UpdateActorRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `updateArticle` may be refused.
 * @example
 * const answer = await record.updateArticle.safe(input);
 * const refusal: UpdateArticleRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type UpdateArticleRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `updateClaim` may be refused.
 * @example
 * const answer = await record.updateClaim.safe(input);
 * const refusal: UpdateClaimRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type UpdateClaimRefusal =
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `updateStance` may be refused.
 * @example
 * const answer = await record.updateStance.safe(input);
 * const refusal: UpdateStanceRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type UpdateStanceRefusal =
  | Conflict
  | EvidenceRequired
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `withdrawArticle` may be refused.
 * @example
 * const answer = await record.withdrawArticle.safe(input);
 * const refusal: WithdrawArticleRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type WithdrawArticleRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `withdrawClaim` may be refused.
 * @example
 * const answer = await record.withdrawClaim.safe(input);
 * const refusal: WithdrawClaimRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type WithdrawClaimRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `withdrawEvidence` may be refused.
 * @example
 * const answer = await record.withdrawEvidence.safe(input);
 * const refusal: WithdrawEvidenceRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type WithdrawEvidenceRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;

/**
 * Why `withdrawStance` may be refused.
 * @example
 * const answer = await record.withdrawStance.safe(input);
 * const refusal: WithdrawStanceRefusal | undefined = answer.ok ? undefined : answer.refusal;
 */
export type WithdrawStanceRefusal =
  | AlreadyWithdrawn
  | Conflict
  | InputInvalid
  | NotOnRecord
  | TextInvalid;
