import { filtersTried } from './every-order.ts';

/**
 * How a page is found: an index leads to its rows in their order (led); others are passed over that the filter does not select
 * (passes over), or all that it selects is sorted (sorts), both of them aside; or so little is sorted that it is done at once.
 */
export type Finding = 'led' | 'passes over' | 'sorts' | 'sorts at once' | 'scans';

/** Pairs of filter and order that an index does not lead to in their order, and why that is left so. */
interface Exception {
  /** No page passes over a whole table. */
  readonly finding: Exclude<Finding, 'led' | 'scans'>;
  readonly because: string;
  readonly list: string;
  /** The keys of its filter as they are called in every-order.ts, the empty text for none. */
  readonly keys: readonly string[];
  readonly orders: readonly string[];
}

const stanceKeys = [
  ...['actor', 'article', 'certainty', 'claim', 'hearsay: true', 'hearsay: false', 'kind'],
  ...['outlet', 'polarity', 'recordedAfter', 'recordedBefore', 'review', 'saidAfter'],
  ...['saidBefore', 'via', 'withdrawn'],
];
const ofStances = stanceKeys.map((key) => `stances.${key}`);
const ofNoStances = stanceKeys.map((key) => `noStances.${key}`);
const ofActors = ['stances.actor', 'stances.actor and polarity'];
const fewStances = ['stances.article', 'stances.claim'];

const byRecording = ['RECORDED_AT'];
const byHappening = ['HAPPENED_FROM', 'MOST_DISPUTED', 'STANDING_CHANGED_AT'];
const inEveryOrder = [...byHappening, ...byRecording];

const without = (all: readonly string[], ...some: readonly string[]) =>
  all.filter((key) => !some.includes(key));

const sorted = {
  topics:
    'an index of the topics in each order would be one more at each claim; what has the topic is sorted',
  actors:
    'an index of the stances in each order of their claims is none of one table; what the actor has stances on is sorted',
  words:
    'what words show is found by the words: it is sorted, since of an article few are quoted, and in the whole order it stands far apart',
  actorsTime:
    'one more index of all stances would cost each commit a page; an actor’s stances are sorted by their time',
  parties:
    'an index of the parties in each order of their claims is none of one table; what the actor is a party to is sorted',
  taken:
    'one more index of all stances would cost each commit a page; what is said of a claim is sorted by its time',
  page: 'what is sorted is the page itself, which an index led to in its order',
  few: 'they are few by nature',
} as const;

const passed = {
  indexes:
    'each index is one more page of each commit, and what has many keys has few indexes: the order leads, or the key does',
  bounds: 'a moment is a bound of another index than that of the order',
  within: 'what is asked of stances is looked up for each claim in the order of the list',
  set: 'those selected are found first, by the words that show them or the other way round, and are as many as these are',
  editors:
    'what was withdrawn, or is shown under another name, is passed over for editors, and there is little of it',
  drafts: 'drafts stand between those that readers are shown, and there may be any number of them',
  rows: 'an index leads to all stances of the one row, and its filter passes over others of them',
  log: 'the log is gone through as it was written, and what is asked of a claim is looked up for each change',
} as const;

/** Everything else is led. */
export const exceptions: readonly Exception[] = [
  ...(['claims', 'claims, for editors'] as const).flatMap((list): Exception[] => [
    { finding: 'sorts', because: sorted.topics, list, keys: ['topic'], orders: byHappening },
    {
      ...{ finding: 'sorts', because: sorted.parties, list, orders: byHappening },
      keys: ['concerns', 'disputedBy'],
    },
    {
      ...{ finding: 'passes over', because: passed.indexes, list, orders: inEveryOrder },
      keys: ['statusIn', 'awaitingReply: false', 'notAsked: false'],
    },
    {
      ...{ finding: 'passes over', because: passed.indexes, list, orders: byHappening },
      keys: ['awaitingReply: true', 'notAsked: true'],
    },
    {
      ...{ finding: 'passes over', because: passed.bounds, list },
      keys: ['changedAfter', 'changedBefore'],
      orders: without(inEveryOrder, 'STANDING_CHANGED_AT'),
    },
    { finding: 'sorts', because: sorted.actors, list, keys: ofActors, orders: byHappening },
    {
      ...{ finding: 'sorts', because: sorted.words, list, orders: byHappening },
      keys: ['article', 'outlet', ...fewStances],
    },
    {
      ...{ finding: 'passes over', because: passed.set, list, orders: byRecording },
      keys: ['article', 'outlet', ...fewStances],
    },
    {
      ...{ finding: 'passes over', because: passed.within, list, orders: inEveryOrder },
      keys: [...without(ofStances, ...fewStances, 'stances.actor'), ...ofNoStances],
    },
    {
      ...{ finding: 'passes over', because: passed.bounds, list, orders: inEveryOrder },
      keys: ['happenedAfter', 'happenedBefore', 'recordedAfter', 'recordedBefore', 'review'],
    },
  ]),
  {
    ...{ finding: 'passes over', because: passed.indexes, list: 'claims', orders: byHappening },
    keys: ['kind', 'language', 'onlyUnnamedSources: true', 'onlyUnnamedSources: false'],
  },
  {
    ...{ finding: 'passes over', because: passed.indexes, list: 'claims' },
    ...{ keys: ['status'], orders: ['HAPPENED_FROM', 'MOST_DISPUTED'] },
  },
  {
    ...{ finding: 'passes over', because: passed.editors, list: 'claims, for editors' },
    keys: [
      ...['', 'kind', 'language', 'onlyUnnamedSources: true', 'onlyUnnamedSources: false'],
      'status',
    ],
    orders: inEveryOrder,
  },
  {
    ...{ finding: 'passes over', because: passed.editors, list: 'claims, for editors' },
    keys: ['topic', 'concerns', 'disputedBy', 'awaitingReply: true', 'notAsked: true', ...ofActors],
    orders: byRecording,
  },
  {
    ...{ finding: 'passes over', because: passed.editors, list: 'claims, for editors' },
    ...{ keys: ['changedAfter', 'changedBefore'], orders: ['STANDING_CHANGED_AT'] },
  },
  {
    ...{ finding: 'passes over', because: passed.log, list: 'standingChanges' },
    keys: Object.keys(filtersTried.ClaimFilter),
    orders: byRecording,
  },
  {
    ...{ finding: 'sorts', because: sorted.actorsTime, list: 'stances', orders: ['SAID_AT'] },
    keys: ['actor', 'claim'],
  },
  {
    ...{ finding: 'sorts', because: sorted.words, list: 'stances', orders: ['SAID_AT'] },
    keys: ['article', 'outlet', 'via'],
  },
  {
    ...{ finding: 'passes over', because: passed.set, list: 'stances', orders: byRecording },
    keys: ['outlet', 'via'],
  },
  {
    ...{ finding: 'passes over', because: passed.indexes, list: 'stances', orders: ['SAID_AT'] },
    keys: ['certainty', 'hearsay: true', 'hearsay: false', 'kind', 'polarity'],
  },
  {
    ...{ finding: 'passes over', because: passed.bounds, list: 'stances' },
    keys: [
      ...['recordedAfter', 'recordedBefore', 'saidAfter', 'saidBefore', 'review', 'withdrawn'],
    ],
    orders: ['RECORDED_AT', 'SAID_AT'],
  },
  ...['Actor.stances', 'Claim.stances'].map(
    (list): Exception => ({
      ...{ finding: 'passes over', because: passed.rows, list },
      ...{ keys: stanceKeys, orders: byRecording },
    }),
  ),
  {
    ...{ finding: 'sorts', because: sorted.words, list: 'articles', orders: ['PUBLISHED_AT'] },
    keys: ['creditedTo', 'hasDrafts: true', 'outlet'],
  },
  {
    ...{ finding: 'sorts', because: sorted.few, list: 'articles', orders: byRecording },
    keys: ['creditedTo'],
  },
  {
    ...{ finding: 'passes over', because: passed.indexes, list: 'articles' },
    ...{ keys: ['language'], orders: ['PUBLISHED_AT'] },
  },
  {
    ...{ finding: 'passes over', because: passed.set, list: 'articles', orders: byRecording },
    keys: ['hasDrafts: true'],
  },
  {
    ...{ finding: 'passes over', because: passed.bounds, list: 'articles' },
    keys: [
      ...['hasDrafts: false', 'publishedAfter', 'publishedBefore', 'recordedAfter'],
      ...['recordedBefore', 'withdrawn'],
    ],
    orders: ['PUBLISHED_AT', 'RECORDED_AT'],
  },
  ...(['actors', 'actors, for editors'] as const).flatMap((list): Exception[] => [
    {
      ...{ finding: 'sorts', because: sorted.few, list, keys: ['grantedBy'] },
      orders: ['NAME', 'RECORDED_AT'],
    },
    {
      ...{ finding: 'passes over', because: passed.drafts, list, orders: ['NAME', 'RECORDED_AT'] },
      keys: ['kind', 'recordedAfter', 'recordedBefore'],
    },
    { finding: 'passes over', because: passed.drafts, list, keys: [''], orders: ['NAME'] },
  ]),
  {
    ...{ finding: 'passes over', because: passed.drafts, list: 'actors, for editors' },
    ...{ keys: [''], orders: byRecording },
  },
  {
    ...{ finding: 'passes over', because: sorted.few, list: 'actorMerges', orders: byRecording },
    keys: ['judgement', 'revoked: true', 'revoked: false'],
  },
  {
    ...{ finding: 'sorts', because: sorted.few, list: 'actorMerges', orders: byRecording },
    keys: ['actor'],
  },
  {
    ...{ finding: 'sorts', because: sorted.words, list: 'Article.copies', orders: byRecording },
    keys: [''],
  },
  {
    ...{ finding: 'passes over', because: passed.set, list: 'Claim.articles', orders: byRecording },
    keys: [''],
  },
  {
    ...{ finding: 'sorts at once', because: sorted.few, list: 'Actor.merges', orders: byRecording },
    keys: ['', 'actor', 'judgement', 'revoked: true', 'revoked: false'],
  },
  {
    ...{ finding: 'sorts', because: sorted.taken, list: 'Claim.saidAgain', orders: ['SAID_AT'] },
    keys: [''],
  },
  {
    ...{ finding: 'sorts at once', because: sorted.page, list: 'Actor.reversals' },
    ...{ keys: [''], orders: ['SAID_AT'] },
  },
  {
    ...{ finding: 'sorts at once', because: sorted.few, list: 'Actor.splits', orders: byRecording },
    keys: [''],
  },
  {
    ...{ finding: 'sorts at once', because: sorted.few, list: 'Claim.links', orders: byRecording },
    keys: ['', 'OUTGOING', 'INCOMING', 'kind'],
  },
  ...['Actor.affiliates', 'Actor.affiliations', 'Article.claims', 'Article.evidence'].map(
    (list): Exception => ({
      ...{ finding: 'sorts at once', because: sorted.few, list, keys: [''], orders: byRecording },
    }),
  ),
];
