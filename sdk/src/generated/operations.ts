import type { Connection } from '../connect.ts';
import { feed, liveList, log, mutation, read, type Feed, type LiveList, type Log, type Mutation, type Read } from '../operation.ts';
import type {
  AddEvidenceRefusal,
  EndAffiliationRefusal,
  ImportRecordRefusal,
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
  UpdateActorRefusal,
  UpdateArticleRefusal,
  UpdateClaimRefusal,
  WithdrawArticleRefusal,
  WithdrawClaimRefusal,
  WithdrawEvidenceRefusal,
  WithdrawStanceRefusal,
} from './refusals.ts';
import type {
  ActorData,
  ActorVariables,
  ActorsData,
  ActorsVariables,
  AddEvidencePayload,
  AddEvidenceVariables,
  ArticleData,
  ArticleVariables,
  ArticlesData,
  ArticlesVariables,
  ClaimAddedData,
  ClaimAddedVariables,
  ClaimData,
  ClaimVariables,
  ClaimsData,
  ClaimsVariables,
  EndAffiliationPayload,
  EndAffiliationVariables,
  ImportRecordPayload,
  ImportRecordVariables,
  LinkClaimsPayload,
  LinkClaimsVariables,
  MergeActorsPayload,
  MergeActorsVariables,
  NodeData,
  NodeVariables,
  NodesData,
  NodesVariables,
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
  ReviewStancePayload,
  ReviewStanceVariables,
  RevokeActorMergePayload,
  RevokeActorMergeVariables,
  RevokeClaimLinkPayload,
  RevokeClaimLinkVariables,
  SearchData,
  SearchVariables,
  StancesData,
  StancesVariables,
  StandingChangedData,
  StandingChangedVariables,
  UpdateActorPayload,
  UpdateActorVariables,
  UpdateArticlePayload,
  UpdateArticleVariables,
  UpdateClaimPayload,
  UpdateClaimVariables,
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

export { type Connection, connect } from '../connect.ts';
export { request } from '../own-document.ts';

const ActorFragment = 'fragment Actor on Actor{id slug name kind aliases description wikidataId recordedAt grantedBy{...ActorMention}}';
const ActorInFullFragment = 'fragment ActorInFull on Actor{...Actor affiliations(first:100){nodes{...Affiliation}}affiliates(first:100){nodes{...Affiliation}}}';
const ActorMentionFragment = 'fragment ActorMention on Actor{id slug name kind}';
const ActorMergeFragment = 'fragment ActorMerge on ActorMerge{id judgement reason recordedAt revokedAt revokedReason from{...ActorMention}into{...ActorMention}}';
const ActorPageFragment = 'fragment ActorPage on ActorConnection{totalCount@include(if:$withTotalCount)nodes{...Actor}pageInfo{...PageInfo}feedCursor}';
const AddEvidencePayloadFragment = 'fragment AddEvidencePayload on AddEvidencePayload{evidence{...Evidence}created cursor}';
const AffiliationFragment = 'fragment Affiliation on Affiliation{id kind role from until recordedAt actor{...ActorMention}of{...ActorMention}}';
const ArticleFragment = 'fragment Article on Article{id slug title sha256 language url byline publishedAt retrievedAt textIsPublic recordedAt withdrawnAt outlet{...ActorMention}creditedTo{...ActorMention}supersedes{...ArticleMention}supersededBy{...ArticleMention}}';
const ArticleInFullFragment = 'fragment ArticleInFull on Article{...Article text}';
const ArticleMentionFragment = 'fragment ArticleMention on Article{id slug title url language publishedAt outlet{...ActorMention}}';
const ArticlePageFragment = 'fragment ArticlePage on ArticleConnection{totalCount@include(if:$withTotalCount)nodes{...Article}pageInfo{...PageInfo}feedCursor}';
const ClaimFragment = 'fragment Claim on Claim{id slug text kind language topics happenedFrom happenedUntil review recordedAt withdrawnAt standing{...StandingInBrief}}';
const ClaimAddedFragment = 'fragment ClaimAdded on ClaimAdded{cursor at claim{...Claim}}';
const ClaimInFullFragment = 'fragment ClaimInFull on Claim{id slug text kind language topics happenedFrom happenedUntil review recordedAt withdrawnAt standing(asOf:$asOf saidBy:$saidBy){...Standing}stances(first:100){nodes{...Stance}pageInfo{...PageInfo}}links(first:100){nodes{...ClaimLink}pageInfo{...PageInfo}}}';
const ClaimLinkFragment = 'fragment ClaimLink on ClaimLink{id kind judgement reason recordedAt from{...ClaimMention}to{...ClaimMention}}';
const ClaimMentionFragment = 'fragment ClaimMention on Claim{id slug text}';
const ClaimPageFragment = 'fragment ClaimPage on ClaimConnection{totalCount@include(if:$withTotalCount)nodes{...Claim}pageInfo{...PageInfo}feedCursor}';
const EndAffiliationPayloadFragment = 'fragment EndAffiliationPayload on EndAffiliationPayload{affiliation{...Affiliation}created cursor}';
const EventPageFragment = 'fragment EventPage on EventConnection{nodes{...RecordEvent}pageInfo{...PageInfo}feedCursor}';
const EvidenceFragment = 'fragment Evidence on Evidence{id quote start end prefix suffix mode cue spokenLanguage confidence permalink withdrawnAt article{...ArticleMention}attribution{...ActorMention}onWordOf{...ActorMention}}';
const FormerValueFragment = 'fragment FormerValue on FormerValue{key value}';
const ImportRecordPayloadFragment = 'fragment ImportRecordPayload on ImportRecordPayload{created unchanged byType{type created unchanged}missing cursor}';
const LineRefusedFragment = 'fragment LineRefused on LineRefused{line code message path}';
const LinkClaimsPayloadFragment = 'fragment LinkClaimsPayload on LinkClaimsPayload{link{...ClaimLink}created cursor}';
const MergeActorsPayloadFragment = 'fragment MergeActorsPayload on MergeActorsPayload{merge{...ActorMerge}created cursor}';
const NodeMentionFragment = 'fragment NodeMention on Node{__typename id ...on Article{slug title url}...on Actor{slug name actorKind:kind}...on Claim{slug text claimKind:kind}...on Stance{slug stanceKind:kind polarity actor{...ActorMention}claim{...ClaimMention}}...on Evidence{quote article{...ArticleMention}}...on Affiliation{affiliationKind:kind actor{...ActorMention}of{...ActorMention}}...on ClaimLink{linkKind:kind judgement fromClaim:from{...ClaimMention}toClaim:to{...ClaimMention}}...on ActorMerge{judgement fromActor:from{...ActorMention}intoActor:into{...ActorMention}}}';
const PageInfoFragment = 'fragment PageInfo on PageInfo{hasNextPage hasPreviousPage startCursor endCursor}';
const PassageFragment = 'fragment Passage on Passage{start end text}';
const RecordActorPayloadFragment = 'fragment RecordActorPayload on RecordActorPayload{actor{...Actor}created cursor}';
const RecordAffiliationPayloadFragment = 'fragment RecordAffiliationPayload on RecordAffiliationPayload{affiliation{...Affiliation}created cursor}';
const RecordArticlePayloadFragment = 'fragment RecordArticlePayload on RecordArticlePayload{article{...Article}created cursor}';
const RecordClaimPayloadFragment = 'fragment RecordClaimPayload on RecordClaimPayload{claim{...Claim}created cursor}';
const RecordEventFragment = 'fragment RecordEvent on RecordEvent{cursor type at reason by{id name role}before{...FormerValue}subject{...NodeMention}}';
const RecordStancePayloadFragment = 'fragment RecordStancePayload on RecordStancePayload{stance{...Stance}created cursor}';
const RecordSummaryFragment = 'fragment RecordSummary on RecordSummary{feedCursor lastEventAt counts{articles actors affiliations claims stances evidence links}versions{format database}}';
const RefusalFactsFragment = 'fragment RefusalFacts on UserError{code message path ...on QuoteNotInArticle{quote nearest{...Passage}}...on QuoteAmbiguous{quote places{...Passage}}...on NotOnRecord{noun reference}...on AttributionBroken{attribution}...on TextInvalid{reason}...on Conflict{noun reference keys}...on AlreadyWithdrawn{noun reference}...on LinesRefused{faults{...LineRefused}}}';
const RestoreArticlePayloadFragment = 'fragment RestoreArticlePayload on RestoreArticlePayload{article{...Article}created cursor}';
const ReviewStancePayloadFragment = 'fragment ReviewStancePayload on ReviewStancePayload{stance{...Stance}created cursor}';
const RevokeActorMergePayloadFragment = 'fragment RevokeActorMergePayload on RevokeActorMergePayload{merge{...ActorMerge}created cursor}';
const RevokeClaimLinkPayloadFragment = 'fragment RevokeClaimLinkPayload on RevokeClaimLinkPayload{link{...ClaimLink}created cursor}';
const SearchHitFragment = 'fragment SearchHit on SearchEdge{cursor score highlights{field text matches{start end}}node{...on Node{...NodeMention}}}';
const SearchPageFragment = 'fragment SearchPage on SearchConnection{totalCount@include(if:$withTotalCount)nodes:edges{...SearchHit}pageInfo{...PageInfo}feedCursor}';
const StanceFragment = 'fragment Stance on Stance{id slug kind polarity certainty saidAt saidOn saidPhrase note hearsay carrierRetracted review recordedAt withdrawnAt withdrawnReason actor{...ActorMention}claim{...ClaimMention}saidIn{...ClaimMention}evidence{...Evidence}}';
const StancePageFragment = 'fragment StancePage on StanceConnection{totalCount@include(if:$withTotalCount)nodes{...Stance}pageInfo{...PageInfo}feedCursor}';
const StandingFragment = 'fragment Standing on Standing{...StandingInBrief rule originCount articleCount asOf counts{for relayed mixed none against}sides{polarity split actor{...ActorMention}stance{id slug kind}spokenBy{...ActorMention}onWordOf{...ActorMention}}origins{...ActorMention}disputedVia{...ClaimMention}}';
const StandingChangedFragment = 'fragment StandingChanged on StandingChanged{cursor at from to claim{...Claim}because{...NodeMention}}';
const StandingInBriefFragment = 'fragment StandingInBrief on Standing{status summary onlyUnnamedSources since}';
const UpdateActorPayloadFragment = 'fragment UpdateActorPayload on UpdateActorPayload{actor{...Actor}created cursor}';
const UpdateArticlePayloadFragment = 'fragment UpdateArticlePayload on UpdateArticlePayload{article{...Article}created cursor}';
const UpdateClaimPayloadFragment = 'fragment UpdateClaimPayload on UpdateClaimPayload{claim{...Claim}created cursor}';
const ViewerFragment = 'fragment Viewer on Viewer{name role}';
const WithdrawArticlePayloadFragment = 'fragment WithdrawArticlePayload on WithdrawArticlePayload{article{...Article}created cursor}';
const WithdrawClaimPayloadFragment = 'fragment WithdrawClaimPayload on WithdrawClaimPayload{claim{...Claim}created cursor}';
const WithdrawEvidencePayloadFragment = 'fragment WithdrawEvidencePayload on WithdrawEvidencePayload{evidence{...Evidence}created cursor}';
const WithdrawStancePayloadFragment = 'fragment WithdrawStancePayload on WithdrawStancePayload{stance{...Stance}created cursor}';

/** The actor of this name, with those who speak for it and those it speaks for; null when not on record. */
export const actor: Read<[connection: Connection], ActorVariables, ActorData['actor']> = /*#__PURE__*/ read(
  ['query actor($by:ActorBy!){actor(by:$by){...ActorInFull}}', ActorFragment, ActorInFullFragment, ActorMentionFragment, AffiliationFragment],
);

/** Actors on record, the newest first. */
export const actors: LiveList<[connection: Connection], ActorsVariables, ActorsData['actors']> = /*#__PURE__*/ liveList(
  ['query actors($first:Int$after:String$last:Int$before:String$filter:ActorFilter$orderBy:ActorOrder$withTotalCount:Boolean=false){actors(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy){...ActorPage}}', ActorFragment, ActorMentionFragment, ActorPageFragment, PageInfoFragment],
);

/** Adds words that show a stance on record. */
export const addEvidence: Mutation<[connection: Connection], AddEvidenceVariables['input'], AddEvidencePayload, AddEvidenceRefusal> = /*#__PURE__*/ mutation(
  ['mutation addEvidence($input:AddEvidenceInput!){addEvidence(input:$input){...AddEvidencePayload ...RefusalFacts}}', ActorMentionFragment, AddEvidencePayloadFragment, ArticleMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment],
);

/** The article of this name, with its text where you may read it; null when not on record. */
export const article: Read<[connection: Connection], ArticleVariables, ArticleData['article']> = /*#__PURE__*/ read(
  ['query article($by:ArticleBy!){article(by:$by){...ArticleInFull}}', ActorMentionFragment, ArticleFragment, ArticleInFullFragment, ArticleMentionFragment],
);

/** Articles on record, the newest first. */
export const articles: LiveList<[connection: Connection], ArticlesVariables, ArticlesData['articles']> = /*#__PURE__*/ liveList(
  ['query articles($first:Int$after:String$last:Int$before:String$filter:ArticleFilter$orderBy:ArticleOrder$withTotalCount:Boolean=false){articles(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy){...ArticlePage}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, ArticlePageFragment, PageInfoFragment],
);

/** The claim of this name: how it stands and why, who says what of it in which words; null when not on record. */
export const claim: Read<[connection: Connection], ClaimVariables, ClaimData['claim']> = /*#__PURE__*/ read(
  ['query claim($by:ClaimBy!$asOf:DateTime$saidBy:DateTime){claim(by:$by){...ClaimInFull}}', ActorMentionFragment, ArticleMentionFragment, ClaimInFullFragment, ClaimLinkFragment, ClaimMentionFragment, EvidenceFragment, PageInfoFragment, StanceFragment, StandingFragment, StandingInBriefFragment],
);

/** Each claim once, when it becomes public: all of them behind `after`, then live. `claim` is null where it is not public any more. */
export const claimAdded: Feed<[connection: Connection], ClaimAddedVariables, ClaimAddedData['claimAdded']> = /*#__PURE__*/ feed(
  ['subscription claimAdded($after:String$filter:ClaimAddedFilter$checkpoints:Boolean=false){claimAdded(after:$after filter:$filter checkpoints:$checkpoints){...ClaimAdded}}', ClaimFragment, ClaimAddedFragment, StandingInBriefFragment],
);

/** Claims on record with how they stand, the newest first. */
export const claims: LiveList<[connection: Connection], ClaimsVariables, ClaimsData['claims']> = /*#__PURE__*/ liveList(
  ['query claims($first:Int$after:String$last:Int$before:String$filter:ClaimFilter$orderBy:ClaimOrder$withTotalCount:Boolean=false){claims(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy){...ClaimPage}}', ClaimFragment, ClaimPageFragment, PageInfoFragment, StandingInBriefFragment],
);

/** Says since when an affiliation is over. */
export const endAffiliation: Mutation<[connection: Connection], EndAffiliationVariables['input'], EndAffiliationPayload, EndAffiliationRefusal> = /*#__PURE__*/ mutation(
  ['mutation endAffiliation($input:EndAffiliationInput!){endAffiliation(input:$input){...EndAffiliationPayload ...RefusalFacts}}', ActorMentionFragment, AffiliationFragment, EndAffiliationPayloadFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment],
);

/** Puts up to 1,000 lines of the interchange format on record, or, with `dryRun`, tells what they would bring. */
export const importRecord: Mutation<[connection: Connection], ImportRecordVariables['input'], ImportRecordPayload, ImportRecordRefusal> = /*#__PURE__*/ mutation(
  ['mutation importRecord($input:ImportRecordInput!){importRecord(input:$input){...ImportRecordPayload ...RefusalFacts}}', ImportRecordPayloadFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment],
);

/** Puts a judged relation between two claims on record. */
export const linkClaims: Mutation<[connection: Connection], LinkClaimsVariables['input'], LinkClaimsPayload, LinkClaimsRefusal> = /*#__PURE__*/ mutation(
  ['mutation linkClaims($input:LinkClaimsInput!){linkClaims(input:$input){...LinkClaimsPayload ...RefusalFacts}}', ClaimLinkFragment, ClaimMentionFragment, LineRefusedFragment, LinkClaimsPayloadFragment, PassageFragment, RefusalFactsFragment],
);

/** Puts on record that two actors are one. It can be revoked; nothing is rewritten. */
export const mergeActors: Mutation<[connection: Connection], MergeActorsVariables['input'], MergeActorsPayload, MergeActorsRefusal> = /*#__PURE__*/ mutation(
  ['mutation mergeActors($input:MergeActorsInput!){mergeActors(input:$input){...MergeActorsPayload ...RefusalFacts}}', ActorMentionFragment, ActorMergeFragment, LineRefusedFragment, MergeActorsPayloadFragment, PassageFragment, RefusalFactsFragment],
);

/** Whatever has this id, in short; null when not on record. */
export const node: Read<[connection: Connection], NodeVariables, NodeData['node']> = /*#__PURE__*/ read(
  ['query node($id:ID!){node(id:$id){...NodeMention}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, NodeMentionFragment],
);

/** What has these ids, in their order and in short, at most 100 at once; null for each that is not on record. */
export const nodes: Read<[connection: Connection], NodesVariables, NodesData['nodes']> = /*#__PURE__*/ read(
  ['query nodes($ids:[ID!]!){nodes(ids:$ids){...NodeMention}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, NodeMentionFragment],
);

/** The record as a whole: how much is on it, and where its feed ends. */
export const record: Read<[connection: Connection], unknown, RecordData['record']> = /*#__PURE__*/ read(
  ['query record{record{...RecordSummary}}', RecordSummaryFragment],
);

/** Puts an actor on record. The same slug with the same content is on record already: `created` is false then. */
export const recordActor: Mutation<[connection: Connection], RecordActorVariables['input'], RecordActorPayload, RecordActorRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordActor($input:RecordActorInput!){recordActor(input:$input){...RecordActorPayload ...RefusalFacts}}', ActorFragment, ActorMentionFragment, LineRefusedFragment, PassageFragment, RecordActorPayloadFragment, RefusalFactsFragment],
);

/** Puts on record whom an actor speaks for, or what it belongs to. */
export const recordAffiliation: Mutation<[connection: Connection], RecordAffiliationVariables['input'], RecordAffiliationPayload, RecordAffiliationRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordAffiliation($input:RecordAffiliationInput!){recordAffiliation(input:$input){...RecordAffiliationPayload ...RefusalFacts}}', ActorMentionFragment, AffiliationFragment, LineRefusedFragment, PassageFragment, RecordAffiliationPayloadFragment, RefusalFactsFragment],
);

/** Puts an article on record, verbatim. The same text from the same outlet is one article: `created` is false then. */
export const recordArticle: Mutation<[connection: Connection], RecordArticleVariables['input'], RecordArticlePayload, RecordArticleRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordArticle($input:RecordArticleInput!){recordArticle(input:$input){...RecordArticlePayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, LineRefusedFragment, PassageFragment, RecordArticlePayloadFragment, RefusalFactsFragment],
);

/** Puts a claim on record, with its first stances in one transaction where they are given. */
export const recordClaim: Mutation<[connection: Connection], RecordClaimVariables['input'], RecordClaimPayload, RecordClaimRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordClaim($input:RecordClaimInput!){recordClaim(input:$input){...RecordClaimPayload ...RefusalFacts}}', ClaimFragment, LineRefusedFragment, PassageFragment, RecordClaimPayloadFragment, RefusalFactsFragment, StandingInBriefFragment],
);

/** Every change of the record: all of them behind `after`, then live. Those who would rather poll have `page` and `all`, which end. */
export const recordEvents: Log<[connection: Connection], RecordEventsVariables, RecordEventsData['recordEvents'], RecordEventsPageVariables, RecordEventsPageData['recordEvents']> = /*#__PURE__*/ log(
  ['subscription recordEvents($after:String$filter:EventFilter$checkpoints:Boolean=false){recordEvents(after:$after filter:$filter checkpoints:$checkpoints){...RecordEvent}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, FormerValueFragment, NodeMentionFragment, RecordEventFragment],
  ['query recordEventsPage($first:Int$after:String$filter:EventFilter){recordEvents(first:$first after:$after filter:$filter){...EventPage}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EventPageFragment, FormerValueFragment, NodeMentionFragment, PageInfoFragment, RecordEventFragment],
);

/** Puts on record how an actor stands to a claim, in whose words. */
export const recordStance: Mutation<[connection: Connection], RecordStanceVariables['input'], RecordStancePayload, RecordStanceRefusal> = /*#__PURE__*/ mutation(
  ['mutation recordStance($input:RecordStanceInput!){recordStance(input:$input){...RecordStancePayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RecordStancePayloadFragment, RefusalFactsFragment, StanceFragment],
);

/** Puts a withdrawn article back: its evidence counts again. */
export const restoreArticle: Mutation<[connection: Connection], RestoreArticleVariables['input'], RestoreArticlePayload, RestoreArticleRefusal> = /*#__PURE__*/ mutation(
  ['mutation restoreArticle($input:RestoreArticleInput!){restoreArticle(input:$input){...RestoreArticlePayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, RestoreArticlePayloadFragment],
);

/** Judges a draft. Accepting one on a draft claim verifies the claim with it. */
export const reviewStance: Mutation<[connection: Connection], ReviewStanceVariables['input'], ReviewStancePayload, ReviewStanceRefusal> = /*#__PURE__*/ mutation(
  ['mutation reviewStance($input:ReviewStanceInput!){reviewStance(input:$input){...ReviewStancePayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, ReviewStancePayloadFragment, StanceFragment],
);

/** Takes back the judgement that two actors are one. */
export const revokeActorMerge: Mutation<[connection: Connection], RevokeActorMergeVariables['input'], RevokeActorMergePayload, RevokeActorMergeRefusal> = /*#__PURE__*/ mutation(
  ['mutation revokeActorMerge($input:RevokeActorMergeInput!){revokeActorMerge(input:$input){...RevokeActorMergePayload ...RefusalFacts}}', ActorMentionFragment, ActorMergeFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, RevokeActorMergePayloadFragment],
);

/** Takes back a relation between two claims. */
export const revokeClaimLink: Mutation<[connection: Connection], RevokeClaimLinkVariables['input'], RevokeClaimLinkPayload, RevokeClaimLinkRefusal> = /*#__PURE__*/ mutation(
  ['mutation revokeClaimLink($input:RevokeClaimLinkInput!){revokeClaimLink(input:$input){...RevokeClaimLinkPayload ...RefusalFacts}}', ClaimLinkFragment, ClaimMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, RevokeClaimLinkPayloadFragment],
);

/** Articles, actors and claims that hold all the words, the best first, with excerpts. */
export const search: LiveList<[connection: Connection], SearchVariables, SearchData['search']> = /*#__PURE__*/ liveList(
  ['query search($query:String!$in:[SearchScope!]$first:Int$after:String$withTotalCount:Boolean=false){search(query:$query in:$in first:$first after:$after){...SearchPage}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, NodeMentionFragment, PageInfoFragment, SearchHitFragment, SearchPageFragment],
);

/** Stances on record with the words that show them, the newest first. */
export const stances: LiveList<[connection: Connection], StancesVariables, StancesData['stances']> = /*#__PURE__*/ liveList(
  ['query stances($first:Int$after:String$last:Int$before:String$filter:StanceFilter$orderBy:StanceOrder$withTotalCount:Boolean=false){stances(first:$first after:$after last:$last before:$before filter:$filter orderBy:$orderBy){...StancePage}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, PageInfoFragment, StanceFragment, StancePageFragment],
);

/** Each change of a claim's status, with what brought it: all of them behind `after`, then live. */
export const standingChanged: Feed<[connection: Connection], StandingChangedVariables, StandingChangedData['standingChanged']> = /*#__PURE__*/ feed(
  ['subscription standingChanged($after:String$filter:StandingChangedFilter$checkpoints:Boolean=false){standingChanged(after:$after filter:$filter checkpoints:$checkpoints){...StandingChanged}}', ActorMentionFragment, ArticleMentionFragment, ClaimFragment, ClaimMentionFragment, NodeMentionFragment, StandingChangedFragment, StandingInBriefFragment],
);

/** Corrects what the record says of an actor: what is left out stays as it is. */
export const updateActor: Mutation<[connection: Connection], UpdateActorVariables['input'], UpdateActorPayload, UpdateActorRefusal> = /*#__PURE__*/ mutation(
  ['mutation updateActor($input:UpdateActorInput!){updateActor(input:$input){...UpdateActorPayload ...RefusalFacts}}', ActorFragment, ActorMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, UpdateActorPayloadFragment],
);

/** Corrects what the record says of an article; its text never changes. */
export const updateArticle: Mutation<[connection: Connection], UpdateArticleVariables['input'], UpdateArticlePayload, UpdateArticleRefusal> = /*#__PURE__*/ mutation(
  ['mutation updateArticle($input:UpdateArticleInput!){updateArticle(input:$input){...UpdateArticlePayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, UpdateArticlePayloadFragment],
);

/** Corrects the wording of a claim, or what is told of it: what is left out stays as it is. */
export const updateClaim: Mutation<[connection: Connection], UpdateClaimVariables['input'], UpdateClaimPayload, UpdateClaimRefusal> = /*#__PURE__*/ mutation(
  ['mutation updateClaim($input:UpdateClaimInput!){updateClaim(input:$input){...UpdateClaimPayload ...RefusalFacts}}', ClaimFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, StandingInBriefFragment, UpdateClaimPayloadFragment],
);

/** Who you are, by your token; null for a stranger. */
export const viewer: Read<[connection: Connection], unknown, ViewerData['viewer']> = /*#__PURE__*/ read(
  ['query viewer{viewer{...Viewer}}', ViewerFragment],
);

/** Takes an article off, as a fabrication or an error: its evidence counts no more. */
export const withdrawArticle: Mutation<[connection: Connection], WithdrawArticleVariables['input'], WithdrawArticlePayload, WithdrawArticleRefusal> = /*#__PURE__*/ mutation(
  ['mutation withdrawArticle($input:WithdrawArticleInput!){withdrawArticle(input:$input){...WithdrawArticlePayload ...RefusalFacts}}', ActorMentionFragment, ArticleFragment, ArticleMentionFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, WithdrawArticlePayloadFragment],
);

/** Takes a claim off that the record had wrong. It stays readable by name. */
export const withdrawClaim: Mutation<[connection: Connection], WithdrawClaimVariables['input'], WithdrawClaimPayload, WithdrawClaimRefusal> = /*#__PURE__*/ mutation(
  ['mutation withdrawClaim($input:WithdrawClaimInput!){withdrawClaim(input:$input){...WithdrawClaimPayload ...RefusalFacts}}', ClaimFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, StandingInBriefFragment, WithdrawClaimPayloadFragment],
);

/** Takes back words that the record had wrong. A stance that is left without any is withdrawn with them. */
export const withdrawEvidence: Mutation<[connection: Connection], WithdrawEvidenceVariables['input'], WithdrawEvidencePayload, WithdrawEvidenceRefusal> = /*#__PURE__*/ mutation(
  ['mutation withdrawEvidence($input:WithdrawEvidenceInput!){withdrawEvidence(input:$input){...WithdrawEvidencePayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, WithdrawEvidencePayloadFragment],
);

/** Takes off a stance that the record had wrong. An actor that takes back its own has another kind of stance: RETRACTS. */
export const withdrawStance: Mutation<[connection: Connection], WithdrawStanceVariables['input'], WithdrawStancePayload, WithdrawStanceRefusal> = /*#__PURE__*/ mutation(
  ['mutation withdrawStance($input:WithdrawStanceInput!){withdrawStance(input:$input){...WithdrawStancePayload ...RefusalFacts}}', ActorMentionFragment, ArticleMentionFragment, ClaimMentionFragment, EvidenceFragment, LineRefusedFragment, PassageFragment, RefusalFactsFragment, StanceFragment, WithdrawStancePayloadFragment],
);
