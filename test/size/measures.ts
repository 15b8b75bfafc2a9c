import { keeping } from './bundle.ts';

/** A program, and how many bytes of it a browser may have to download. */
export interface Measure {
  readonly name: string;
  readonly program: string;
  readonly budget?: number;
}

const errors = ['FeedError', 'NetworkError', 'RateLimitError', 'RefusedError', 'ResponseError'];
const ten = [
  'actor',
  'article',
  'claim',
  'claimAdded',
  'claims',
  'recordClaim',
  'recordStance',
  'search',
  'stances',
  'withdrawStance',
];

/** What is promised of the SDK's size, in bytes. */
export const ours: readonly Measure[] = [
  {
    name: 'connect, with transport, retries, errors and a feed',
    program: keeping({
      '@onrecord/sdk/operations': ['connect', 'claimAdded'],
      '@onrecord/sdk': errors,
    }),
    budget: 4000,
  },
  {
    name: 'the same with a list',
    program: keeping({
      '@onrecord/sdk/operations': ['connect', 'claimAdded', 'claims'],
      '@onrecord/sdk': errors,
    }),
    budget: 4600,
  },
  {
    name: 'the same with ten operations',
    program: keeping({ '@onrecord/sdk/operations': ['connect', ...ten], '@onrecord/sdk': errors }),
    budget: 6600,
  },
  {
    name: 'a type',
    program: `import type { Claim } from '@onrecord/sdk'; export type Mine = Claim;`,
    budget: 0,
  },
  {
    name: 'an enum',
    program: `import { StandingStatus } from '@onrecord/sdk'; export type Mine = StandingStatus;`,
    budget: 0,
  },
  { name: 'an import of nothing', program: `import '@onrecord/sdk';`, budget: 0 },
  {
    name: 'two hooks, React left out',
    program: keeping({ '@onrecord/sdk/react': ['useLiveClaims', 'useFeed'] }),
    budget: 2000,
  },
  {
    name: 'two questions for TanStack Query',
    program: keeping({
      '@onrecord/sdk/query': ['claimsQueryOptions', 'claimStancesInfiniteQueryOptions'],
    }),
    budget: 2000,
  },
  {
    name: 'what Apollo’s cache is told',
    program: keeping({ '@onrecord/sdk/cache': ['apolloCacheOptions'] }),
  },
  {
    name: 'what graphcache is told',
    program: keeping({ '@onrecord/sdk/cache': ['graphcacheOptions'] }),
  },
  { name: 'one document', program: keeping({ '@onrecord/sdk/documents': ['ClaimsDocument'] }) },
  { name: 'createClient: everything', program: keeping({ '@onrecord/sdk': ['createClient'] }) },
];

/** The same of others, each by the package that it comes from. */
export const others: Readonly<Record<string, readonly Measure[]>> = {
  '@linear/sdk': [
    { name: '@linear/sdk: LinearClient', program: keeping({ '@linear/sdk': ['LinearClient'] }) },
    { name: '@linear/sdk: one enum', program: keeping({ '@linear/sdk': ['PaginationOrderBy'] }) },
  ],
  'graphql-request': [
    { name: 'graphql-request', program: keeping({ 'graphql-request': ['GraphQLClient', 'gql'] }) },
  ],
  '@urql/core': [
    {
      name: '@urql/core: a client that fetches and caches',
      program: keeping({ '@urql/core': ['Client', 'cacheExchange', 'fetchExchange', 'gql'] }),
    },
  ],
  '@octokit/graphql': [
    { name: '@octokit/graphql', program: keeping({ '@octokit/graphql': ['graphql'] }) },
  ],
};
