import type { Connection } from '../connect.ts';
import { feed, list, log, mutation, nestedList, read, type Feed, type List, type Log, type Mutation, type Read } from '../operation.ts';
import type {
  AddEvidenceRefusal,
  BackUpRecordRefusal,
  CreateTokenRefusal,
  EndAffiliationRefusal,
  EraseArticleTextRefusal,
  ImportRecordRefusal,
  IngestArticleRefusal,
  LinkClaimsRefusal,
  MergeActorsRefusal,
  RecordActorRefusal,
  RecordAffiliationRefusal,
  RecordArticleRefusal,
  RecordClaimRefusal,
  RecordStanceRefusal,
  RestoreArticleRefusal,
  ReviewStanceRefusal,
  RevokeActorMergeRefusal,
  RevokeClaimLinkRefusal,
  RevokeTokenRefusal,
  UndoReviewRefusal,
  UpdateActorRefusal,
  UpdateArticleRefusal,
  UpdateClaimRefusal,
  UpdateStanceRefusal,
  WithdrawArticleRefusal,
  WithdrawClaimRefusal,
  WithdrawEvidenceRefusal,
  WithdrawStanceRefusal,
} from './refusals.ts';
import type {
  ActorAffiliatesVariables,
  ActorAffiliationsVariables,
  ActorClaimsVariables,
  ActorData,
  ActorMergesData,
  ActorMergesVariables,
  ActorReversalsVariables,
  ActorSplitsVariables,
  ActorStancesVariables,
  ActorVariables,
  ActorsData,
  ActorsVariables,
  AddEvidencePayload,
  AddEvidenceVariables,
  AffiliationPage,
  ArticleClaimsVariables,
  ArticleCopiesVariables,
  ArticleData,
  ArticleEvidenceVariables,
  ArticleFacetsData,
  ArticleFacetsVariables,
  ArticlePage,
  ArticleVariables,
  ArticleVersionsVariables,
  ArticlesData,
  ArticlesVariables,
  BackUpRecordPayload,
  BackUpRecordVariables,
  ClaimAddedData,
  ClaimAddedVariables,
  ClaimArticlesVariables,
  ClaimCorrectionPage,
  ClaimCorrectionsVariables,
  ClaimData,
  ClaimFacetsData,
  ClaimFacetsVariables,
  ClaimLinkPage,
  ClaimLinksVariables,
  ClaimPage,
  ClaimSaidAgainVariables,
  ClaimStancesVariables,
  ClaimTimelineVariables,
  ClaimVariables,
  ClaimsData,
  ClaimsVariables,
  CompareActorsData,
  CompareActorsVariables,
  CreateTokenPayload,
  CreateTokenVariables,
  DraftsData,
  DraftsVariables,
  EndAffiliationPayload,
  EndAffiliationVariables,
  EraseArticleTextPayload,
  EraseArticleTextVariables,
  EvidencePage,
  ExportRecordData,
  ExportRecordVariables,
  ImportRecordPayload,
  ImportRecordVariables,
  IngestArticlePayload,
  IngestArticleVariables,
  LinkClaimsPayload,
  LinkClaimsVariables,
  MergeActorsPayload,
  MergeActorsVariables,
  NodeData,
  NodeVariables,
  NodesData,
  NodesVariables,
  PageStartsData,
  PageStartsVariables,
  RecordActorPayload,
  RecordActorVariables,
  RecordAffiliationPayload,
  RecordAffiliationVariables,
  RecordArticlePayload,
  RecordArticleVariables,
  RecordClaimPayload,
  RecordClaimVariables,
  RecordData,
  RecordEventsData,
  RecordEventsPageData,
  RecordEventsPageVariables,
  RecordEventsVariables,
  RecordStancePayload,
  RecordStanceVariables,
  RestoreArticlePayload,
  RestoreArticleVariables,
  ReversalPage,
  ReviewStancePayload,
  ReviewStanceVariables,
  RevokeActorMergePayload,
  RevokeActorMergeVariables,
  RevokeClaimLinkPayload,
  RevokeClaimLinkVariables,
  RevokeTokenPayload,
  RevokeTokenVariables,
  SearchData,
  SearchVariables,
  SimilarClaimsData,
  SimilarClaimsVariables,
  SplitPage,
  StanceFacetsData,
  StanceFacetsVariables,
  StancePage,
  StanceSaidAgainPage,
  StancesData,
  StancesVariables,
  StandingChangePage,
  StandingChangedData,
  StandingChangedVariables,
  StandingChangesData,
  StandingChangesVariables,
  StatusData,
  SummaryData,
  TopicsData,
  TopicsVariables,
  UndoReviewPayload,
  UndoReviewVariables,
  UpdateActorPayload,
  UpdateActorVariables,
  UpdateArticlePayload,
  UpdateArticleVariables,
  UpdateClaimPayload,
  UpdateClaimVariables,
  UpdateStancePayload,
  UpdateStanceVariables,
  VerifyRecordData,
  ViewerData,
  WithdrawArticlePayload,
  WithdrawArticleVariables,
  WithdrawClaimPayload,
  WithdrawClaimVariables,
  WithdrawEvidencePayload,
  WithdrawEvidenceVariables,
  WithdrawStancePayload,
  WithdrawStanceVariables,
} from './selections.ts';

export { readingByGet } from '../by-hash.ts';
export { type Connection, connect } from '../connect.ts';
export { request } from '../own-document.ts';
export { live } from '../watched.ts';

const ActorFragment = 'fragment Actor on Actor{id slug name kind aliases description wikidataId review recordedAt grantedBy{...ActorMention}}';
const ActorInFullFragment = 'fragment ActorInFull on Actor{...Actor mergedFrom{...ActorMention}affiliations(first:100){nodes{...Affiliation}pageInfo{...PageInfo}}affiliates(first:100){nodes{...Affiliation}pageInfo{...PageInfo}}}';
const ActorMatchFragment = 'fragment ActorMatch on ActorMatch{by score actor{...Actor}}';
const ActorMentionFragment = 'fragment ActorMention on Actor{id slug name kind}';
const ActorMergeFragment = 'fragment ActorMerge on ActorMerge{id judgement reason recordedAt revokedAt revokedReason from{...ActorMention}into{...ActorMention}}';
const ActorMergePageFragment = 'fragment ActorMergePage on ActorMergeConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...ActorMerge}pageInfo{...PageInfo}feedCursor}';
const ActorPageFragment = 'fragment ActorPage on ActorConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Actor}pageInfo{...PageInfo}feedCursor}';
const AddEvidencePayloadFragment = 'fragment AddEvidencePayload on AddEvidencePayload{evidence{...Evidence}created cursor}';
const AffiliationFragment = 'fragment Affiliation on Affiliation{id kind role from until recordedAt actor{...ActorMention}of{...ActorMention}}';
const AffiliationPageFragment = 'fragment AffiliationPage on AffiliationConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Affiliation}pageInfo{...PageInfo}feedCursor}';
const ArticleFragment = 'fragment Article on Article{id slug title sha256 language url byline publishedAt publishedOn modifiedAt modifiedOn retrievedAt textIsPublic recordedAt withdrawnAt erasedAt outlet{...ActorMention}creditedTo{...ActorMention}supersedes{...ArticleMention}supersededBy{...ArticleMention}copyOf{...ArticleMention}}';
const ArticleChangesFragment = 'fragment ArticleChanges on ArticleChanges{gone{...Passage}goneCount come{...Passage}comeCount lost{...StanceMention}}';
const ArticleInFullFragment = 'fragment ArticleInFull on Article{...Article text changes{...ArticleChanges}}';
const ArticleMentionFragment = 'fragment ArticleMention on Article{id slug title url language publishedAt outlet{...ActorMention}}';
const ArticlePageFragment = 'fragment ArticlePage on ArticleConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Article}pageInfo{...PageInfo}feedCursor}';
const BackUpRecordPayloadFragment = 'fragment BackUpRecordPayload on BackUpRecordPayload{backup{...Backup}}';
const BackupFragment = 'fragment Backup on Backup{file bytes sha256 seq at}';
const ClaimFragment = 'fragment Claim on Claim{id slug text kind language topics happenedFrom happenedUntil review recordedAt withdrawnAt standing{...StandingInBrief}}';
const ClaimAddedFragment = 'fragment ClaimAdded on ClaimAdded{cursor at claim{...Claim}}';
const ClaimCorrectionFragment = 'fragment ClaimCorrection on ClaimCorrection{at text language}';
const ClaimCorrectionPageFragment = 'fragment ClaimCorrectionPage on ClaimCorrectionConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...ClaimCorrection}pageInfo{...PageInfo}feedCursor}';
const ClaimInFullFragment = 'fragment ClaimInFull on Claim{id slug text kind language topics concerns{...ActorMention}replies{state actor{...ActorMention}stance{...StanceMention}}happenedFrom happenedUntil review recordedAt withdrawnAt members{...ClaimMention}standing(asOf:$asOf saidBy:$saidBy){...Standing}echoes{articleCount outletCount originCount origins{actor{...ActorMention}articleCount}}stances(first:100){nodes{...Stance}pageInfo{...PageInfo}}links(first:100){nodes{...ClaimLink}pageInfo{...PageInfo}}}';
const ClaimLinkFragment = 'fragment ClaimLink on ClaimLink{id kind judgement shown reason recordedAt from{...ClaimMention}to{...ClaimMention}}';
const ClaimLinkPageFragment = 'fragment ClaimLinkPage on ClaimLinkConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...ClaimLink}pageInfo{...PageInfo}feedCursor}';
const ClaimMatchFragment = 'fragment ClaimMatch on ClaimMatch{score relation claim{...ClaimMention review}}';
const ClaimMentionFragment = 'fragment ClaimMention on Claim{id slug text}';
const ClaimPageFragment = 'fragment ClaimPage on ClaimConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Claim}pageInfo{...PageInfo}feedCursor}';
const ClaimStandingChangeFragment = 'fragment ClaimStandingChange on StandingChange{...StandingChange toldAt isFirst claim{...ClaimMention withdrawnAt}}';
const ClaimStandingChangePageFragment = 'fragment ClaimStandingChangePage on StandingChangeConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...ClaimStandingChange}pageInfo{...PageInfo}feedCursor}';
const ComparisonFragment = 'fragment Comparison on Comparison{agree claim{...ClaimMention}stances{...Stance}}';
const ComparisonPageFragment = 'fragment ComparisonPage on ComparisonConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Comparison}pageInfo{...PageInfo}feedCursor}';
const CreateTokenPayloadFragment = 'fragment CreateTokenPayload on CreateTokenPayload{token{...Token}secret created cursor}';
const DraftFragment = 'fragment Draft on Stance{...Stance claim{kind review}claimCandidates{...ClaimMatch}unsure actorCandidates{...ActorMention}furtherEvidenceOf{...StanceMention}readOtherwise{...StanceMention}}';
const DraftPageFragment = 'fragment DraftPage on StanceConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Draft}pageInfo{...PageInfo}feedCursor}';
const EndAffiliationPayloadFragment = 'fragment EndAffiliationPayload on EndAffiliationPayload{affiliation{...Affiliation}created cursor}';
const EraseArticleTextPayloadFragment = 'fragment EraseArticleTextPayload on EraseArticleTextPayload{article{...Article}created cursor}';
const EventPageFragment = 'fragment EventPage on EventConnection{nodes{...RecordEvent}pageInfo{...PageInfo}feedCursor}';
const EvidenceFragment = 'fragment Evidence on Evidence{id quote start end prefix suffix mode cue spokenLanguage confidence extractor permalink withdrawnAt article{...ArticleMention}attribution{...ActorMention}onWordOf{...ActorMention}}';
const EvidenceOfStanceFragment = 'fragment EvidenceOfStance on Evidence{...Evidence stance{...StanceMention}}';
const EvidencePageFragment = 'fragment EvidencePage on EvidenceConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...EvidenceOfStance}pageInfo{...PageInfo}feedCursor}';
const FacetCountFragment = 'fragment FacetCount on FacetCount{key label count}';
const FormerValueFragment = 'fragment FormerValue on FormerValue{key value}';
const ImportRecordPayloadFragment = 'fragment ImportRecordPayload on ImportRecordPayload{created unchanged byType{type created unchanged}missing kept{line noun reference keys}standings{claim from to}cursor}';
const IngestArticlePayloadFragment = 'fragment IngestArticlePayload on IngestArticlePayload{article{...Article}created drafted carried notes cursor}';
const LineRefusedFragment = 'fragment LineRefused on LineRefused{line code message path}';
const LinkClaimsPayloadFragment = 'fragment LinkClaimsPayload on LinkClaimsPayload{link{...ClaimLink}created cursor}';
const MergeActorsPayloadFragment = 'fragment MergeActorsPayload on MergeActorsPayload{merge{...ActorMerge}created cursor}';
const NodeMentionFragment = 'fragment NodeMention on Node{__typename id ...on Article{slug title url}...on Actor{slug name actorKind:kind}...on Claim{slug text claimKind:kind}...on Stance{slug stanceKind:kind polarity actor{...ActorMention}claim{...ClaimMention}}...on Evidence{quote article{...ArticleMention}}...on Affiliation{affiliationKind:kind actor{...ActorMention}of{...ActorMention}}...on ClaimLink{linkKind:kind judgement fromClaim:from{...ClaimMention}toClaim:to{...ClaimMention}}...on ActorMerge{judgement fromActor:from{...ActorMention}intoActor:into{...ActorMention}}}';
const PageInfoFragment = 'fragment PageInfo on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}';
const PassageFragment = 'fragment Passage on Passage{start end text}';
const RecordActorPayloadFragment = 'fragment RecordActorPayload on RecordActorPayload{actor{...Actor}similar{...ActorMatch}created cursor}';
const RecordAffiliationPayloadFragment = 'fragment RecordAffiliationPayload on RecordAffiliationPayload{affiliation{...Affiliation}created cursor}';
const RecordArticlePayloadFragment = 'fragment RecordArticlePayload on RecordArticlePayload{article{...Article}created cursor}';
const RecordClaimPayloadFragment = 'fragment RecordClaimPayload on RecordClaimPayload{claim{...Claim}similar{...ClaimMatch}created cursor}';
const RecordEventFragment = 'fragment RecordEvent on RecordEvent{cursor type at reason from to because{...NodeMention}by{id name role}before{...FormerValue}subject{...NodeMention}}';
const RecordExportFragment = 'fragment RecordExport on RecordExport{lines next}';
const RecordFaultFragment = 'fragment RecordFault on RecordFault{noun id what}';
const RecordStancePayloadFragment = 'fragment RecordStancePayload on RecordStancePayload{stance{...Stance}created cursor}';
const RecordStatusFragment = 'fragment RecordStatus on RecordStatus{epoch migrations fileFault lastEvent{seq type at}counts{articles actors affiliations merges claims links stances drafts evidence events}tokens{...Token}backup{...Backup}}';
const RecordSummaryFragment = 'fragment RecordSummary on RecordSummary{feedCursor lastEventAt counts{articles actors affiliations claims stances evidence links}versions{format database}}';
const RefusalFactsFragment = 'fragment RefusalFacts on UserError{code message path ...on QuoteNotInArticle{quote nearest{...Passage}}...on QuoteAmbiguous{quote places{...Passage}}...on NotOnRecord{noun reference}...on AttributionBroken{attribution}...on TextInvalid{reason}...on PageInvalid{fault}...on Conflict{noun reference keys changed{cursor type at by{name}}}...on AlreadyWithdrawn{noun reference}...on LinesRefused{faults{...LineRefused}}}';
const RestoreArticlePayloadFragment = 'fragment RestoreArticlePayload on RestoreArticlePayload{article{...Article}created cursor}';
const ReversalFragment = 'fragment Reversal on Reversal{claim{...ClaimMention}earlier{...Stance}later{...Stance}}';
const ReversalPageFragment = 'fragment ReversalPage on ReversalConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Reversal}pageInfo{...PageInfo}feedCursor}';
const ReviewStancePayloadFragment = 'fragment ReviewStancePayload on ReviewStancePayload{stance{...Stance}created cursor}';
const RevokeActorMergePayloadFragment = 'fragment RevokeActorMergePayload on RevokeActorMergePayload{merge{...ActorMerge}created cursor}';
const RevokeClaimLinkPayloadFragment = 'fragment RevokeClaimLinkPayload on RevokeClaimLinkPayload{link{...ClaimLink}created cursor}';
const RevokeTokenPayloadFragment = 'fragment RevokeTokenPayload on RevokeTokenPayload{token{...Token}created cursor}';
const SearchHitFragment = 'fragment SearchHit on SearchEdge{cursor score highlights{field text matches{start end}}node{...on Node{...NodeMention}}}';
const SearchPageFragment = 'fragment SearchPage on SearchConnection{matched totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes:edges{...SearchHit}pageInfo{...PageInfo}feedCursor}';
const SplitFragment = 'fragment Split on Split{claim{...ClaimMention}stance{...Stance}spoken{...Stance}}';
const SplitPageFragment = 'fragment SplitPage on SplitConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Split}pageInfo{...PageInfo}feedCursor}';
const StanceFragment = 'fragment Stance on Stance{id slug kind polarity certainty saidAt saidOn saidPhrase effectiveAt{at basis}knownBy note hearsay carrierRetracted review recordedAt withdrawnAt withdrawnReason actor{...ActorMention}claim{...ClaimMention}saidIn{...ClaimMention}evidence{...Evidence}}';
const StanceMentionFragment = 'fragment StanceMention on Stance{id slug kind polarity actor{...ActorMention}claim{...ClaimMention}}';
const StancePageFragment = 'fragment StancePage on StanceConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Stance}pageInfo{...PageInfo}feedCursor}';
const StanceSaidAgainFragment = 'fragment StanceSaidAgain on Stance{...Stance turnedFrom{...StanceMention}}';
const StanceSaidAgainPageFragment = 'fragment StanceSaidAgainPage on StanceConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...StanceSaidAgain}pageInfo{...PageInfo}feedCursor}';
const StandingFragment = 'fragment Standing on Standing{...StandingInBrief rule originCount articleCount asOf counts{for relayed mixed none against}sides{polarity split actor{...ActorMention}stance{id slug kind}spokenBy{...ActorMention}onWordOf{...ActorMention}}origins{...ActorMention}disputedVia{...ClaimMention}}';
const StandingChangeFragment = 'fragment StandingChange on StandingChange{at from to because{...NodeMention}}';
const StandingChangePageFragment = 'fragment StandingChangePage on StandingChangeConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...StandingChange}pageInfo{...PageInfo}feedCursor}';
const StandingChangedFragment = 'fragment StandingChanged on StandingChanged{cursor at from to claim{...Claim}because{...NodeMention}}';
const StandingInBriefFragment = 'fragment StandingInBrief on Standing{status summary onlyUnnamedSources since}';
const TokenFragment = 'fragment Token on Token{id name role recordedAt expiresAt revokedAt lastUsedAt}';
const TopicFragment = 'fragment Topic on Topic{name claimCount claimCountIsExact}';
const TopicPageFragment = 'fragment TopicPage on TopicConnection{totalCount@include(if:$withTotalCount)totalCountIsExact@include(if:$withTotalCount)nodes{...Topic}pageInfo{...PageInfo}feedCursor}';
const UndoReviewPayloadFragment = 'fragment UndoReviewPayload on UndoReviewPayload{stance{...Stance}created cursor}';
const UpdateActorPayloadFragment = 'fragment UpdateActorPayload on UpdateActorPayload{actor{...Actor}created cursor}';
const UpdateArticlePayloadFragment = 'fragment UpdateArticlePayload on UpdateArticlePayload{article{...Article}created cursor}';
const UpdateClaimPayloadFragment = 'fragment UpdateClaimPayload on UpdateClaimPayload{claim{...Claim}created cursor}';
const UpdateStancePayloadFragment = 'fragment UpdateStancePayload on UpdateStancePayload{stance{...Stance}created cursor}';
const VerificationFragment = 'fragment Verification on Verification{faultCount unverifiableCount withoutTextCount faults{...RecordFault}unverifiable{...RecordFault}checked{articles actors claims stances evidence events texts}}';
const ViewerFragment = 'fragment Viewer on Viewer{name role}';
const WithdrawArticlePayloadFragment = 'fragment WithdrawArticlePayload on WithdrawArticlePayload{article{...Article}created cursor}';
const WithdrawClaimPayloadFragment = 'fragment WithdrawClaimPayload on WithdrawClaimPayload{claim{...Claim}created cursor}';
const WithdrawEvidencePayloadFragment = 'fragment WithdrawEvidencePayload on WithdrawEvidencePayload{evidence{...Evidence}created cursor}';
const WithdrawStancePayloadFragment = 'fragment WithdrawStancePayload on WithdrawStancePayload{stance{...Stance}created cursor}';

/**
 * The actor of this name, with those who speak for it and those it speaks for; null when not on record.
 * @example const kremlin = await actor(connection, { by: { slug: 'kremlin' } });
 */
export const actor: Read<[connection: Connection], ActorVariables, ActorData['actor']> = /*#__PURE__*/ read(
  ['query actor($by:ActorBy!){actor(by:$by){...ActorInFull}}', ActorFragment, ActorInFullFragment, ActorMentionFragment, AffiliationFragment, PageInfoFragment],
);

/**
 * Who belongs to an actor or speaks for it, the newest first. A page is null when the actor is not on record.
 * @example
 * for await (const { actor, role } of actorAffiliates.all(connection, { by: { slug: 'kremlin' } })) show(actor, role);
 */
export const actorAffiliates: List<[connection: Connection], ActorAffiliatesVariables, AffiliationPage | null> = /*#__PURE__*/ nestedList(
  ['query actorAffiliates($by:ActorBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){actor(by:$by){affiliates(first:$first after:$after last:$last before:$before){...AffiliationPage}}}', ActorMentionFragment, AffiliationFragment, AffiliationPageFragment, PageInfoFragment],
);

/**
 * What an actor belongs to or speaks for, the newest first. A page is null when the actor is not on record.
 * @example
 * const page = await actorAffiliations(connection, { by: { slug: 'dmitry-peskov' } });
 */
export const actorAffiliations: List<[connection: Connection], ActorAffiliationsVariables, AffiliationPage | null> = /*#__PURE__*/ nestedList(
  ['query actorAffiliations($by:ActorBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){actor(by:$by){affiliations(first:$first after:$after last:$last before:$before){...AffiliationPage}}}', ActorMentionFragment, AffiliationFragment, AffiliationPageFragment, PageInfoFragment],
);

/**
 * The claims on which an actor has a stance, the newest first. A page is null when the actor is not on record.
 * @example
 * for await (const claim of actorClaims.all(connection, { by: { slug: 'kremlin' } })) show(claim);
 */
export const actorClaims: List<[connection: Connection], ActorClaimsVariables, ClaimPage | null> = /*#__PURE__*/ nestedList(
  ['query actorClaims($by:ActorBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){actor(by:$by){claims(first:$first after:$after last:$last before:$before){...ClaimPage}}}', ClaimFragment, ClaimPageFragment, PageInfoFragment, StandingInBriefFragment],
);

/**
 * The judgements whether two actors are one, revoked ones included, the newest first: with the ids by which they are taken back.
 * @example
 * const filter = { actor: { slug: 'washington-post' }, revoked: false };
 * for await (const { id, from } of actorMerges.all(connection, { filter })) console.log(id, from.name);
 */
export const actorMerges: List<[connection: Connection], ActorMergesVariables, ActorMergesData['actorMerges']> = /*#__PURE__*/ list(
  ['query actorMerges($first:Int$after:String$last:Int$before:String$filter:ActorMergeFilter$withTotalCount:Boolean=false){actorMerges(first:$first after:$after last:$last before:$before filter:$filter){...ActorMergePage}}', ActorMentionFragment, ActorMergeFragment, ActorMergePageFragment, PageInfoFragment],
);

/**
 * Where an actor took another position than before, or its own back, the latest turn first. A page is null when the actor is not on
 * record.
 * @example
 * for await (const { claim, earlier, later } of actorReversals.all(connection, { by: { slug: 'kremlin' } })) show(claim, earlier, later);
 */
export const actorReversals: List<[connection: Connection], ActorReversalsVariables, ReversalPage | null> = /*#__PURE__*/ nestedList(
  ['query actorReversals($by:ActorBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){actor(by:$by){reversals(first:$first after:$after last:$last before:$before){...ReversalPage}}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, PageInfoFragment, ReversalFragment, ReversalPageFragment, StanceFragment],
);

/**
 * Where an actor and those who speak for it differ, the newest record first. A page is null when the actor is not on record.
 * @example
 * for await (const { claim, stance, spoken } of actorSplits.all(connection, { by: { slug: 'kremlin' } })) show(claim, stance, spoken);
 */
export const actorSplits: List<[connection: Connection], ActorSplitsVariables, SplitPage | null> = /*#__PURE__*/ nestedList(
  ['query actorSplits($by:ActorBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){actor(by:$by){splits(first:$first after:$after last:$last before:$before){...SplitPage}}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, PageInfoFragment, SplitFragment, SplitPageFragment, StanceFragment],
);

/**
 * The stances that an actor holds, the newest first. A page is null when the actor is not on record.
 * @example
 * const denials = { by: { slug: 'kremlin' }, filter: { kind: 'DENIES' } } as const;
 * for await (const stance of actorStances.all(connection, denials)) show(stance);
 */
export const actorStances: List<[connection: Connection], ActorStancesVariables, StancePage | null> = /*#__PURE__*/ nestedList(
  ['query actorStances($by:ActorBy!$first:Int$after:String$last:Int$before:String$filter:StanceFilter$withTotalCount:Boolean=false){actor(by:$by){stances(first:$first after:$after last:$last before:$before filter:$filter){...StancePage}}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, PageInfoFragment, StanceFragment, StancePageFragment],
);

/**
 * Actors on record, the newest first.
 * @example const { nodes } = await actors(connection, { filter: { kind: 'OUTLET' }, orderBy: { field: 'NAME', direction: 'ASC' } });
 */
export const actors: List<[connection: Connection], ActorsVariables, ActorsData['actors']> = /*#__PURE__*/ list(
  ['query actors($first:Int$after:String$last:Int$before:String$filter:ActorFilter$orderBy:ActorOrder$asOf:DateTime$withTotalCount:Boolean=false){actors(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy asOf:$asOf){...ActorPage}}', ActorFragment, ActorMentionFragment, ActorPageFragment, PageInfoFragment],
);

/**
 * Adds words that show a stance on record.
 * @example await addEvidence(connection, { stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
 */
export const addEvidence: Mutation<[connection: Connection], AddEvidenceVariables['input'], AddEvidencePayload, AddEvidenceRefusal> = /*#__PURE__*/ mutation(
  ['mutation addEvidence($input:AddEvidenceInput!){addEvidence(input:$input){...AddEvidencePayload ...RefusalFacts}}', ActorMentionFragment, AddEvidencePayloadFragment, ArticleMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment],
);

/**
 * The article of this name, with its text where you may read it; null when not on record.
 * @example const article = await article(connection, { by: { url: 'https://example.org/story' } });
 */
export const article: Read<[connection: Connection], ArticleVariables, ArticleData['article']> = /*#__PURE__*/ read(
  ['query article($by:ArticleBy!){article(by:$by){...ArticleInFull}}', ActorMentionFragment, ArticleFragment, ArticleChangesFragment, ArticleInFullFragment, ArticleMentionFragment, ClaimMentionFragment, PassageFragment, StanceMentionFragment],
);

/**
 * The claims to which the words of an article speak, the newest first. A page is null when the article is not on record.
 * @example
 * for await (const claim of articleClaims.all(connection, { by: { slug: 'story' } })) show(claim);
 */
export const articleClaims: List<[connection: Connection], ArticleClaimsVariables, ClaimPage | null> = /*#__PURE__*/ nestedList(
  ['query articleClaims($by:ArticleBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){article(by:$by){claims(first:$first after:$after last:$last before:$before){...ClaimPage}}}', ClaimFragment, ClaimPageFragment, PageInfoFragment, StandingInBriefFragment],
);

/**
 * The articles that an article is alike to, the newest first: its copies, and what it may be a copy of. A page is null when
 * the article is not on record.
 * @example
 * for await (const { outlet, title } of articleCopies.all(connection, { by: { slug: 'story' } })) show(outlet?.name, title);
 */
export const articleCopies: List<[connection: Connection], ArticleCopiesVariables, ArticlePage | null> = /*#__PURE__*/ nestedList(
  ['query articleCopies($by:ArticleBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){article(by:$by){copies(first:$first after:$after last:$last before:$before){...ArticlePage}}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, ArticlePageFragment, PageInfoFragment],
);

/**
 * What is quoted from an article, and for which stance, the newest first. A page is null when the article is not on record.
 * @example
 * for await (const { quote, stance } of articleEvidence.all(connection, { by: { slug: 'story' } })) {
 *   show(quote, stance.actor.name);
 * }
 */
export const articleEvidence: List<[connection: Connection], ArticleEvidenceVariables, EvidencePage | null> = /*#__PURE__*/ nestedList(
  ['query articleEvidence($by:ArticleBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){article(by:$by){evidence(first:$first after:$after last:$last before:$before){...EvidencePage}}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, EvidenceOfStanceFragment, EvidencePageFragment, PageInfoFragment, StanceMentionFragment],
);

/**
 * How many articles, of those that the filter selects, are of which outlet, topic, actor or month. Counted up to 10,000 entries: `totalCountIsExact` tells whether that is all.
 * @example
 * const { facets } = await articleFacets(connection, { by: 'OUTLET' });
 */
export const articleFacets: Read<[connection: Connection], ArticleFacetsVariables, ArticleFacetsData['articles']> = /*#__PURE__*/ read(
  ['query articleFacets($by:Facet!$first:Int$filter:ArticleFilter){articles(first:0 filter:$filter){totalCount totalCountIsExact facets(by:$by first:$first){...FacetCount}}}', FacetCountFragment],
);

/**
 * All versions of an article's page, itself included, the earliest first. A page is null when the article is not on record.
 * @example
 * for await (const version of articleVersions.all(connection, { by: { slug: 'story' } })) show(version);
 */
export const articleVersions: List<[connection: Connection], ArticleVersionsVariables, ArticlePage | null> = /*#__PURE__*/ nestedList(
  ['query articleVersions($by:ArticleBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){article(by:$by){versions(first:$first after:$after last:$last before:$before){...ArticlePage}}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, ArticlePageFragment, PageInfoFragment],
);

/**
 * Articles on record, the newest first.
 * @example const { nodes } = await articles(connection, { filter: { language: 'de' }, first: 50 });
 */
export const articles: List<[connection: Connection], ArticlesVariables, ArticlesData['articles']> = /*#__PURE__*/ list(
  ['query articles($first:Int$after:String$last:Int$before:String$filter:ArticleFilter$orderBy:ArticleOrder$asOf:DateTime$withTotalCount:Boolean=false){articles(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy asOf:$asOf){...ArticlePage}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, ArticlePageFragment, PageInfoFragment],
);

/**
 * Copies the database file while it is served. Only for whoever asks through the socket beside the database: it writes files.
 * @example await backUpRecord(connection, { file: '/var/backups/record.db' }, { timeoutMs: 600_000 });
 */
export const backUpRecord: Mutation<[connection: Connection], BackUpRecordVariables['input'], BackUpRecordPayload, BackUpRecordRefusal> = /*#__PURE__*/ mutation(
  ['mutation backUpRecord($input:BackUpRecordInput!){backUpRecord(input:$input){...BackUpRecordPayload ...RefusalFacts}}', BackUpRecordPayloadFragment, BackupFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment],
  { isKeyed: false },
);

/**
 * The claim of this name: how it stands and why, who says what of it in which words; null when not on record.
 * `asOf` asks what the record answered then, `saidBy` what had been said by then.
 * @example
 * const claim = await claim(connection, { by: { slug: 'call-happened' } });
 * console.log(claim?.standing.summary);
 */
export const claim: Read<[connection: Connection], ClaimVariables, ClaimData['claim']> = /*#__PURE__*/ read(
  ['query claim($by:ClaimBy!$asOf:DateTime$saidBy:DateTime){claim(by:$by asOf:$asOf){...ClaimInFull}}', ActorMentionFragment, ArticleMentionFragment, ClaimInFullFragment, ClaimLinkFragment, ClaimMentionFragment, EvidenceFragment, PageInfoFragment, StanceFragment, StanceMentionFragment, StandingFragment, StandingInBriefFragment],
);

/**
 * Each claim once, when it becomes public: all of them behind `after`, then live. `claim` is null where it is not public any more.
 * Save the cursor when you are done with an event, and begin behind it next time: nothing is missed, whoever restarts.
 * @example
 * for await (const { claim, cursor } of claimAdded(connection, { after: await saved(), signal })) {
 *   if (claim) show(claim);
 *   await save(cursor);
 * }
 */
export const claimAdded: Feed<[connection: Connection], ClaimAddedVariables, ClaimAddedData['claimAdded']> = /*#__PURE__*/ feed(
  ['subscription claimAdded($after:String$filter:ClaimAddedFilter$checkpoints:Boolean=false){claimAdded(after:$after filter:$filter checkpoints:$checkpoints){...ClaimAdded}}', ClaimFragment, ClaimAddedFragment, StandingInBriefFragment],
);

/**
 * The articles whose words show a stance on a claim, the newest first. A page is null when the claim is not on record.
 * @example
 * for await (const article of claimArticles.all(connection, { by: { slug: 'call-happened' } })) show(article);
 */
export const claimArticles: List<[connection: Connection], ClaimArticlesVariables, ArticlePage | null> = /*#__PURE__*/ nestedList(
  ['query claimArticles($by:ClaimBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){claim(by:$by){articles(first:$first after:$after last:$last before:$before){...ArticlePage}}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, ArticlePageFragment, PageInfoFragment],
);

/**
 * How a claim was worded before each correction of its words, the latest first. A page is null when the claim is not on record.
 * @example
 * const page = await claimCorrections(connection, { by: { slug: 'call-happened' } });
 */
export const claimCorrections: List<[connection: Connection], ClaimCorrectionsVariables, ClaimCorrectionPage | null> = /*#__PURE__*/ nestedList(
  ['query claimCorrections($by:ClaimBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){claim(by:$by){corrections(first:$first after:$after last:$last before:$before){...ClaimCorrectionPage}}}', ClaimCorrectionFragment, ClaimCorrectionPageFragment, PageInfoFragment],
);

/**
 * How many claims, of those that the filter selects, are of which actor, outlet, topic, status, kind or month. Counted up to 10,000 entries: `totalCountIsExact` tells whether that is all.
 * @example
 * const { facets, totalCount } = await claimFacets(connection, { by: 'TOPIC', filter: { status: 'DISPUTED' } });
 */
export const claimFacets: Read<[connection: Connection], ClaimFacetsVariables, ClaimFacetsData['claims']> = /*#__PURE__*/ read(
  ['query claimFacets($by:Facet!$first:Int$filter:ClaimFilter){claims(first:0 filter:$filter){totalCount totalCountIsExact facets(by:$by first:$first){...FacetCount}}}', FacetCountFragment],
);

/**
 * How a claim relates to others, the newest first. A page is null when the claim is not on record.
 * @example
 * const page = await claimLinks(connection, { by: { slug: 'call-happened' }, kind: 'PRESUPPOSES', direction: 'INCOMING' });
 */
export const claimLinks: List<[connection: Connection], ClaimLinksVariables, ClaimLinkPage | null> = /*#__PURE__*/ nestedList(
  ['query claimLinks($by:ClaimBy!$first:Int$after:String$last:Int$before:String$kind:ClaimLinkKind$direction:LinkDirection$withTotalCount:Boolean=false){claim(by:$by){links(first:$first after:$after last:$last before:$before kind:$kind direction:$direction){...ClaimLinkPage}}}', ClaimLinkFragment, ClaimLinkPageFragment, ClaimMentionFragment, PageInfoFragment],
);

/**
 * Who said it, and who said it again, as it was said: the earliest first. A page is null when the claim is not on record.
 * @example
 * const page = await claimSaidAgain(connection, { by: { slug: 'call-happened' }, first: 1 });
 * console.log(page?.nodes[0]?.actor.name);
 */
export const claimSaidAgain: List<[connection: Connection], ClaimSaidAgainVariables, StanceSaidAgainPage | null> = /*#__PURE__*/ nestedList(
  ['query claimSaidAgain($by:ClaimBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){claim(by:$by){saidAgain(first:$first after:$after last:$last before:$before){...StanceSaidAgainPage}}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, PageInfoFragment, StanceFragment, StanceMentionFragment, StanceSaidAgainFragment, StanceSaidAgainPageFragment],
);

/**
 * Who stands how towards a claim, the newest first. A page is null when the claim is not on record.
 * @example
 * const denials = { by: { slug: 'call-happened' }, filter: { polarity: 'AGAINST' } } as const;
 * for await (const stance of claimStances.all(connection, denials)) show(stance);
 */
export const claimStances: List<[connection: Connection], ClaimStancesVariables, StancePage | null> = /*#__PURE__*/ nestedList(
  ['query claimStances($by:ClaimBy!$first:Int$after:String$last:Int$before:String$filter:StanceFilter$withTotalCount:Boolean=false){claim(by:$by){stances(first:$first after:$after last:$last before:$before filter:$filter){...StancePage}}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, PageInfoFragment, StanceFragment, StancePageFragment],
);

/**
 * How the standing of a claim changed, and why each time, the earliest change first. A page is null when the claim is not on record.
 * @example
 * for await (const { at, from, to } of claimTimeline.all(connection, { by: { slug: 'call-happened' } })) show(at, from, to);
 */
export const claimTimeline: List<[connection: Connection], ClaimTimelineVariables, StandingChangePage | null> = /*#__PURE__*/ nestedList(
  ['query claimTimeline($by:ClaimBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){claim(by:$by){timeline(first:$first after:$after last:$last before:$before){...StandingChangePage}}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, NodeMentionFragment, PageInfoFragment, StandingChangeFragment, StandingChangePageFragment],
);

/**
 * Claims on record with how they stand, the newest first.
 * @example
 * const { nodes, pageInfo } = await claims(connection, { filter: { status: 'DISPUTED' }, first: 20 });
 */
export const claims: List<[connection: Connection], ClaimsVariables, ClaimsData['claims']> = /*#__PURE__*/ list(
  ['query claims($first:Int$after:String$last:Int$before:String$filter:ClaimFilter$orderBy:ClaimOrder$asOf:DateTime$withTotalCount:Boolean=false){claims(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy asOf:$asOf){...ClaimPage}}', ClaimFragment, ClaimPageFragment, PageInfoFragment, StandingInBriefFragment],
);

/**
 * The claims on which each of these actors stands, side by side, the newest record first; with `agree`, only where they do or do not.
 * @example
 * const { nodes } = await compareActors(connection, { actors: [{ slug: 'kremlin' }, { slug: 'washington-post' }], agree: false });
 */
export const compareActors: List<[connection: Connection], CompareActorsVariables, CompareActorsData['compareActors']> = /*#__PURE__*/ list(
  ['query compareActors($actors:[ActorBy!]!$agree:Boolean$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){compareActors(actors:$actors agree:$agree first:$first after:$after last:$last before:$before){...ComparisonPage}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, ComparisonFragment, ComparisonPageFragment, EvidenceFragment, PageInfoFragment, StanceFragment],
);

/**
 * Makes a token. `secret` is told now and never again. For ADMIN tokens.
 * @example const { secret } = await createToken(connection, { name: 'newsroom', role: 'EDITOR' });
 */
export const createToken: Mutation<[connection: Connection], CreateTokenVariables['input'], CreateTokenPayload, CreateTokenRefusal> = /*#__PURE__*/ mutation(
  ['mutation createToken($input:CreateTokenInput!){createToken(input:$input){...CreateTokenPayload ...RefusalFacts}}', CreateTokenPayloadFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, TokenFragment],
  { isKeyed: false },
);

/**
 * What was drafted from an article and is neither accepted nor rejected, with candidates. Needs an EDITOR token.
 * @example
 * for await (const draft of drafts.all(connection, { article: { slug: 'story' } })) {
 *   console.log(draft.kind, draft.claim.text, draft.claimCandidates);
 * }
 */
export const drafts: List<[connection: Connection], DraftsVariables, DraftsData['drafts']> = /*#__PURE__*/ list(
  ['query drafts($article:ArticleBy!$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){drafts(article:$article first:$first after:$after last:$last before:$before){...DraftPage}}', ActorMentionFragment, ArticleMentionFragment, ClaimMatchFragment, ClaimMentionFragment, DraftFragment, DraftPageFragment, EvidenceFragment, PageInfoFragment, StanceFragment, StanceMentionFragment],
);

/**
 * Says since when an affiliation is over.
 * @example await endAffiliation(connection, { affiliation: { id }, until: '2026-11-30' });
 */
export const endAffiliation: Mutation<[connection: Connection], EndAffiliationVariables['input'], EndAffiliationPayload, EndAffiliationRefusal> = /*#__PURE__*/ mutation(
  ['mutation endAffiliation($input:EndAffiliationInput!){endAffiliation(input:$input){...EndAffiliationPayload ...RefusalFacts}}', ActorMentionFragment, AffiliationFragment, EndAffiliationPayloadFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment],
);

/**
 * Takes the text of an article and every quote of it off for good, on legal request. It takes the longer the larger the database is:
 * give it time. For ADMIN tokens.
 * @example
 * const input = { article: { slug: 'story' }, reason: 'A court order.' };
 * await eraseArticleText(connection, input, { timeoutMs: 600_000 });
 */
export const eraseArticleText: Mutation<[connection: Connection], EraseArticleTextVariables['input'], EraseArticleTextPayload, EraseArticleTextRefusal> = /*#__PURE__*/ mutation(
  ['mutation eraseArticleText($input:EraseArticleTextInput!){eraseArticleText(input:$input){...EraseArticleTextPayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, EraseArticleTextPayloadFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment],
);

/**
 * Up to 1,000 lines of the interchange format; `next` is the `after` of those that follow. For EDITOR tokens and higher.
 * @example
 * let after: string | null = null;
 * do {
 *   const { lines, next } = await exportRecord(connection, { after });
 *   write(lines);
 *   after = next;
 * } while (after !== null);
 */
export const exportRecord: Read<[connection: Connection], ExportRecordVariables, ExportRecordData['exportRecord']> = /*#__PURE__*/ read(
  ['query exportRecord($first:Int$after:String$withoutTexts:Boolean$withoutQuotes:Boolean){exportRecord(first:$first after:$after withoutTexts:$withoutTexts withoutQuotes:$withoutQuotes){...RecordExport}}', RecordExportFragment],
);

/**
 * Puts up to 1,000 lines of the interchange format on record, or, with `dryRun`, tells what they would bring.
 * @example
 * const { created, unchanged } = await importRecord(connection, { lines });
 */
export const importRecord: Mutation<[connection: Connection], ImportRecordVariables['input'], ImportRecordPayload, ImportRecordRefusal> = /*#__PURE__*/ mutation(
  ['mutation importRecord($input:ImportRecordInput!){importRecord(input:$input){...ImportRecordPayload ...RefusalFacts}}', ImportRecordPayloadFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment],
);

/**
 * Puts an article on record and drafts the actors, claims and stances in it. The same article again drafts nothing again.
 * It comes as its text or as the bytes of its page, which the server reads: it fetches none.
 * @example
 * const { article, drafted } = await ingestArticle(connection, { title: 'Kremlin denies call', language: 'en', text });
 * console.log(drafted, (await record.drafts({ article: { id: article.id } })).nodes);
 */
export const ingestArticle: Mutation<[connection: Connection], IngestArticleVariables['input'], IngestArticlePayload, IngestArticleRefusal> = /*#__PURE__*/ mutation(
  ['mutation ingestArticle($input:IngestArticleInput!){ingestArticle(input:$input){...IngestArticlePayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, IngestArticlePayloadFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment],
);

/**
 * Puts a judged relation between two claims on record.
 * @example
 * await linkClaims(connection, {
 *   from: { slug: 'call-land' },
 *   to: { slug: 'call-happened' },
 *   kind: 'PRESUPPOSES',
 *   judgement: 'CONFIRMED',
 * });
 */
export const linkClaims: Mutation<[connection: Connection], LinkClaimsVariables['input'], LinkClaimsPayload, LinkClaimsRefusal> = /*#__PURE__*/ mutation(
  ['mutation linkClaims($input:LinkClaimsInput!){linkClaims(input:$input){...LinkClaimsPayload ...RefusalFacts}}', ClaimLinkFragment, ClaimMentionFragment, LineRefusedFragment, LinkClaimsPayloadFragment, PassageFragment, RefusalFactsFragment],
);

/**
 * Puts on record that two actors are one. It can be revoked; nothing is rewritten.
 * @example await mergeActors(connection, { from: { slug: 'w-post' }, into: { slug: 'washington-post' }, judgement: 'CONFIRMED' });
 */
export const mergeActors: Mutation<[connection: Connection], MergeActorsVariables['input'], MergeActorsPayload, MergeActorsRefusal> = /*#__PURE__*/ mutation(
  ['mutation mergeActors($input:MergeActorsInput!){mergeActors(input:$input){...MergeActorsPayload ...RefusalFacts}}', ActorMentionFragment, ActorMergeFragment, LineRefusedFragment, MergeActorsPayloadFragment, PassageFragment, RefusalFactsFragment],
);

/**
 * Whatever has this id, in short; null when not on record.
 * @example
 * const node = await node(connection, { id });
 * if (node?.__typename === 'Claim') console.log(node.text);
 */
export const node: Read<[connection: Connection], NodeVariables, NodeData['node']> = /*#__PURE__*/ read(
  ['query node($id:ID!){node(id:$id){...NodeMention}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, NodeMentionFragment],
);

/**
 * What has these ids, in their order and in short, at most 100 at once; null for each that is not on record.
 * @example const [first, second] = await nodes(connection, { ids: [claim, article] });
 */
export const nodes: Read<[connection: Connection], NodesVariables, NodesData['nodes']> = /*#__PURE__*/ read(
  ['query nodes($ids:[ID!]!){nodes(ids:$ids){...NodeMention}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, NodeMentionFragment],
);

/**
 * The cursors by which a whole list is read in pages of 100, all of them at once: each is the `after` of one of its pages but the first,
 * the earliest record first.
 * @example
 * const orderBy = { field: 'RECORDED_AT', direction: 'ASC' } as const;
 * const starts = [null, ...(await pageStarts(connection, { of: 'CLAIMS' }))];
 * const pages = await Promise.all(starts.map((after) => record.claims({ first: 100, after, orderBy })));
 */
export const pageStarts: Read<[connection: Connection], PageStartsVariables, PageStartsData['pageStarts']> = /*#__PURE__*/ read(
  ['query pageStarts($of:RecordList!){pageStarts(of:$of)}'],
);

/**
 * The record as a whole, under the name that it had first.
 * @deprecated Ask `summary`, which answers the same. This name goes with the next major version.
 * @example const { counts } = await record(connection);
 */
export const record: Read<[connection: Connection], unknown, RecordData['record']> = /*#__PURE__*/ read(
  ['query record{record{...RecordSummary}}', RecordSummaryFragment],
);

/**
 * Puts an actor on record. The same slug with the same content is on record already: `created` is false then.
 * `similar` tells what on record it may be: nothing is merged by itself.
 * @example const { actor, similar } = await recordActor(connection, { slug: 'kremlin', name: 'The Kremlin', kind: 'GOVERNMENT' });
 */
export const recordActor: Mutation<[connection: Connection], RecordActorVariables['input'], RecordActorPayload, RecordActorRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordActor($input:RecordActorInput!){recordActor(input:$input){...RecordActorPayload ...RefusalFacts}}', ActorFragment, ActorMatchFragment, ActorMentionFragment, LineRefusedFragment, PassageFragment, RecordActorPayloadFragment, RefusalFactsFragment],
);

/**
 * Puts on record whom an actor speaks for, or what it belongs to.
 * @example await recordAffiliation(connection, { actor: { slug: 'peskov' }, of: { slug: 'kremlin' }, kind: 'SPEAKS_FOR' });
 */
export const recordAffiliation: Mutation<[connection: Connection], RecordAffiliationVariables['input'], RecordAffiliationPayload, RecordAffiliationRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordAffiliation($input:RecordAffiliationInput!){recordAffiliation(input:$input){...RecordAffiliationPayload ...RefusalFacts}}', ActorMentionFragment, AffiliationFragment, LineRefusedFragment, PassageFragment, RecordAffiliationPayloadFragment, RefusalFactsFragment],
);

/**
 * Puts an article on record, verbatim. The same text from the same outlet is one article: `created` is false then.
 * @example
 * const { article } = await recordArticle(connection, {
 *   title: 'Kremlin denies call',
 *   language: 'en',
 *   outlet: { slug: 'washington-post' },
 *   text,
 * });
 */
export const recordArticle: Mutation<[connection: Connection], RecordArticleVariables['input'], RecordArticlePayload, RecordArticleRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordArticle($input:RecordArticleInput!){recordArticle(input:$input){...RecordArticlePayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, LineRefusedFragment, PassageFragment, RecordArticlePayloadFragment, RefusalFactsFragment],
);

/**
 * Puts a claim on record, with its first stances in one transaction where they are given. `similar` tells what on record it may
 * say again: nothing is linked by itself.
 * @example
 * const { claim } = await recordClaim(connection, {
 *   text: 'The call took place on Thursday.',
 *   kind: 'FACT',
 *   language: 'en',
 *   stances: [stance],
 * });
 */
export const recordClaim: Mutation<[connection: Connection], RecordClaimVariables['input'], RecordClaimPayload, RecordClaimRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordClaim($input:RecordClaimInput!){recordClaim(input:$input){...RecordClaimPayload ...RefusalFacts}}', ClaimFragment, ClaimMatchFragment, ClaimMentionFragment, LineRefusedFragment, PassageFragment, RecordClaimPayloadFragment, RefusalFactsFragment, StandingInBriefFragment],
);

/**
 * Every change of the record: all of them behind `after`, then live. Those who would rather poll have `page` and `all`, which end.
 * @example
 * for await (const { type, subject } of recordEvents(connection, { signal })) console.log(type, subject?.id);
 */
export const recordEvents: Log<[connection: Connection], RecordEventsVariables, RecordEventsData['recordEvents'], RecordEventsPageVariables, RecordEventsPageData['recordEvents']> = /*#__PURE__*/ log(
  ['subscription recordEvents($after:String$filter:EventFilter$checkpoints:Boolean=false){recordEvents(after:$after filter:$filter checkpoints:$checkpoints){...RecordEvent}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, FormerValueFragment, NodeMentionFragment, RecordEventFragment],
  ['query recordEventsPage($first:Int$after:String$filter:EventFilter){recordEvents(first:$first after:$after filter:$filter){...EventPage}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EventPageFragment, FormerValueFragment, NodeMentionFragment, PageInfoFragment, RecordEventFragment],
);

/**
 * Puts on record how an actor stands to a claim, in whose words.
 * @example
 * const { stance, created } = await recordStance(connection, {
 *   claim: { slug: 'call-happened' },
 *   actor: { slug: 'kremlin' },
 *   kind: 'DENIES',
 *   certainty: 'FIRM',
 *   evidence: [{ article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }],
 * });
 */
export const recordStance: Mutation<[connection: Connection], RecordStanceVariables['input'], RecordStancePayload, RecordStanceRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordStance($input:RecordStanceInput!){recordStance(input:$input){...RecordStancePayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RecordStancePayloadFragment, RefusalFactsFragment, StanceFragment],
);

/**
 * Puts a withdrawn article back: its evidence counts again.
 * @example await restoreArticle(connection, { article: { slug: 'story' } });
 */
export const restoreArticle: Mutation<[connection: Connection], RestoreArticleVariables['input'], RestoreArticlePayload, RestoreArticleRefusal> = /*#__PURE__*/ mutation(
  ['mutation restoreArticle($input:RestoreArticleInput!){restoreArticle(input:$input){...RestoreArticlePayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, RestoreArticlePayloadFragment],
);

/**
 * Judges a draft. Accepting one on a draft claim verifies the claim with it, and may edit it: another claim, actor, kind, certainty
 * or quote. With `evidenceOf` its words become evidence of a stance on record instead. A rejected draft never comes back.
 * @example await reviewStance(connection, { stance: { id }, review: 'VERIFIED', claim: { slug: 'call-happened' } });
 */
export const reviewStance: Mutation<[connection: Connection], ReviewStanceVariables['input'], ReviewStancePayload, ReviewStanceRefusal> = /*#__PURE__*/ mutation(
  ['mutation reviewStance($input:ReviewStanceInput!){reviewStance(input:$input){...ReviewStancePayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, ReviewStancePayloadFragment, StanceFragment],
);

/**
 * Takes back the judgement that two actors are one.
 * @example await revokeActorMerge(connection, { merge: { id }, reason: 'Two papers of one name.' });
 */
export const revokeActorMerge: Mutation<[connection: Connection], RevokeActorMergeVariables['input'], RevokeActorMergePayload, RevokeActorMergeRefusal> = /*#__PURE__*/ mutation(
  ['mutation revokeActorMerge($input:RevokeActorMergeInput!){revokeActorMerge(input:$input){...RevokeActorMergePayload ...RefusalFacts}}', ActorMentionFragment, ActorMergeFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, RevokeActorMergePayloadFragment],
);

/**
 * Takes back a relation between two claims.
 * @example await revokeClaimLink(connection, { link: { id }, reason: 'They speak of different calls.' });
 */
export const revokeClaimLink: Mutation<[connection: Connection], RevokeClaimLinkVariables['input'], RevokeClaimLinkPayload, RevokeClaimLinkRefusal> = /*#__PURE__*/ mutation(
  ['mutation revokeClaimLink($input:RevokeClaimLinkInput!){revokeClaimLink(input:$input){...RevokeClaimLinkPayload ...RefusalFacts}}', ClaimLinkFragment, ClaimMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, RevokeClaimLinkPayloadFragment],
);

/**
 * Ends a token: it is taken no more, and its feeds end. For ADMIN tokens.
 * @example await revokeToken(connection, { token: { id } });
 */
export const revokeToken: Mutation<[connection: Connection], RevokeTokenVariables['input'], RevokeTokenPayload, RevokeTokenRefusal> = /*#__PURE__*/ mutation(
  ['mutation revokeToken($input:RevokeTokenInput!){revokeToken(input:$input){...RevokeTokenPayload ...RefusalFacts}}', LineRefusedFragment, PassageFragment, RefusalFactsFragment, RevokeTokenPayloadFragment, TokenFragment],
);

/**
 * Articles, actors and claims that hold all the words or, where none does, any of them, the best first, with excerpts.
 * `asOf` asks what was found at that moment of the record's clock, by the words of then.
 * @example
 * const { nodes } = await search(connection, { query: 'ceasefire call', in: ['CLAIM'] });
 * for (const { node, highlights } of nodes) console.log(node.id, highlights[0]?.text);
 */
export const search: List<[connection: Connection], SearchVariables, SearchData['search']> = /*#__PURE__*/ list(
  ['query search($query:String!$in:[SearchScope!]$first:Int$after:String$asOf:DateTime$withTotalCount:Boolean=false){search(query:$query in:$in first:$first after:$after asOf:$asOf){...SearchPage}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, NodeMentionFragment, PageInfoFragment, SearchHitFragment, SearchPageFragment],
);

/**
 * The claims on record that share most with a text, the best first. A person decides whether they say the same.
 * @example
 * const [best] = await similarClaims(connection, { text: 'They spoke by phone on Thursday.', first: 5 });
 * console.log(best?.relation, best?.claim.text);
 */
export const similarClaims: Read<[connection: Connection], SimilarClaimsVariables, SimilarClaimsData['similarClaims']> = /*#__PURE__*/ read(
  ['query similarClaims($text:String!$first:Int){similarClaims(text:$text first:$first){...ClaimMatch}}', ClaimMatchFragment, ClaimMentionFragment],
);

/**
 * How many stances, of those that the filter selects, are of which actor, outlet, topic, status, kind or month. Counted up to 10,000 entries: `totalCountIsExact` tells whether that is all.
 * @example
 * const { facets } = await stanceFacets(connection, { by: 'MONTH_SAID', filter: { actor: { slug: 'kremlin' } } });
 */
export const stanceFacets: Read<[connection: Connection], StanceFacetsVariables, StanceFacetsData['stances']> = /*#__PURE__*/ read(
  ['query stanceFacets($by:Facet!$first:Int$filter:StanceFilter){stances(first:0 filter:$filter){totalCount totalCountIsExact facets(by:$by first:$first){...FacetCount}}}', FacetCountFragment],
);

/**
 * Stances on record with the words that show them, the newest first.
 * @example
 * for await (const stance of stances.all(connection, { filter: { actor: { slug: 'kremlin' } } })) {
 *   console.log(stance.kind, stance.claim.text);
 * }
 */
export const stances: List<[connection: Connection], StancesVariables, StancesData['stances']> = /*#__PURE__*/ list(
  ['query stances($first:Int$after:String$last:Int$before:String$filter:StanceFilter$orderBy:StanceOrder$asOf:DateTime$withTotalCount:Boolean=false){stances(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy asOf:$asOf){...StancePage}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, PageInfoFragment, StanceFragment, StancePageFragment],
);

/**
 * Each change of a claim's status, with what brought it: all of them behind `after`, then live.
 * @example
 * for await (const { claim, from, to } of standingChanged(connection, { filter: { to: 'DISPUTED' }, signal })) {
 *   console.log(claim?.text, from, to);
 * }
 */
export const standingChanged: Feed<[connection: Connection], StandingChangedVariables, StandingChangedData['standingChanged']> = /*#__PURE__*/ feed(
  ['subscription standingChanged($after:String$filter:StandingChangedFilter$checkpoints:Boolean=false){standingChanged(after:$after filter:$filter checkpoints:$checkpoints){...StandingChanged}}', ActorMentionFragment, ArticleMentionFragment, ClaimFragment, ClaimMentionFragment, NodeMentionFragment, StandingChangedFragment, StandingInBriefFragment],
);

/**
 * How the standings of claims changed, from when each was new, the newest change first. To be told live of those to come, there is
 * `standingChanged`.
 * @example
 * const { nodes } = await standingChanges(connection, { filter: { topic: 'ukraine' }, first: 50 });
 */
export const standingChanges: List<[connection: Connection], StandingChangesVariables, StandingChangesData['standingChanges']> = /*#__PURE__*/ list(
  ['query standingChanges($filter:ClaimFilter$toldBefore:DateTime$first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){standingChanges(filter:$filter toldBefore:$toldBefore first:$first after:$after last:$last before:$before){...ClaimStandingChangePage}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, ClaimStandingChangeFragment, ClaimStandingChangePageFragment, NodeMentionFragment, PageInfoFragment, StandingChangeFragment],
);

/**
 * The database as its operators see it. For ADMIN tokens.
 * @example const { epoch, lastEvent } = await status(connection);
 */
export const status: Read<[connection: Connection], unknown, StatusData['status']> = /*#__PURE__*/ read(
  ['query status{status{...RecordStatus}}', BackupFragment, RecordStatusFragment, TokenFragment],
);

/**
 * The record as a whole: how much is on it, and where its feed ends.
 * @example const { counts } = await summary(connection);
 */
export const summary: Read<[connection: Connection], unknown, SummaryData['record']> = /*#__PURE__*/ read(
  ['query summary{record{...RecordSummary}}', RecordSummaryFragment],
);

/**
 * The topics of the claims on record, by name, each with how many claims have it.
 * @example
 * for await (const { name, claimCount } of topics.all(connection)) show(name, claimCount);
 */
export const topics: List<[connection: Connection], TopicsVariables, TopicsData['topics']> = /*#__PURE__*/ list(
  ['query topics($first:Int$after:String$last:Int$before:String$withTotalCount:Boolean=false){topics(first:$first after:$after last:$last before:$before){...TopicPage}}', PageInfoFragment, TopicFragment, TopicPageFragment],
);

/**
 * Takes the judgement of a draft back: `stance` is the draft that is there to be judged again. One that was accepted is withdrawn,
 * and its words return as another draft.
 * @example const { stance: draft } = await undoReview(connection, { stance: { id }, reason: 'Accepted in error.' });
 */
export const undoReview: Mutation<[connection: Connection], UndoReviewVariables['input'], UndoReviewPayload, UndoReviewRefusal> = /*#__PURE__*/ mutation(
  ['mutation undoReview($input:UndoReviewInput!){undoReview(input:$input){...UndoReviewPayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, StanceFragment, UndoReviewPayloadFragment],
);

/**
 * Corrects what the record says of an actor: what is left out stays as it is.
 * @example await updateActor(connection, { actor: { slug: 'kremlin' }, aliases: ['Kremlin'] });
 */
export const updateActor: Mutation<[connection: Connection], UpdateActorVariables['input'], UpdateActorPayload, UpdateActorRefusal> = /*#__PURE__*/ mutation(
  ['mutation updateActor($input:UpdateActorInput!){updateActor(input:$input){...UpdateActorPayload ...RefusalFacts}}', ActorFragment, ActorMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, UpdateActorPayloadFragment],
);

/**
 * Corrects what the record says of an article; its text never changes.
 * @example await updateArticle(connection, { article: { slug: 'story' }, publishedAt: '2026-11-10T08:30:00Z' });
 */
export const updateArticle: Mutation<[connection: Connection], UpdateArticleVariables['input'], UpdateArticlePayload, UpdateArticleRefusal> = /*#__PURE__*/ mutation(
  ['mutation updateArticle($input:UpdateArticleInput!){updateArticle(input:$input){...UpdateArticlePayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, UpdateArticlePayloadFragment],
);

/**
 * Corrects the wording of a claim, or what is told of it: what is left out stays as it is.
 * @example await updateClaim(connection, { claim: { slug: 'call-happened' }, topics: ['diplomacy'] });
 */
export const updateClaim: Mutation<[connection: Connection], UpdateClaimVariables['input'], UpdateClaimPayload, UpdateClaimRefusal> = /*#__PURE__*/ mutation(
  ['mutation updateClaim($input:UpdateClaimInput!){updateClaim(input:$input){...UpdateClaimPayload ...RefusalFacts}}', ClaimFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, StandingInBriefFragment, UpdateClaimPayloadFragment],
);

/**
 * Corrects when and where a stance was taken, how sure it sounds, or its note: what is left out stays as it is.
 * @example await updateStance(connection, { stance: { id }, saidOn: '2024-11-08', saidPhrase: 'on Friday' });
 */
export const updateStance: Mutation<[connection: Connection], UpdateStanceVariables['input'], UpdateStancePayload, UpdateStanceRefusal> = /*#__PURE__*/ mutation(
  ['mutation updateStance($input:UpdateStanceInput!){updateStance(input:$input){...UpdateStancePayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, StanceFragment, UpdateStancePayloadFragment],
);

/**
 * Looks at every hash, quote, standing and reference, and tells the faults. It takes as long as the record is large: give it time.
 * For ADMIN tokens.
 * @example const { faults } = await verifyRecord(connection, { timeoutMs: 600_000, retries: 0 });
 */
export const verifyRecord: Read<[connection: Connection], unknown, VerifyRecordData['verifyRecord']> = /*#__PURE__*/ read(
  ['query verifyRecord{verifyRecord{...Verification}}', RecordFaultFragment, VerificationFragment],
);

/**
 * Who you are, by your token; null for a stranger.
 * @example if ((await viewer(connection))?.role !== 'ADMIN') hideTheForm();
 */
export const viewer: Read<[connection: Connection], unknown, ViewerData['viewer']> = /*#__PURE__*/ read(
  ['query viewer{viewer{...Viewer}}', ViewerFragment],
);

/**
 * Takes an article off, as a fabrication or an error: its evidence counts no more.
 * @example await withdrawArticle(connection, { article: { slug: 'story' }, reason: 'An impostor of the outlet.' });
 */
export const withdrawArticle: Mutation<[connection: Connection], WithdrawArticleVariables['input'], WithdrawArticlePayload, WithdrawArticleRefusal> = /*#__PURE__*/ mutation(
  ['mutation withdrawArticle($input:WithdrawArticleInput!){withdrawArticle(input:$input){...WithdrawArticlePayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, WithdrawArticlePayloadFragment],
);

/**
 * Takes a claim off that the record had wrong. It stays readable by name.
 * @example await withdrawClaim(connection, { claim: { slug: 'call-happened' }, reason: 'Two propositions in one.' });
 */
export const withdrawClaim: Mutation<[connection: Connection], WithdrawClaimVariables['input'], WithdrawClaimPayload, WithdrawClaimRefusal> = /*#__PURE__*/ mutation(
  ['mutation withdrawClaim($input:WithdrawClaimInput!){withdrawClaim(input:$input){...WithdrawClaimPayload ...RefusalFacts}}', ClaimFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, StandingInBriefFragment, WithdrawClaimPayloadFragment],
);

/**
 * Takes back words that the record had wrong. A stance that is left without any is withdrawn with them.
 * @example await withdrawEvidence(connection, { evidence: { id }, reason: 'Said of another call.' });
 */
export const withdrawEvidence: Mutation<[connection: Connection], WithdrawEvidenceVariables['input'], WithdrawEvidencePayload, WithdrawEvidenceRefusal> = /*#__PURE__*/ mutation(
  ['mutation withdrawEvidence($input:WithdrawEvidenceInput!){withdrawEvidence(input:$input){...WithdrawEvidencePayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, WithdrawEvidencePayloadFragment],
);

/**
 * Takes off a stance that the record had wrong. An actor that takes back its own has another kind of stance: RETRACTS.
 * @example await withdrawStance(connection, { stance: { id }, reason: 'It was said of another call.' });
 */
export const withdrawStance: Mutation<[connection: Connection], WithdrawStanceVariables['input'], WithdrawStancePayload, WithdrawStanceRefusal> = /*#__PURE__*/ mutation(
  ['mutation withdrawStance($input:WithdrawStanceInput!){withdrawStance(input:$input){...WithdrawStancePayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, StanceFragment, WithdrawStancePayloadFragment],
);
