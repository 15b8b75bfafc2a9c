import { actorList, actorOrder, actorShape } from '../../../db/queries/actor.ts';
import {
  actorMergeList,
  actorMergeShape,
  mergesOfActors,
} from '../../../db/queries/actor-merge.ts';
import {
  affiliationShape,
  affiliationsOfActors,
  affiliationsWithActors,
} from '../../../db/queries/affiliation.ts';
import {
  articleList,
  articleOrder,
  articleShape,
  articlesOnClaims,
} from '../../../db/queries/article.ts';
import { claimShape, claimsInArticles, claimsOfActors } from '../../../db/queries/claim.ts';
import { claimLinkShape, linksOfClaims } from '../../../db/queries/claim-link.ts';
import { claimList, claimOrder } from '../../../db/queries/claim-list.ts';
import { correctionShape, correctionsOfClaims } from '../../../db/queries/corrections.ts';
import { evidenceInArticles, evidenceShape } from '../../../db/queries/evidence.ts';
import { articlesAlike } from '../../../db/queries/likeness.ts';
import {
  stanceList,
  stanceOrder,
  stanceShape,
  stancesAsTaken,
  stancesOfActors,
  stancesOnClaims,
} from '../../../db/queries/stance.ts';
import {
  changesOfClaims,
  changesOnRecord,
  standingChangeShape,
} from '../../../db/queries/timeline.ts';
import {
  latestTurn,
  reversalShape,
  reversalsOfActors,
  splitShape,
  splitsOfActors,
} from '../../../db/queries/turns.ts';
import {
  earliestFirst,
  newestFirst,
  type Order,
  page,
  pageOfEach,
  type Source,
  type Stretch,
} from '../../../db/read/page.ts';
import type { Query } from '../../../db/read/query.ts';
import type { Reader, Statement } from '../../../db/read/read.ts';
import type { RowShape } from '../../../db/read/row.ts';

/** Filters by what they are called: a key, what it is set to where that makes another statement, or what is within it. */
type Filters = Readonly<Record<string, object>>;

const by = { slug: 'x' };

const stanceFilters: Filters = {
  actor: { actor: by },
  article: { article: by },
  certainty: { certainty: 'x' },
  claim: { claim: by },
  'hearsay: true': { hearsay: true },
  'hearsay: false': { hearsay: false },
  kind: { kind: 'x' },
  outlet: { outlet: by },
  polarity: { polarity: 'x' },
  recordedAfter: { recordedAfter: 1 },
  recordedBefore: { recordedBefore: 1 },
  review: { review: 'x' },
  saidAfter: { saidAfter: 1 },
  saidBefore: { saidBefore: 1 },
  via: { via: by },
  withdrawn: { withdrawn: true },
};

const within = (key: string, value: (filter: object) => unknown): Filters =>
  Object.fromEntries(
    Object.entries(stanceFilters).map(([name, filter]) => [
      `${key}.${name}`,
      { [key]: value(filter) },
    ]),
  );

/** By type of filter, each of its keys. No value of a request is in a statement, so what is common and what is rare has one plan. */
export const filtersTried = {
  ActorFilter: {
    grantedBy: { grantedBy: by },
    kind: { kind: 'x' },
    recordedAfter: { recordedAfter: 1 },
    recordedBefore: { recordedBefore: 1 },
  },
  ActorMergeFilter: {
    actor: { actor: by },
    judgement: { judgement: 'x' },
    'revoked: true': { revoked: true },
    'revoked: false': { revoked: false },
  },
  ArticleFilter: {
    creditedTo: { creditedTo: by },
    'hasDrafts: true': { hasDrafts: true },
    'hasDrafts: false': { hasDrafts: false },
    language: { language: 'x' },
    outlet: { outlet: by },
    publishedAfter: { publishedAfter: 1 },
    publishedBefore: { publishedBefore: 1 },
    recordedAfter: { recordedAfter: 1 },
    recordedBefore: { recordedBefore: 1 },
    withdrawn: { withdrawn: true },
  },
  ClaimFilter: {
    article: { article: by },
    'awaitingReply: true': { awaitingReply: true },
    'awaitingReply: false': { awaitingReply: false },
    changedAfter: { changedAfter: 1 },
    changedBefore: { changedBefore: 1 },
    concerns: { concerns: by },
    disputedBy: { disputedBy: by },
    happenedAfter: { happenedAfter: 'x' },
    happenedBefore: { happenedBefore: 'x' },
    kind: { kind: 'x' },
    language: { language: 'x' },
    'notAsked: true': { notAsked: true },
    'notAsked: false': { notAsked: false },
    'onlyUnnamedSources: true': { onlyUnnamedSources: true },
    'onlyUnnamedSources: false': { onlyUnnamedSources: false },
    outlet: { outlet: by },
    recordedAfter: { recordedAfter: 1 },
    recordedBefore: { recordedBefore: 1 },
    review: { review: 'x' },
    status: { status: 'x' },
    statusIn: { statusIn: ['x', 'y'] },
    topic: { topic: 'x' },
    'stances.actor and polarity': { stances: [{ actor: by, polarity: 'x' }] },
    ...within('stances', (filter) => [filter]),
    ...within('noStances', (filter) => filter),
  },
  StanceFilter: stanceFilters,
} as const satisfies Readonly<Record<string, Filters>>;

/** By type of order, its fields. */
export const ordersTried = {
  ActorOrder: ['NAME', 'RECORDED_AT'],
  ArticleOrder: ['PUBLISHED_AT', 'RECORDED_AT'],
  ClaimOrder: ['HAPPENED_FROM', 'MOST_DISPUTED', 'RECORDED_AT', 'STANDING_CHANGED_AT'],
  StanceOrder: ['RECORDED_AT', 'SAID_AT'],
} as const;

/** A list, or the lists of many rows: their filters, their orders, and how a page is read. */
interface ListTried {
  readonly filters: Filters;
  readonly orders: Readonly<Record<string, readonly Order[]>>;
  /** A column that is told of its rows, where they have no id. */
  readonly told?: string;
  source(filter: object, order: Order): Source;
  page(source: Source, order: Order, stretch: Stretch): Query<unknown>;
}

const inBoth = (fields: readonly string[], orderBy: (field: never, descending: boolean) => Order) =>
  Object.fromEntries(
    // The fields are those that it takes.
    fields.map((field) => [field, [true, false].map((down) => orderBy(field as never, down))]),
  );

const orders = {
  actors: inBoth(ordersTried.ActorOrder, actorOrder),
  articles: inBoth(ordersTried.ArticleOrder, articleOrder),
  claims: inBoth(ordersTried.ClaimOrder, claimOrder),
  stances: inBoth(ordersTried.StanceOrder, stanceOrder),
};

function rootList<R>(
  shape: RowShape<R>,
  list: Pick<ListTried, 'filters' | 'orders' | 'source'>,
): ListTried {
  return { ...list, page: (source, order, stretch) => page(shape, { source, order, stretch }) };
}

function listOfRows<R>(
  shape: RowShape<R>,
  source: (filter: object) => Source,
  filters: Filters = {},
): ListTried {
  return {
    ...{ filters, orders: { RECORDED_AT: [newestFirst] }, source },
    page: (of, order, stretch) => pageOfEach(shape, { source: of, order, stretch }),
  };
}

const { ActorFilter, ActorMergeFilter, ArticleFilter, ClaimFilter, StanceFilter } = filtersTried;

/** Every list of the graph that is ordered in the database, by its name; some are read otherwise by editors. */
const everyList: Readonly<Record<string, ListTried>> = {
  actorMerges: {
    ...listOfRows(actorMergeShape, actorMergeList, ActorMergeFilter),
    page: (source, order, stretch) => page(actorMergeShape, { source, order, stretch }),
  },
  actors: rootList(actorShape, {
    ...{ filters: ActorFilter, orders: orders.actors },
    source: (filter, order) => actorList({ filter, order, seesDrafts: false }),
  }),
  'actors, for editors': rootList(actorShape, {
    ...{ filters: ActorFilter, orders: orders.actors },
    source: (filter, order) => actorList({ filter, order, seesDrafts: true }),
  }),
  articles: rootList(articleShape, {
    ...{ filters: ArticleFilter, orders: orders.articles, source: articleList },
  }),
  claims: rootList(claimShape, {
    ...{ filters: ClaimFilter, orders: orders.claims },
    source: (filter, order) => claimList({ filter, order, seesDrafts: false }),
  }),
  'claims, for editors': rootList(claimShape, {
    ...{ filters: ClaimFilter, orders: orders.claims },
    source: (filter, order) => claimList({ filter, order, seesDrafts: true }),
  }),
  standingChanges: {
    ...rootList(standingChangeShape, {
      filters: { ...ClaimFilter, toldBefore: { toldBefore: 1 } },
      orders: { RECORDED_AT: [newestFirst] },
      source: ({ toldBefore, ...filter }: { readonly toldBefore?: number }) =>
        changesOnRecord(filter, { toldBefore }),
    }),
    told: 'earlier',
  },
  stances: rootList(stanceShape, {
    ...{ filters: StanceFilter, orders: orders.stances, source: stanceList },
  }),
  'Actor.affiliates': listOfRows(affiliationShape, () => affiliationsWithActors),
  'Actor.affiliations': listOfRows(affiliationShape, () => affiliationsOfActors),
  'Actor.claims': listOfRows(claimShape, () => claimsOfActors),
  'Actor.merges': listOfRows(actorMergeShape, mergesOfActors, ActorMergeFilter),
  'Actor.reversals': {
    ...listOfRows(reversalShape, () => reversalsOfActors),
    orders: { SAID_AT: [latestTurn] },
    told: 'earlierKey',
  },
  'Actor.splits': { ...listOfRows(splitShape, () => splitsOfActors), told: 'stanceKey' },
  'Actor.stances': listOfRows(stanceShape, stancesOfActors, StanceFilter),
  'Article.claims': listOfRows(claimShape, () => claimsInArticles),
  'Article.copies': listOfRows(articleShape, () => articlesAlike),
  'Article.evidence': listOfRows(evidenceShape, () => evidenceInArticles),
  'Claim.articles': listOfRows(articleShape, () => articlesOnClaims),
  'Claim.corrections': { ...listOfRows(correctionShape, () => correctionsOfClaims), told: 'text' },
  'Claim.links': listOfRows(claimLinkShape, linksOfClaims, {
    OUTGOING: { direction: 'OUTGOING' },
    INCOMING: { direction: 'INCOMING' },
    kind: { kind: 'x' },
  }),
  'Claim.saidAgain': {
    ...listOfRows(stanceShape, () => stancesAsTaken),
    orders: { SAID_AT: [stanceOrder('SAID_AT', false)] },
  },
  'Claim.stances': listOfRows(stanceShape, stancesOnClaims, StanceFilter),
  'Claim.timeline': {
    ...listOfRows(standingChangeShape, changesOfClaims, { toldBefore: { toldBefore: 1 } }),
    orders: { RECORDED_AT: [earliestFirst] },
    told: 'from',
  },
};

/** A pair of filter and order, as in `claims topic by HAPPENED_FROM`, and the statements that read its pages. */
interface PairTried {
  readonly name: string;
  readonly isAside: boolean;
  readonly statements: readonly Statement<unknown>[];
}

/** Every key of every filter in every order: read down and up, from either end, with and without another bound. */
export function everyPair(reader: Reader): readonly PairTried[] {
  return Object.entries(everyList).flatMap(([list, tried]) =>
    [['', {}] as const, ...Object.entries(tried.filters)].flatMap(([key, filter]) =>
      Object.entries(tried.orders).map(([field, directions]): PairTried => {
        const sources = directions.map((order) => tried.source(filter, order));
        return {
          name: `${[list, key].filter((part) => part !== '').join(' ')} by ${field}`,
          isAside: sources.some(({ isIndexed }) => !isIndexed),
          statements: directions.flatMap((order) =>
            stretches.map((stretch) =>
              tried
                .page(tried.source(filter, order), order, stretch)
                .choose(reader, columnsIn(order, tried.told)),
            ),
          ),
        };
      }),
    ),
  );
}

const stretches = [true, false].flatMap((backward) =>
  [true, false].map((isBounded): Stretch => ({ backward, isBounded })),
);

const columnsIn = ({ column }: Order, told = 'id'): readonly string[] =>
  column === null ? ['key', told] : ['key', told, column];
