import type { NetworkError, ResponseError } from './errors.ts';
import type { Signal } from './host.ts';
import type { Page } from './list.ts';

/** What a question fails with. */
type QueryError = NetworkError | ResponseError;

/** The client or what of it is asked, and the variables; left out where all of them may be. */
type Given<Of, Variables> =
  Record<never, never> extends Variables
    ? [record: Of, variables?: Variables]
    : [record: Of, variables: Variables];

/**
 * The options of a question for TanStack Query: `useQuery`, `useSuspenseQuery`, `queryClient.fetchQuery` and their like.
 * @example const { data } = useQuery(claimsQueryOptions(record, { filter: { status: 'DISPUTED' } }));
 */
export interface QueryOptions<Variables, Answer> {
  /** The same for the same variables, whatever the server and whoever asks. It can be written as JSON. */
  readonly queryKey: readonly [of: 'onrecord', operation: string, variables: Variables];
  readonly queryFn: (context: { readonly signal: Signal }) => Promise<Answer>;
  /** Never: the client has tried again already. */
  readonly retry: (failureCount: number, error: QueryError) => boolean;
}

/**
 * The options of a list that is asked for page by page: `useInfiniteQuery`, `prefetchInfiniteQuery` and their like.
 * @example const { data, fetchNextPage } = useInfiniteQuery(claimsInfiniteQueryOptions(record, { first: 20 }));
 */
export interface InfiniteQueryOptions<Variables, OfPage> {
  /** That of the whole list. It can be written as JSON. */
  readonly queryKey: readonly [
    of: 'onrecord',
    operation: string,
    variables: Variables,
    pages: 'pages',
  ];
  readonly queryFn: (context: {
    readonly signal: Signal;
    readonly pageParam: string | null;
  }) => Promise<OfPage>;
  readonly initialPageParam: string | null;
  readonly getNextPageParam: (page: OfPage) => string | null;
  /** Never: the client has tried again already. */
  readonly retry: (failureCount: number, error: QueryError) => boolean;
}

/** Makes the options of a question. */
export type Question<Of, Variables, Answer> = (
  ...given: Given<Of, Variables>
) => QueryOptions<Variables, Answer>;

/** Makes the options of a list that is asked for page by page. */
export type Pages<Of, Variables, OfPage> = (
  ...given: Given<Of, Omit<Variables, 'after' | 'last' | 'before'>>
) => InfiniteQueryOptions<Omit<Variables, 'after' | 'last' | 'before'>, OfPage>;

type Asks<Of, Variables, Answer> = (
  record: Of,
  variables: Variables & { readonly signal: Signal },
) => Promise<Answer>;

const retry = () => false;

/** Makes what makes the options of a question. */
export function question<Of, Variables, Answer>(
  operation: string,
  ask: Asks<Of, Variables, Answer>,
): Question<Of, Variables, Answer> {
  return (...[record, given]) => {
    const variables = plain<Variables>(given);
    return {
      queryKey: ['onrecord', operation, variables],
      queryFn: ({ signal }) => ask(record, { ...variables, signal }),
      retry,
    };
  };
}

/** Makes what makes the options of a list that is asked for page by page. */
export function pages<Of, Variables, OfPage extends Page<unknown> | null>(
  operation: string,
  ask: Asks<Of, Variables, OfPage>,
): Pages<Of, Variables, OfPage> {
  return (...[record, given]) => {
    const variables = plain<Variables>(given);
    return {
      queryKey: ['onrecord', operation, variables, 'pages'],
      queryFn: ({ pageParam: after, signal }) => ask(record, { ...variables, after, signal }),
      initialPageParam: null,
      getNextPageParam: (page) => (page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null),
      retry,
    };
  };
}

/** Variables as they are sent: a moment is a text, and what is undefined is not there. */
const plain = <Variables>(variables: unknown): Variables =>
  JSON.parse(JSON.stringify(variables ?? {}));
