import type { LiveList, LiveRead } from '../live-ways.ts';
import type { Feed, List, Log, Mutation, Read } from '../operation.ts';
import { watched } from '../watched.ts';
import {
  actor,
  actorAffiliates,
  actorAffiliations,
  actorClaims,
  actorMerges,
  actorReversals,
  actorSplits,
  actorStances,
  actors,
  addEvidence,
  article,
  articleClaims,
  articleCopies,
  articleEvidence,
  articleFacets,
  articleVersions,
  articles,
  backUpRecord,
  claim,
  claimAdded,
  claimArticles,
  claimCorrections,
  claimFacets,
  claimLinks,
  claimSaidAgain,
  claimStances,
  claimTimeline,
  claims,
  compareActors,
  createToken,
  drafts,
  endAffiliation,
  eraseArticleText,
  exportRecord,
  importRecord,
  ingestArticle,
  linkClaims,
  mergeActors,
  node,
  nodes,
  pageStarts,
  record,
  recordActor,
  recordAffiliation,
  recordArticle,
  recordClaim,
  recordEvents,
  recordStance,
  restoreArticle,
  reviewStance,
  revokeActorMerge,
  revokeClaimLink,
  revokeToken,
  search,
  similarClaims,
  stanceFacets,
  stances,
  standingChanged,
  standingChanges,
  status,
  summary,
  topics,
  undoReview,
  updateActor,
  updateArticle,
  updateClaim,
  updateStance,
  verifyRecord,
  viewer,
  withdrawArticle,
  withdrawClaim,
  withdrawEvidence,
  withdrawStance,
} from './operations.ts';
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

/** One method for each operation. */
export interface Methods {
  /**
   * The actor of this name, with those who speak for it and those it speaks for; null when not on record.
   * @example const kremlin = await record.actor({ by: { slug: 'kremlin' } });
   */
  readonly actor: Read<[], ActorVariables, ActorData['actor']> & {
    /**
     * Who belongs to an actor or speaks for it, the newest first. A page is null when the actor is not on record.
     * @example
     * for await (const { actor, role } of record.actor.affiliates.all({ by: { slug: 'kremlin' } })) show(actor, role);
     */
    readonly affiliates: List<[], ActorAffiliatesVariables, AffiliationPage | null>;
    /**
     * What an actor belongs to or speaks for, the newest first. A page is null when the actor is not on record.
     * @example
     * const page = await record.actor.affiliations({ by: { slug: 'dmitry-peskov' } });
     */
    readonly affiliations: List<[], ActorAffiliationsVariables, AffiliationPage | null>;
    /**
     * The claims on which an actor has a stance, the newest first. A page is null when the actor is not on record.
     * @example
     * for await (const claim of record.actor.claims.all({ by: { slug: 'kremlin' } })) show(claim);
     */
    readonly claims: List<[], ActorClaimsVariables, ClaimPage | null>;
    /**
     * Where an actor took another position than before, or its own back, the latest turn first. A page is null when the actor is not on
     * record.
     * @example
     * for await (const { claim, earlier, later } of record.actor.reversals.all({ by: { slug: 'kremlin' } })) show(claim, earlier, later);
     */
    readonly reversals: List<[], ActorReversalsVariables, ReversalPage | null>;
    /**
     * Where an actor and those who speak for it differ, the newest record first. A page is null when the actor is not on record.
     * @example
     * for await (const { claim, stance, spoken } of record.actor.splits.all({ by: { slug: 'kremlin' } })) show(claim, stance, spoken);
     */
    readonly splits: List<[], ActorSplitsVariables, SplitPage | null>;
    /**
     * The stances that an actor holds, the newest first. A page is null when the actor is not on record.
     * @example
     * const denials = { by: { slug: 'kremlin' }, filter: { kind: 'DENIES' } } as const;
     * for await (const stance of record.actor.stances.all(denials)) show(stance);
     */
    readonly stances: List<[], ActorStancesVariables, StancePage | null>;
  };
  /**
   * The judgements whether two actors are one, revoked ones included, the newest first: with the ids by which they are taken back.
   * @example
   * const filter = { actor: { slug: 'washington-post' }, revoked: false };
   * for await (const { id, from } of record.actorMerges.all({ filter })) console.log(id, from.name);
   */
  readonly actorMerges: LiveList<[], ActorMergesVariables, ActorMergesData['actorMerges']>;
  /**
   * Actors on record, the newest first.
   * @example const { nodes } = await record.actors({ filter: { kind: 'OUTLET' }, orderBy: { field: 'NAME', direction: 'ASC' } });
   */
  readonly actors: LiveList<[], ActorsVariables, ActorsData['actors']>;
  /**
   * Adds words that show a stance on record.
   * @example await record.addEvidence({ stance: { id }, article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' });
   */
  readonly addEvidence: Mutation<[], AddEvidenceVariables['input'], AddEvidencePayload, AddEvidenceRefusal>;
  /**
   * The article of this name, with its text where you may read it; null when not on record.
   * @example const article = await record.article({ by: { url: 'https://example.org/story' } });
   */
  readonly article: Read<[], ArticleVariables, ArticleData['article']> & {
    /**
     * The claims to which the words of an article speak, the newest first. A page is null when the article is not on record.
     * @example
     * for await (const claim of record.article.claims.all({ by: { slug: 'story' } })) show(claim);
     */
    readonly claims: List<[], ArticleClaimsVariables, ClaimPage | null>;
    /**
     * The articles that an article is alike to, the newest first: its copies, and what it may be a copy of. A page is null when
     * the article is not on record.
     * @example
     * for await (const { outlet, title } of record.article.copies.all({ by: { slug: 'story' } })) show(outlet?.name, title);
     */
    readonly copies: List<[], ArticleCopiesVariables, ArticlePage | null>;
    /**
     * What is quoted from an article, and for which stance, the newest first. A page is null when the article is not on record.
     * @example
     * for await (const { quote, stance } of record.article.evidence.all({ by: { slug: 'story' } })) {
     *   show(quote, stance.actor.name);
     * }
     */
    readonly evidence: List<[], ArticleEvidenceVariables, EvidencePage | null>;
    /**
     * All versions of an article's page, itself included, the earliest first. A page is null when the article is not on record.
     * @example
     * for await (const version of record.article.versions.all({ by: { slug: 'story' } })) show(version);
     */
    readonly versions: List<[], ArticleVersionsVariables, ArticlePage | null>;
  };
  /**
   * How many articles, of those that the filter selects, are of which outlet, topic, actor or month. Counted up to 10,000 entries: `totalCountIsExact` tells whether that is all.
   * @example
   * const { facets } = await record.articleFacets({ by: 'OUTLET' });
   */
  readonly articleFacets: Read<[], ArticleFacetsVariables, ArticleFacetsData['articles']>;
  /**
   * Articles on record, the newest first.
   * @example const { nodes } = await record.articles({ filter: { language: 'de' }, first: 50 });
   */
  readonly articles: LiveList<[], ArticlesVariables, ArticlesData['articles']>;
  /**
   * Copies the database file while it is served. Only for whoever asks through the socket beside the database: it writes files.
   * @example await record.backUpRecord({ file: '/var/backups/record.db' }, { timeoutMs: 600_000 });
   */
  readonly backUpRecord: Mutation<[], BackUpRecordVariables['input'], BackUpRecordPayload, BackUpRecordRefusal>;
  /**
   * The claim of this name: how it stands and why, who says what of it in which words; null when not on record.
   * `asOf` asks what the record answered then, `saidBy` what had been said by then.
   * @example
   * const claim = await record.claim({ by: { slug: 'call-happened' } });
   * console.log(claim?.standing.summary);
   */
  readonly claim: LiveRead<[], ClaimVariables, ClaimData['claim']> & {
    /**
     * The articles whose words show a stance on a claim, the newest first. A page is null when the claim is not on record.
     * @example
     * for await (const article of record.claim.articles.all({ by: { slug: 'call-happened' } })) show(article);
     */
    readonly articles: List<[], ClaimArticlesVariables, ArticlePage | null>;
    /**
     * How a claim was worded before each correction of its words, the latest first. A page is null when the claim is not on record.
     * @example
     * const page = await record.claim.corrections({ by: { slug: 'call-happened' } });
     */
    readonly corrections: List<[], ClaimCorrectionsVariables, ClaimCorrectionPage | null>;
    /**
     * How a claim relates to others, the newest first. A page is null when the claim is not on record.
     * @example
     * const page = await record.claim.links({ by: { slug: 'call-happened' }, kind: 'PRESUPPOSES', direction: 'INCOMING' });
     */
    readonly links: List<[], ClaimLinksVariables, ClaimLinkPage | null>;
    /**
     * Who said it, and who said it again, as it was said: the earliest first. A page is null when the claim is not on record.
     * @example
     * const page = await record.claim.saidAgain({ by: { slug: 'call-happened' }, first: 1 });
     * console.log(page?.nodes[0]?.actor.name);
     */
    readonly saidAgain: List<[], ClaimSaidAgainVariables, StanceSaidAgainPage | null>;
    /**
     * Who stands how towards a claim, the newest first. A page is null when the claim is not on record.
     * @example
     * const denials = { by: { slug: 'call-happened' }, filter: { polarity: 'AGAINST' } } as const;
     * for await (const stance of record.claim.stances.all(denials)) show(stance);
     */
    readonly stances: List<[], ClaimStancesVariables, StancePage | null>;
    /**
     * How the standing of a claim changed, and why each time, the earliest change first. A page is null when the claim is not on record.
     * @example
     * for await (const { at, from, to } of record.claim.timeline.all({ by: { slug: 'call-happened' } })) show(at, from, to);
     */
    readonly timeline: List<[], ClaimTimelineVariables, StandingChangePage | null>;
  };
  /**
   * Each claim once, when it becomes public: all of them behind `after`, then live. `claim` is null where it is not public any more.
   * Save the cursor when you are done with an event, and begin behind it next time: nothing is missed, whoever restarts.
   * @example
   * for await (const { claim, cursor } of record.claimAdded({ after: await saved(), signal })) {
   *   if (claim) show(claim);
   *   await save(cursor);
   * }
   */
  readonly claimAdded: Feed<[], ClaimAddedVariables, ClaimAddedData['claimAdded']>;
  /**
   * How many claims, of those that the filter selects, are of which actor, outlet, topic, status, kind or month. Counted up to 10,000 entries: `totalCountIsExact` tells whether that is all.
   * @example
   * const { facets, totalCount } = await record.claimFacets({ by: 'TOPIC', filter: { status: 'DISPUTED' } });
   */
  readonly claimFacets: Read<[], ClaimFacetsVariables, ClaimFacetsData['claims']>;
  /**
   * Claims on record with how they stand, the newest first.
   * @example
   * const { nodes, pageInfo } = await record.claims({ filter: { status: 'DISPUTED' }, first: 20 });
   * @example
   * for await (const { nodes } of record.claims.live({ filter: { status: 'DISPUTED' }, signal })) show(nodes);
   */
  readonly claims: LiveList<[], ClaimsVariables, ClaimsData['claims']>;
  /**
   * The claims on which each of these actors stands, side by side, the newest record first; with `agree`, only where they do or do not.
   * @example
   * const { nodes } = await record.compareActors({ actors: [{ slug: 'kremlin' }, { slug: 'washington-post' }], agree: false });
   */
  readonly compareActors: LiveList<[], CompareActorsVariables, CompareActorsData['compareActors']>;
  /**
   * Makes a token. `secret` is told now and never again. For ADMIN tokens.
   * @example const { secret } = await record.createToken({ name: 'newsroom', role: 'EDITOR' });
   */
  readonly createToken: Mutation<[], CreateTokenVariables['input'], CreateTokenPayload, CreateTokenRefusal>;
  /**
   * What was drafted from an article and is neither accepted nor rejected, with candidates. Needs an EDITOR token.
   * @example
   * for await (const draft of record.drafts.all({ article: { slug: 'story' } })) {
   *   console.log(draft.kind, draft.claim.text, draft.claimCandidates);
   * }
   */
  readonly drafts: LiveList<[], DraftsVariables, DraftsData['drafts']>;
  /**
   * Says since when an affiliation is over.
   * @example await record.endAffiliation({ affiliation: { id }, until: '2026-11-30' });
   */
  readonly endAffiliation: Mutation<[], EndAffiliationVariables['input'], EndAffiliationPayload, EndAffiliationRefusal>;
  /**
   * Takes the text of an article and every quote of it off for good, on legal request. It takes the longer the larger the database is:
   * give it time. For ADMIN tokens.
   * @example
   * const input = { article: { slug: 'story' }, reason: 'A court order.' };
   * await record.eraseArticleText(input, { timeoutMs: 600_000 });
   */
  readonly eraseArticleText: Mutation<[], EraseArticleTextVariables['input'], EraseArticleTextPayload, EraseArticleTextRefusal>;
  /**
   * Up to 1,000 lines of the interchange format; `next` is the `after` of those that follow. For EDITOR tokens and higher.
   * @example
   * let after: string | null = null;
   * do {
   *   const { lines, next } = await record.exportRecord({ after });
   *   write(lines);
   *   after = next;
   * } while (after !== null);
   */
  readonly exportRecord: Read<[], ExportRecordVariables, ExportRecordData['exportRecord']>;
  /**
   * Puts up to 1,000 lines of the interchange format on record, or, with `dryRun`, tells what they would bring.
   * @example
   * const { created, unchanged } = await record.importRecord({ lines });
   */
  readonly importRecord: Mutation<[], ImportRecordVariables['input'], ImportRecordPayload, ImportRecordRefusal>;
  /**
   * Puts an article on record and drafts the actors, claims and stances in it. The same article again drafts nothing again.
   * It comes as its text or as the bytes of its page, which the server reads: it fetches none.
   * @example
   * const { article, drafted } = await record.ingestArticle({ title: 'Kremlin denies call', language: 'en', text });
   * console.log(drafted, (await record.drafts({ article: { id: article.id } })).nodes);
   * @example
   * const page = btoa('<h1>Kremlin denies call</h1> …');
   * const { article, notes } = await record.ingestArticle({ page });
   * console.log(article.title, article.language, notes);
   */
  readonly ingestArticle: Mutation<[], IngestArticleVariables['input'], IngestArticlePayload, IngestArticleRefusal>;
  /**
   * Puts a judged relation between two claims on record.
   * @example
   * await record.linkClaims({
   *   from: { slug: 'call-land' },
   *   to: { slug: 'call-happened' },
   *   kind: 'PRESUPPOSES',
   *   judgement: 'CONFIRMED',
   * });
   */
  readonly linkClaims: Mutation<[], LinkClaimsVariables['input'], LinkClaimsPayload, LinkClaimsRefusal>;
  /**
   * Puts on record that two actors are one. It can be revoked; nothing is rewritten.
   * @example await record.mergeActors({ from: { slug: 'w-post' }, into: { slug: 'washington-post' }, judgement: 'CONFIRMED' });
   */
  readonly mergeActors: Mutation<[], MergeActorsVariables['input'], MergeActorsPayload, MergeActorsRefusal>;
  /**
   * Whatever has this id, in short; null when not on record.
   * @example
   * const node = await record.node({ id });
   * if (node?.__typename === 'Claim') console.log(node.text);
   */
  readonly node: Read<[], NodeVariables, NodeData['node']>;
  /**
   * What has these ids, in their order and in short, at most 100 at once; null for each that is not on record.
   * @example const [first, second] = await record.nodes({ ids: [claim, article] });
   */
  readonly nodes: Read<[], NodesVariables, NodesData['nodes']>;
  /**
   * The cursors by which a whole list is read in pages of 100, all of them at once: each is the `after` of one of its pages but the first,
   * the earliest record first.
   * @example
   * const orderBy = { field: 'RECORDED_AT', direction: 'ASC' } as const;
   * const starts = [null, ...(await record.pageStarts({ of: 'CLAIMS' }))];
   * const pages = await Promise.all(starts.map((after) => record.claims({ first: 100, after, orderBy })));
   */
  readonly pageStarts: Read<[], PageStartsVariables, PageStartsData['pageStarts']>;
  /**
   * The record as a whole, under the name that it had first.
   * @deprecated Ask `summary`, which answers the same. This name goes with the next major version.
   * @example const { counts } = await record.record();
   */
  readonly record: Read<[], unknown, RecordData['record']>;
  /**
   * Puts an actor on record. The same slug with the same content is on record already: `created` is false then.
   * `similar` tells what on record it may be: nothing is merged by itself.
   * @example const { actor, similar } = await record.recordActor({ slug: 'kremlin', name: 'The Kremlin', kind: 'GOVERNMENT' });
   */
  readonly recordActor: Mutation<[], RecordActorVariables['input'], RecordActorPayload, RecordActorRefusal>;
  /**
   * Puts on record whom an actor speaks for, or what it belongs to.
   * @example await record.recordAffiliation({ actor: { slug: 'peskov' }, of: { slug: 'kremlin' }, kind: 'SPEAKS_FOR' });
   */
  readonly recordAffiliation: Mutation<[], RecordAffiliationVariables['input'], RecordAffiliationPayload, RecordAffiliationRefusal>;
  /**
   * Puts an article on record, verbatim. The same text from the same outlet is one article: `created` is false then.
   * @example
   * const { article } = await record.recordArticle({
   *   title: 'Kremlin denies call',
   *   language: 'en',
   *   outlet: { slug: 'washington-post' },
   *   text,
   * });
   */
  readonly recordArticle: Mutation<[], RecordArticleVariables['input'], RecordArticlePayload, RecordArticleRefusal>;
  /**
   * Puts a claim on record, with its first stances in one transaction where they are given. `similar` tells what on record it may
   * say again: nothing is linked by itself.
   * @example
   * const { claim } = await record.recordClaim({
   *   text: 'The call took place on Thursday.',
   *   kind: 'FACT',
   *   language: 'en',
   *   stances: [stance],
   * });
   */
  readonly recordClaim: Mutation<[], RecordClaimVariables['input'], RecordClaimPayload, RecordClaimRefusal>;
  /**
   * Every change of the record: all of them behind `after`, then live. Those who would rather poll have `page` and `all`, which end.
   * @example
   * for await (const { type, subject } of record.recordEvents({ signal })) console.log(type, subject?.id);
   * @example
   * const { nodes, pageInfo } = await record.recordEvents.page({ after: saved });
   */
  readonly recordEvents: Log<[], RecordEventsVariables, RecordEventsData['recordEvents'], RecordEventsPageVariables, RecordEventsPageData['recordEvents']>;
  /**
   * Puts on record how an actor stands to a claim, in whose words.
   * @example
   * const { stance, created } = await record.recordStance({
   *   claim: { slug: 'call-happened' },
   *   actor: { slug: 'kremlin' },
   *   kind: 'DENIES',
   *   certainty: 'FIRM',
   *   evidence: [{ article: { slug: 'story' }, quote: 'pure fiction', mode: 'DIRECT' }],
   * });
   */
  readonly recordStance: Mutation<[], RecordStanceVariables['input'], RecordStancePayload, RecordStanceRefusal>;
  /**
   * Puts a withdrawn article back: its evidence counts again.
   * @example await record.restoreArticle({ article: { slug: 'story' } });
   */
  readonly restoreArticle: Mutation<[], RestoreArticleVariables['input'], RestoreArticlePayload, RestoreArticleRefusal>;
  /**
   * Judges a draft. Accepting one on a draft claim verifies the claim with it, and may edit it: another claim, actor, kind, certainty
   * or quote. With `evidenceOf` its words become evidence of a stance on record instead. A rejected draft never comes back.
   * @example await record.reviewStance({ stance: { id }, review: 'VERIFIED', claim: { slug: 'call-happened' } });
   */
  readonly reviewStance: Mutation<[], ReviewStanceVariables['input'], ReviewStancePayload, ReviewStanceRefusal>;
  /**
   * Takes back the judgement that two actors are one.
   * @example await record.revokeActorMerge({ merge: { id }, reason: 'Two papers of one name.' });
   */
  readonly revokeActorMerge: Mutation<[], RevokeActorMergeVariables['input'], RevokeActorMergePayload, RevokeActorMergeRefusal>;
  /**
   * Takes back a relation between two claims.
   * @example await record.revokeClaimLink({ link: { id }, reason: 'They speak of different calls.' });
   */
  readonly revokeClaimLink: Mutation<[], RevokeClaimLinkVariables['input'], RevokeClaimLinkPayload, RevokeClaimLinkRefusal>;
  /**
   * Ends a token: it is taken no more, and its feeds end. For ADMIN tokens.
   * @example await record.revokeToken({ token: { id } });
   */
  readonly revokeToken: Mutation<[], RevokeTokenVariables['input'], RevokeTokenPayload, RevokeTokenRefusal>;
  /**
   * Articles, actors and claims that hold all the words or, where none does, any of them, the best first, with excerpts.
   * `asOf` asks what was found at that moment of the record's clock, by the words of then.
   * @example
   * const { nodes } = await record.search({ query: 'ceasefire call', in: ['CLAIM'] });
   * for (const { node, highlights } of nodes) console.log(node.id, highlights[0]?.text);
   */
  readonly search: LiveList<[], SearchVariables, SearchData['search']>;
  /**
   * The claims on record that share most with a text, the best first. A person decides whether they say the same.
   * @example
   * const [best] = await record.similarClaims({ text: 'They spoke by phone on Thursday.', first: 5 });
   * console.log(best?.relation, best?.claim.text);
   */
  readonly similarClaims: Read<[], SimilarClaimsVariables, SimilarClaimsData['similarClaims']>;
  /**
   * How many stances, of those that the filter selects, are of which actor, outlet, topic, status, kind or month. Counted up to 10,000 entries: `totalCountIsExact` tells whether that is all.
   * @example
   * const { facets } = await record.stanceFacets({ by: 'MONTH_SAID', filter: { actor: { slug: 'kremlin' } } });
   */
  readonly stanceFacets: Read<[], StanceFacetsVariables, StanceFacetsData['stances']>;
  /**
   * Stances on record with the words that show them, the newest first.
   * @example
   * for await (const stance of record.stances.all({ filter: { actor: { slug: 'kremlin' } } })) {
   *   console.log(stance.kind, stance.claim.text);
   * }
   */
  readonly stances: LiveList<[], StancesVariables, StancesData['stances']>;
  /**
   * Each change of a claim's status, with what brought it: all of them behind `after`, then live.
   * @example
   * for await (const { claim, from, to } of record.standingChanged({ filter: { to: 'DISPUTED' }, signal })) {
   *   console.log(claim?.text, from, to);
   * }
   */
  readonly standingChanged: Feed<[], StandingChangedVariables, StandingChangedData['standingChanged']>;
  /**
   * How the standings of claims changed, from when each was new, the newest change first. To be told live of those to come, there is
   * `standingChanged`.
   * @example
   * const { nodes } = await record.standingChanges({ filter: { topic: 'ukraine' }, first: 50 });
   */
  readonly standingChanges: LiveList<[], StandingChangesVariables, StandingChangesData['standingChanges']>;
  /**
   * The database as its operators see it. For ADMIN tokens.
   * @example const { epoch, lastEvent } = await record.status();
   */
  readonly status: Read<[], unknown, StatusData['status']>;
  /**
   * The record as a whole: how much is on it, and where its feed ends.
   * @example const { counts } = await record.summary();
   */
  readonly summary: Read<[], unknown, SummaryData['record']>;
  /**
   * The topics of the claims on record, by name, each with how many claims have it.
   * @example
   * for await (const { name, claimCount } of record.topics.all()) show(name, claimCount);
   */
  readonly topics: LiveList<[], TopicsVariables, TopicsData['topics']>;
  /**
   * Takes the judgement of a draft back: `stance` is the draft that is there to be judged again. One that was accepted is withdrawn,
   * and its words return as another draft.
   * @example const { stance: draft } = await record.undoReview({ stance: { id }, reason: 'Accepted in error.' });
   */
  readonly undoReview: Mutation<[], UndoReviewVariables['input'], UndoReviewPayload, UndoReviewRefusal>;
  /**
   * Corrects what the record says of an actor: what is left out stays as it is.
   * @example await record.updateActor({ actor: { slug: 'kremlin' }, aliases: ['Kremlin'] });
   */
  readonly updateActor: Mutation<[], UpdateActorVariables['input'], UpdateActorPayload, UpdateActorRefusal>;
  /**
   * Corrects what the record says of an article; its text never changes.
   * @example await record.updateArticle({ article: { slug: 'story' }, publishedAt: '2026-11-10T08:30:00Z' });
   */
  readonly updateArticle: Mutation<[], UpdateArticleVariables['input'], UpdateArticlePayload, UpdateArticleRefusal>;
  /**
   * Corrects the wording of a claim, or what is told of it: what is left out stays as it is.
   * @example await record.updateClaim({ claim: { slug: 'call-happened' }, topics: ['diplomacy'] });
   */
  readonly updateClaim: Mutation<[], UpdateClaimVariables['input'], UpdateClaimPayload, UpdateClaimRefusal>;
  /**
   * Corrects when and where a stance was taken, how sure it sounds, or its note: what is left out stays as it is.
   * @example await record.updateStance({ stance: { id }, saidOn: '2024-11-08', saidPhrase: 'on Friday' });
   */
  readonly updateStance: Mutation<[], UpdateStanceVariables['input'], UpdateStancePayload, UpdateStanceRefusal>;
  /**
   * Looks at every hash, quote, standing and reference, and tells the faults. It takes as long as the record is large: give it time.
   * For ADMIN tokens.
   * @example const { faults } = await record.verifyRecord({ timeoutMs: 600_000, retries: 0 });
   */
  readonly verifyRecord: Read<[], unknown, VerifyRecordData['verifyRecord']>;
  /**
   * Who you are, by your token; null for a stranger.
   * @example if ((await record.viewer())?.role !== 'ADMIN') hideTheForm();
   */
  readonly viewer: Read<[], unknown, ViewerData['viewer']>;
  /**
   * Takes an article off, as a fabrication or an error: its evidence counts no more.
   * @example await record.withdrawArticle({ article: { slug: 'story' }, reason: 'An impostor of the outlet.' });
   */
  readonly withdrawArticle: Mutation<[], WithdrawArticleVariables['input'], WithdrawArticlePayload, WithdrawArticleRefusal>;
  /**
   * Takes a claim off that the record had wrong. It stays readable by name.
   * @example await record.withdrawClaim({ claim: { slug: 'call-happened' }, reason: 'Two propositions in one.' });
   */
  readonly withdrawClaim: Mutation<[], WithdrawClaimVariables['input'], WithdrawClaimPayload, WithdrawClaimRefusal>;
  /**
   * Takes back words that the record had wrong. A stance that is left without any is withdrawn with them.
   * @example await record.withdrawEvidence({ evidence: { id }, reason: 'Said of another call.' });
   */
  readonly withdrawEvidence: Mutation<[], WithdrawEvidenceVariables['input'], WithdrawEvidencePayload, WithdrawEvidenceRefusal>;
  /**
   * Takes off a stance that the record had wrong. An actor that takes back its own has another kind of stance: RETRACTS.
   * @example await record.withdrawStance({ stance: { id }, reason: 'It was said of another call.' });
   */
  readonly withdrawStance: Mutation<[], WithdrawStanceVariables['input'], WithdrawStancePayload, WithdrawStanceRefusal>;
}

/** The same as functions, to be bound to a connection. */
export const operations = {
  actor: Object.assign(actor.bind(null), { affiliates: actorAffiliates, affiliations: actorAffiliations, claims: actorClaims, reversals: actorReversals, splits: actorSplits, stances: actorStances }),
  actorMerges: Object.assign(actorMerges.bind(null), { page: actorMerges.page, all: actorMerges.all, live: watched(actorMerges) }),
  actors: Object.assign(actors.bind(null), { page: actors.page, all: actors.all, live: watched(actors) }),
  addEvidence,
  article: Object.assign(article.bind(null), { claims: articleClaims, copies: articleCopies, evidence: articleEvidence, versions: articleVersions }),
  articleFacets,
  articles: Object.assign(articles.bind(null), { page: articles.page, all: articles.all, live: watched(articles) }),
  backUpRecord,
  claim: Object.assign(claim.bind(null), { articles: claimArticles, corrections: claimCorrections, links: claimLinks, saidAgain: claimSaidAgain, stances: claimStances, timeline: claimTimeline, live: watched(claim) }),
  claimAdded,
  claimFacets,
  claims: Object.assign(claims.bind(null), { page: claims.page, all: claims.all, live: watched(claims) }),
  compareActors: Object.assign(compareActors.bind(null), { page: compareActors.page, all: compareActors.all, live: watched(compareActors) }),
  createToken,
  drafts: Object.assign(drafts.bind(null), { page: drafts.page, all: drafts.all, live: watched(drafts) }),
  endAffiliation,
  eraseArticleText,
  exportRecord,
  importRecord,
  ingestArticle,
  linkClaims,
  mergeActors,
  node,
  nodes,
  pageStarts,
  record,
  recordActor,
  recordAffiliation,
  recordArticle,
  recordClaim,
  recordEvents,
  recordStance,
  restoreArticle,
  reviewStance,
  revokeActorMerge,
  revokeClaimLink,
  revokeToken,
  search: Object.assign(search.bind(null), { page: search.page, all: search.all, live: watched(search) }),
  similarClaims,
  stanceFacets,
  stances: Object.assign(stances.bind(null), { page: stances.page, all: stances.all, live: watched(stances) }),
  standingChanged,
  standingChanges: Object.assign(standingChanges.bind(null), { page: standingChanges.page, all: standingChanges.all, live: watched(standingChanges) }),
  status,
  summary,
  topics: Object.assign(topics.bind(null), { page: topics.page, all: topics.all, live: watched(topics) }),
  undoReview,
  updateActor,
  updateArticle,
  updateClaim,
  updateStance,
  verifyRecord,
  viewer,
  withdrawArticle,
  withdrawClaim,
  withdrawEvidence,
  withdrawStance,
};
