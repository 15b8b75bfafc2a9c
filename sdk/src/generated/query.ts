import type { Methods } from './methods.ts';
import { pages, type Pages, question, type Question } from '../query-options.ts';
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
  DraftsData,
  DraftsVariables,
  EvidencePage,
  ExportRecordData,
  ExportRecordVariables,
  NodeData,
  NodeVariables,
  NodesData,
  NodesVariables,
  PageStartsData,
  PageStartsVariables,
  RecordData,
  RecordEventsPageData,
  RecordEventsPageVariables,
  ReversalPage,
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
  StandingChangesData,
  StandingChangesVariables,
  StatusData,
  SummaryData,
  TopicsData,
  TopicsVariables,
  VerifyRecordData,
  ViewerData,
} from './selections.ts';

export type { InfiniteQueryOptions, QueryOptions } from '../query-options.ts';

/**
 * How TanStack Query asks `actor`.
 * @example const { data } = useQuery(actorQueryOptions(record, variables));
 */
export const actorQueryOptions: Question<Pick<Methods, 'actor'>, ActorVariables, ActorData['actor']> =
  /*#__PURE__*/ question('actor', (record, given) => record.actor(given));

/**
 * How TanStack Query asks `actorAffiliates`.
 * @example const { data } = useQuery(actorAffiliatesQueryOptions(record, variables));
 */
export const actorAffiliatesQueryOptions: Question<Pick<Methods, 'actor'>, ActorAffiliatesVariables, AffiliationPage | null> =
  /*#__PURE__*/ question('actorAffiliates', (record, given) => record.actor.affiliates(given));

/**
 * How TanStack Query asks `actorAffiliates` page by page.
 * @example const { data } = useInfiniteQuery(actorAffiliatesInfiniteQueryOptions(record, variables));
 */
export const actorAffiliatesInfiniteQueryOptions: Pages<Pick<Methods, 'actor'>, ActorAffiliatesVariables, AffiliationPage | null> =
  /*#__PURE__*/ pages('actorAffiliates', (record, given: ActorAffiliatesVariables) => record.actor.affiliates(given));

/**
 * How TanStack Query asks `actorAffiliations`.
 * @example const { data } = useQuery(actorAffiliationsQueryOptions(record, variables));
 */
export const actorAffiliationsQueryOptions: Question<Pick<Methods, 'actor'>, ActorAffiliationsVariables, AffiliationPage | null> =
  /*#__PURE__*/ question('actorAffiliations', (record, given) => record.actor.affiliations(given));

/**
 * How TanStack Query asks `actorAffiliations` page by page.
 * @example const { data } = useInfiniteQuery(actorAffiliationsInfiniteQueryOptions(record, variables));
 */
export const actorAffiliationsInfiniteQueryOptions: Pages<Pick<Methods, 'actor'>, ActorAffiliationsVariables, AffiliationPage | null> =
  /*#__PURE__*/ pages('actorAffiliations', (record, given: ActorAffiliationsVariables) => record.actor.affiliations(given));

/**
 * How TanStack Query asks `actorClaims`.
 * @example const { data } = useQuery(actorClaimsQueryOptions(record, variables));
 */
export const actorClaimsQueryOptions: Question<Pick<Methods, 'actor'>, ActorClaimsVariables, ClaimPage | null> =
  /*#__PURE__*/ question('actorClaims', (record, given) => record.actor.claims(given));

/**
 * How TanStack Query asks `actorClaims` page by page.
 * @example const { data } = useInfiniteQuery(actorClaimsInfiniteQueryOptions(record, variables));
 */
export const actorClaimsInfiniteQueryOptions: Pages<Pick<Methods, 'actor'>, ActorClaimsVariables, ClaimPage | null> =
  /*#__PURE__*/ pages('actorClaims', (record, given: ActorClaimsVariables) => record.actor.claims(given));

/**
 * How TanStack Query asks `actorMerges`.
 * @example const { data } = useQuery(actorMergesQueryOptions(record, variables));
 */
export const actorMergesQueryOptions: Question<Pick<Methods, 'actorMerges'>, ActorMergesVariables, ActorMergesData['actorMerges']> =
  /*#__PURE__*/ question('actorMerges', (record, given) => record.actorMerges(given));

/**
 * How TanStack Query asks `actorMerges` page by page.
 * @example const { data } = useInfiniteQuery(actorMergesInfiniteQueryOptions(record, variables));
 */
export const actorMergesInfiniteQueryOptions: Pages<Pick<Methods, 'actorMerges'>, ActorMergesVariables, ActorMergesData['actorMerges']> =
  /*#__PURE__*/ pages('actorMerges', (record, given: ActorMergesVariables) => record.actorMerges(given));

/**
 * How TanStack Query asks `actorReversals`.
 * @example const { data } = useQuery(actorReversalsQueryOptions(record, variables));
 */
export const actorReversalsQueryOptions: Question<Pick<Methods, 'actor'>, ActorReversalsVariables, ReversalPage | null> =
  /*#__PURE__*/ question('actorReversals', (record, given) => record.actor.reversals(given));

/**
 * How TanStack Query asks `actorReversals` page by page.
 * @example const { data } = useInfiniteQuery(actorReversalsInfiniteQueryOptions(record, variables));
 */
export const actorReversalsInfiniteQueryOptions: Pages<Pick<Methods, 'actor'>, ActorReversalsVariables, ReversalPage | null> =
  /*#__PURE__*/ pages('actorReversals', (record, given: ActorReversalsVariables) => record.actor.reversals(given));

/**
 * How TanStack Query asks `actorSplits`.
 * @example const { data } = useQuery(actorSplitsQueryOptions(record, variables));
 */
export const actorSplitsQueryOptions: Question<Pick<Methods, 'actor'>, ActorSplitsVariables, SplitPage | null> =
  /*#__PURE__*/ question('actorSplits', (record, given) => record.actor.splits(given));

/**
 * How TanStack Query asks `actorSplits` page by page.
 * @example const { data } = useInfiniteQuery(actorSplitsInfiniteQueryOptions(record, variables));
 */
export const actorSplitsInfiniteQueryOptions: Pages<Pick<Methods, 'actor'>, ActorSplitsVariables, SplitPage | null> =
  /*#__PURE__*/ pages('actorSplits', (record, given: ActorSplitsVariables) => record.actor.splits(given));

/**
 * How TanStack Query asks `actorStances`.
 * @example const { data } = useQuery(actorStancesQueryOptions(record, variables));
 */
export const actorStancesQueryOptions: Question<Pick<Methods, 'actor'>, ActorStancesVariables, StancePage | null> =
  /*#__PURE__*/ question('actorStances', (record, given) => record.actor.stances(given));

/**
 * How TanStack Query asks `actorStances` page by page.
 * @example const { data } = useInfiniteQuery(actorStancesInfiniteQueryOptions(record, variables));
 */
export const actorStancesInfiniteQueryOptions: Pages<Pick<Methods, 'actor'>, ActorStancesVariables, StancePage | null> =
  /*#__PURE__*/ pages('actorStances', (record, given: ActorStancesVariables) => record.actor.stances(given));

/**
 * How TanStack Query asks `actors`.
 * @example const { data } = useQuery(actorsQueryOptions(record, variables));
 */
export const actorsQueryOptions: Question<Pick<Methods, 'actors'>, ActorsVariables, ActorsData['actors']> =
  /*#__PURE__*/ question('actors', (record, given) => record.actors(given));

/**
 * How TanStack Query asks `actors` page by page.
 * @example const { data } = useInfiniteQuery(actorsInfiniteQueryOptions(record, variables));
 */
export const actorsInfiniteQueryOptions: Pages<Pick<Methods, 'actors'>, ActorsVariables, ActorsData['actors']> =
  /*#__PURE__*/ pages('actors', (record, given: ActorsVariables) => record.actors(given));

/**
 * How TanStack Query asks `article`.
 * @example const { data } = useQuery(articleQueryOptions(record, variables));
 */
export const articleQueryOptions: Question<Pick<Methods, 'article'>, ArticleVariables, ArticleData['article']> =
  /*#__PURE__*/ question('article', (record, given) => record.article(given));

/**
 * How TanStack Query asks `articleClaims`.
 * @example const { data } = useQuery(articleClaimsQueryOptions(record, variables));
 */
export const articleClaimsQueryOptions: Question<Pick<Methods, 'article'>, ArticleClaimsVariables, ClaimPage | null> =
  /*#__PURE__*/ question('articleClaims', (record, given) => record.article.claims(given));

/**
 * How TanStack Query asks `articleClaims` page by page.
 * @example const { data } = useInfiniteQuery(articleClaimsInfiniteQueryOptions(record, variables));
 */
export const articleClaimsInfiniteQueryOptions: Pages<Pick<Methods, 'article'>, ArticleClaimsVariables, ClaimPage | null> =
  /*#__PURE__*/ pages('articleClaims', (record, given: ArticleClaimsVariables) => record.article.claims(given));

/**
 * How TanStack Query asks `articleCopies`.
 * @example const { data } = useQuery(articleCopiesQueryOptions(record, variables));
 */
export const articleCopiesQueryOptions: Question<Pick<Methods, 'article'>, ArticleCopiesVariables, ArticlePage | null> =
  /*#__PURE__*/ question('articleCopies', (record, given) => record.article.copies(given));

/**
 * How TanStack Query asks `articleCopies` page by page.
 * @example const { data } = useInfiniteQuery(articleCopiesInfiniteQueryOptions(record, variables));
 */
export const articleCopiesInfiniteQueryOptions: Pages<Pick<Methods, 'article'>, ArticleCopiesVariables, ArticlePage | null> =
  /*#__PURE__*/ pages('articleCopies', (record, given: ArticleCopiesVariables) => record.article.copies(given));

/**
 * How TanStack Query asks `articleEvidence`.
 * @example const { data } = useQuery(articleEvidenceQueryOptions(record, variables));
 */
export const articleEvidenceQueryOptions: Question<Pick<Methods, 'article'>, ArticleEvidenceVariables, EvidencePage | null> =
  /*#__PURE__*/ question('articleEvidence', (record, given) => record.article.evidence(given));

/**
 * How TanStack Query asks `articleEvidence` page by page.
 * @example const { data } = useInfiniteQuery(articleEvidenceInfiniteQueryOptions(record, variables));
 */
export const articleEvidenceInfiniteQueryOptions: Pages<Pick<Methods, 'article'>, ArticleEvidenceVariables, EvidencePage | null> =
  /*#__PURE__*/ pages('articleEvidence', (record, given: ArticleEvidenceVariables) => record.article.evidence(given));

/**
 * How TanStack Query asks `articleFacets`.
 * @example const { data } = useQuery(articleFacetsQueryOptions(record, variables));
 */
export const articleFacetsQueryOptions: Question<Pick<Methods, 'articleFacets'>, ArticleFacetsVariables, ArticleFacetsData['articles']> =
  /*#__PURE__*/ question('articleFacets', (record, given) => record.articleFacets(given));

/**
 * How TanStack Query asks `articleVersions`.
 * @example const { data } = useQuery(articleVersionsQueryOptions(record, variables));
 */
export const articleVersionsQueryOptions: Question<Pick<Methods, 'article'>, ArticleVersionsVariables, ArticlePage | null> =
  /*#__PURE__*/ question('articleVersions', (record, given) => record.article.versions(given));

/**
 * How TanStack Query asks `articleVersions` page by page.
 * @example const { data } = useInfiniteQuery(articleVersionsInfiniteQueryOptions(record, variables));
 */
export const articleVersionsInfiniteQueryOptions: Pages<Pick<Methods, 'article'>, ArticleVersionsVariables, ArticlePage | null> =
  /*#__PURE__*/ pages('articleVersions', (record, given: ArticleVersionsVariables) => record.article.versions(given));

/**
 * How TanStack Query asks `articles`.
 * @example const { data } = useQuery(articlesQueryOptions(record, variables));
 */
export const articlesQueryOptions: Question<Pick<Methods, 'articles'>, ArticlesVariables, ArticlesData['articles']> =
  /*#__PURE__*/ question('articles', (record, given) => record.articles(given));

/**
 * How TanStack Query asks `articles` page by page.
 * @example const { data } = useInfiniteQuery(articlesInfiniteQueryOptions(record, variables));
 */
export const articlesInfiniteQueryOptions: Pages<Pick<Methods, 'articles'>, ArticlesVariables, ArticlesData['articles']> =
  /*#__PURE__*/ pages('articles', (record, given: ArticlesVariables) => record.articles(given));

/**
 * How TanStack Query asks `claim`.
 * @example const { data } = useQuery(claimQueryOptions(record, variables));
 */
export const claimQueryOptions: Question<Pick<Methods, 'claim'>, ClaimVariables, ClaimData['claim']> =
  /*#__PURE__*/ question('claim', (record, given) => record.claim(given));

/**
 * How TanStack Query asks `claimArticles`.
 * @example const { data } = useQuery(claimArticlesQueryOptions(record, variables));
 */
export const claimArticlesQueryOptions: Question<Pick<Methods, 'claim'>, ClaimArticlesVariables, ArticlePage | null> =
  /*#__PURE__*/ question('claimArticles', (record, given) => record.claim.articles(given));

/**
 * How TanStack Query asks `claimArticles` page by page.
 * @example const { data } = useInfiniteQuery(claimArticlesInfiniteQueryOptions(record, variables));
 */
export const claimArticlesInfiniteQueryOptions: Pages<Pick<Methods, 'claim'>, ClaimArticlesVariables, ArticlePage | null> =
  /*#__PURE__*/ pages('claimArticles', (record, given: ClaimArticlesVariables) => record.claim.articles(given));

/**
 * How TanStack Query asks `claimCorrections`.
 * @example const { data } = useQuery(claimCorrectionsQueryOptions(record, variables));
 */
export const claimCorrectionsQueryOptions: Question<Pick<Methods, 'claim'>, ClaimCorrectionsVariables, ClaimCorrectionPage | null> =
  /*#__PURE__*/ question('claimCorrections', (record, given) => record.claim.corrections(given));

/**
 * How TanStack Query asks `claimCorrections` page by page.
 * @example const { data } = useInfiniteQuery(claimCorrectionsInfiniteQueryOptions(record, variables));
 */
export const claimCorrectionsInfiniteQueryOptions: Pages<Pick<Methods, 'claim'>, ClaimCorrectionsVariables, ClaimCorrectionPage | null> =
  /*#__PURE__*/ pages('claimCorrections', (record, given: ClaimCorrectionsVariables) => record.claim.corrections(given));

/**
 * How TanStack Query asks `claimFacets`.
 * @example const { data } = useQuery(claimFacetsQueryOptions(record, variables));
 */
export const claimFacetsQueryOptions: Question<Pick<Methods, 'claimFacets'>, ClaimFacetsVariables, ClaimFacetsData['claims']> =
  /*#__PURE__*/ question('claimFacets', (record, given) => record.claimFacets(given));

/**
 * How TanStack Query asks `claimLinks`.
 * @example const { data } = useQuery(claimLinksQueryOptions(record, variables));
 */
export const claimLinksQueryOptions: Question<Pick<Methods, 'claim'>, ClaimLinksVariables, ClaimLinkPage | null> =
  /*#__PURE__*/ question('claimLinks', (record, given) => record.claim.links(given));

/**
 * How TanStack Query asks `claimLinks` page by page.
 * @example const { data } = useInfiniteQuery(claimLinksInfiniteQueryOptions(record, variables));
 */
export const claimLinksInfiniteQueryOptions: Pages<Pick<Methods, 'claim'>, ClaimLinksVariables, ClaimLinkPage | null> =
  /*#__PURE__*/ pages('claimLinks', (record, given: ClaimLinksVariables) => record.claim.links(given));

/**
 * How TanStack Query asks `claimSaidAgain`.
 * @example const { data } = useQuery(claimSaidAgainQueryOptions(record, variables));
 */
export const claimSaidAgainQueryOptions: Question<Pick<Methods, 'claim'>, ClaimSaidAgainVariables, StanceSaidAgainPage | null> =
  /*#__PURE__*/ question('claimSaidAgain', (record, given) => record.claim.saidAgain(given));

/**
 * How TanStack Query asks `claimSaidAgain` page by page.
 * @example const { data } = useInfiniteQuery(claimSaidAgainInfiniteQueryOptions(record, variables));
 */
export const claimSaidAgainInfiniteQueryOptions: Pages<Pick<Methods, 'claim'>, ClaimSaidAgainVariables, StanceSaidAgainPage | null> =
  /*#__PURE__*/ pages('claimSaidAgain', (record, given: ClaimSaidAgainVariables) => record.claim.saidAgain(given));

/**
 * How TanStack Query asks `claimStances`.
 * @example const { data } = useQuery(claimStancesQueryOptions(record, variables));
 */
export const claimStancesQueryOptions: Question<Pick<Methods, 'claim'>, ClaimStancesVariables, StancePage | null> =
  /*#__PURE__*/ question('claimStances', (record, given) => record.claim.stances(given));

/**
 * How TanStack Query asks `claimStances` page by page.
 * @example const { data } = useInfiniteQuery(claimStancesInfiniteQueryOptions(record, variables));
 */
export const claimStancesInfiniteQueryOptions: Pages<Pick<Methods, 'claim'>, ClaimStancesVariables, StancePage | null> =
  /*#__PURE__*/ pages('claimStances', (record, given: ClaimStancesVariables) => record.claim.stances(given));

/**
 * How TanStack Query asks `claimTimeline`.
 * @example const { data } = useQuery(claimTimelineQueryOptions(record, variables));
 */
export const claimTimelineQueryOptions: Question<Pick<Methods, 'claim'>, ClaimTimelineVariables, StandingChangePage | null> =
  /*#__PURE__*/ question('claimTimeline', (record, given) => record.claim.timeline(given));

/**
 * How TanStack Query asks `claimTimeline` page by page.
 * @example const { data } = useInfiniteQuery(claimTimelineInfiniteQueryOptions(record, variables));
 */
export const claimTimelineInfiniteQueryOptions: Pages<Pick<Methods, 'claim'>, ClaimTimelineVariables, StandingChangePage | null> =
  /*#__PURE__*/ pages('claimTimeline', (record, given: ClaimTimelineVariables) => record.claim.timeline(given));

/**
 * How TanStack Query asks `claims`.
 * @example const { data } = useQuery(claimsQueryOptions(record, variables));
 */
export const claimsQueryOptions: Question<Pick<Methods, 'claims'>, ClaimsVariables, ClaimsData['claims']> =
  /*#__PURE__*/ question('claims', (record, given) => record.claims(given));

/**
 * How TanStack Query asks `claims` page by page.
 * @example const { data } = useInfiniteQuery(claimsInfiniteQueryOptions(record, variables));
 */
export const claimsInfiniteQueryOptions: Pages<Pick<Methods, 'claims'>, ClaimsVariables, ClaimsData['claims']> =
  /*#__PURE__*/ pages('claims', (record, given: ClaimsVariables) => record.claims(given));

/**
 * How TanStack Query asks `compareActors`.
 * @example const { data } = useQuery(compareActorsQueryOptions(record, variables));
 */
export const compareActorsQueryOptions: Question<Pick<Methods, 'compareActors'>, CompareActorsVariables, CompareActorsData['compareActors']> =
  /*#__PURE__*/ question('compareActors', (record, given) => record.compareActors(given));

/**
 * How TanStack Query asks `compareActors` page by page.
 * @example const { data } = useInfiniteQuery(compareActorsInfiniteQueryOptions(record, variables));
 */
export const compareActorsInfiniteQueryOptions: Pages<Pick<Methods, 'compareActors'>, CompareActorsVariables, CompareActorsData['compareActors']> =
  /*#__PURE__*/ pages('compareActors', (record, given: CompareActorsVariables) => record.compareActors(given));

/**
 * How TanStack Query asks `drafts`.
 * @example const { data } = useQuery(draftsQueryOptions(record, variables));
 */
export const draftsQueryOptions: Question<Pick<Methods, 'drafts'>, DraftsVariables, DraftsData['drafts']> =
  /*#__PURE__*/ question('drafts', (record, given) => record.drafts(given));

/**
 * How TanStack Query asks `drafts` page by page.
 * @example const { data } = useInfiniteQuery(draftsInfiniteQueryOptions(record, variables));
 */
export const draftsInfiniteQueryOptions: Pages<Pick<Methods, 'drafts'>, DraftsVariables, DraftsData['drafts']> =
  /*#__PURE__*/ pages('drafts', (record, given: DraftsVariables) => record.drafts(given));

/**
 * How TanStack Query asks `exportRecord`.
 * @example const { data } = useQuery(exportRecordQueryOptions(record, variables));
 */
export const exportRecordQueryOptions: Question<Pick<Methods, 'exportRecord'>, ExportRecordVariables, ExportRecordData['exportRecord']> =
  /*#__PURE__*/ question('exportRecord', (record, given) => record.exportRecord(given));

/**
 * How TanStack Query asks `node`.
 * @example const { data } = useQuery(nodeQueryOptions(record, variables));
 */
export const nodeQueryOptions: Question<Pick<Methods, 'node'>, NodeVariables, NodeData['node']> =
  /*#__PURE__*/ question('node', (record, given) => record.node(given));

/**
 * How TanStack Query asks `nodes`.
 * @example const { data } = useQuery(nodesQueryOptions(record, variables));
 */
export const nodesQueryOptions: Question<Pick<Methods, 'nodes'>, NodesVariables, NodesData['nodes']> =
  /*#__PURE__*/ question('nodes', (record, given) => record.nodes(given));

/**
 * How TanStack Query asks `pageStarts`.
 * @example const { data } = useQuery(pageStartsQueryOptions(record, variables));
 */
export const pageStartsQueryOptions: Question<Pick<Methods, 'pageStarts'>, PageStartsVariables, PageStartsData['pageStarts']> =
  /*#__PURE__*/ question('pageStarts', (record, given) => record.pageStarts(given));

/**
 * How TanStack Query asks `record`.
 * @example const { data } = useQuery(recordQueryOptions(record));
 */
export const recordQueryOptions: Question<Pick<Methods, 'record'>, Record<never, never>, RecordData['record']> =
  /*#__PURE__*/ question('record', (record, given) => record.record(given));

/**
 * How TanStack Query asks `recordEvents`.
 * @example const { data } = useQuery(recordEventsQueryOptions(record, variables));
 */
export const recordEventsQueryOptions: Question<Pick<Methods, 'recordEvents'>, RecordEventsPageVariables, RecordEventsPageData['recordEvents']> =
  /*#__PURE__*/ question('recordEvents', (record, given) => record.recordEvents.page(given));

/**
 * How TanStack Query asks `recordEvents` page by page.
 * @example const { data } = useInfiniteQuery(recordEventsInfiniteQueryOptions(record, variables));
 */
export const recordEventsInfiniteQueryOptions: Pages<Pick<Methods, 'recordEvents'>, RecordEventsPageVariables, RecordEventsPageData['recordEvents']> =
  /*#__PURE__*/ pages('recordEvents', (record, given: RecordEventsPageVariables) => record.recordEvents.page(given));

/**
 * How TanStack Query asks `search`.
 * @example const { data } = useQuery(searchQueryOptions(record, variables));
 */
export const searchQueryOptions: Question<Pick<Methods, 'search'>, SearchVariables, SearchData['search']> =
  /*#__PURE__*/ question('search', (record, given) => record.search(given));

/**
 * How TanStack Query asks `search` page by page.
 * @example const { data } = useInfiniteQuery(searchInfiniteQueryOptions(record, variables));
 */
export const searchInfiniteQueryOptions: Pages<Pick<Methods, 'search'>, SearchVariables, SearchData['search']> =
  /*#__PURE__*/ pages('search', (record, given: SearchVariables) => record.search(given));

/**
 * How TanStack Query asks `similarClaims`.
 * @example const { data } = useQuery(similarClaimsQueryOptions(record, variables));
 */
export const similarClaimsQueryOptions: Question<Pick<Methods, 'similarClaims'>, SimilarClaimsVariables, SimilarClaimsData['similarClaims']> =
  /*#__PURE__*/ question('similarClaims', (record, given) => record.similarClaims(given));

/**
 * How TanStack Query asks `stanceFacets`.
 * @example const { data } = useQuery(stanceFacetsQueryOptions(record, variables));
 */
export const stanceFacetsQueryOptions: Question<Pick<Methods, 'stanceFacets'>, StanceFacetsVariables, StanceFacetsData['stances']> =
  /*#__PURE__*/ question('stanceFacets', (record, given) => record.stanceFacets(given));

/**
 * How TanStack Query asks `stances`.
 * @example const { data } = useQuery(stancesQueryOptions(record, variables));
 */
export const stancesQueryOptions: Question<Pick<Methods, 'stances'>, StancesVariables, StancesData['stances']> =
  /*#__PURE__*/ question('stances', (record, given) => record.stances(given));

/**
 * How TanStack Query asks `stances` page by page.
 * @example const { data } = useInfiniteQuery(stancesInfiniteQueryOptions(record, variables));
 */
export const stancesInfiniteQueryOptions: Pages<Pick<Methods, 'stances'>, StancesVariables, StancesData['stances']> =
  /*#__PURE__*/ pages('stances', (record, given: StancesVariables) => record.stances(given));

/**
 * How TanStack Query asks `standingChanges`.
 * @example const { data } = useQuery(standingChangesQueryOptions(record, variables));
 */
export const standingChangesQueryOptions: Question<Pick<Methods, 'standingChanges'>, StandingChangesVariables, StandingChangesData['standingChanges']> =
  /*#__PURE__*/ question('standingChanges', (record, given) => record.standingChanges(given));

/**
 * How TanStack Query asks `standingChanges` page by page.
 * @example const { data } = useInfiniteQuery(standingChangesInfiniteQueryOptions(record, variables));
 */
export const standingChangesInfiniteQueryOptions: Pages<Pick<Methods, 'standingChanges'>, StandingChangesVariables, StandingChangesData['standingChanges']> =
  /*#__PURE__*/ pages('standingChanges', (record, given: StandingChangesVariables) => record.standingChanges(given));

/**
 * How TanStack Query asks `status`.
 * @example const { data } = useQuery(statusQueryOptions(record));
 */
export const statusQueryOptions: Question<Pick<Methods, 'status'>, Record<never, never>, StatusData['status']> =
  /*#__PURE__*/ question('status', (record, given) => record.status(given));

/**
 * How TanStack Query asks `summary`.
 * @example const { data } = useQuery(summaryQueryOptions(record));
 */
export const summaryQueryOptions: Question<Pick<Methods, 'summary'>, Record<never, never>, SummaryData['record']> =
  /*#__PURE__*/ question('summary', (record, given) => record.summary(given));

/**
 * How TanStack Query asks `topics`.
 * @example const { data } = useQuery(topicsQueryOptions(record, variables));
 */
export const topicsQueryOptions: Question<Pick<Methods, 'topics'>, TopicsVariables, TopicsData['topics']> =
  /*#__PURE__*/ question('topics', (record, given) => record.topics(given));

/**
 * How TanStack Query asks `topics` page by page.
 * @example const { data } = useInfiniteQuery(topicsInfiniteQueryOptions(record, variables));
 */
export const topicsInfiniteQueryOptions: Pages<Pick<Methods, 'topics'>, TopicsVariables, TopicsData['topics']> =
  /*#__PURE__*/ pages('topics', (record, given: TopicsVariables) => record.topics(given));

/**
 * How TanStack Query asks `verifyRecord`.
 * @example const { data } = useQuery(verifyRecordQueryOptions(record));
 */
export const verifyRecordQueryOptions: Question<Pick<Methods, 'verifyRecord'>, Record<never, never>, VerifyRecordData['verifyRecord']> =
  /*#__PURE__*/ question('verifyRecord', (record, given) => record.verifyRecord(given));

/**
 * How TanStack Query asks `viewer`.
 * @example const { data } = useQuery(viewerQueryOptions(record));
 */
export const viewerQueryOptions: Question<Pick<Methods, 'viewer'>, Record<never, never>, ViewerData['viewer']> =
  /*#__PURE__*/ question('viewer', (record, given) => record.viewer(given));
