import { QueryClient } from '@tanstack/query-core';
import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { expectTypeOf, test } from 'vitest';
import {
  claimQueryOptions,
  claimStancesInfiniteQueryOptions,
  claimsInfiniteQueryOptions,
  claimsQueryOptions,
  recordEventsQueryOptions,
  viewerQueryOptions,
} from '../../sdk/src/generated/query.ts';
import {
  type ClaimPage,
  createClient,
  type EventPage,
  type NetworkError,
  type ResponseError,
  type Stance,
  type Viewer,
} from '../../sdk/src/index.ts';

const record = createClient({ url: 'https://record.example/graphql' });
const queries = new QueryClient();

test('what a query answers and fails with is inferred', () => {
  const { data, error } = useQuery(claimsQueryOptions(record, { filter: { status: 'DISPUTED' } }));
  expectTypeOf(data).toEqualTypeOf<ClaimPage | undefined>();
  expectTypeOf(error).toEqualTypeOf<NetworkError | ResponseError | null>();

  const claim = useSuspenseQuery(claimQueryOptions(record, { by: { slug: 'a' } }));
  expectTypeOf(claim.data?.standing.summary).toEqualTypeOf<string | undefined>();

  expectTypeOf(useQuery(viewerQueryOptions(record)).data).toEqualTypeOf<
    Viewer | null | undefined
  >();
  const sliced = useQuery({ ...claimsQueryOptions(record), select: ({ nodes }) => nodes.length });
  expectTypeOf(sliced.data).toEqualTypeOf<number | undefined>();
});

test('what is asked without React is inferred', () => {
  expectTypeOf(queries.fetchQuery(claimsQueryOptions(record))).resolves.toEqualTypeOf<ClaimPage>();
  expectTypeOf(
    queries.fetchQuery(recordEventsQueryOptions(record, { first: 5 })),
  ).resolves.toEqualTypeOf<EventPage>();
});

test('pages are inferred', () => {
  const { data } = useInfiniteQuery(claimsInfiniteQueryOptions(record, { first: 20 }));
  expectTypeOf(data?.pages).toEqualTypeOf<ClaimPage[] | undefined>();
  const stances = useInfiniteQuery(claimStancesInfiniteQueryOptions(record, { by: { slug: 'a' } }));
  expectTypeOf(stances.data?.pages[0]?.nodes[0]).toEqualTypeOf<Stance | undefined>();
});

test('wrong variables do not compile', () => {
  // @ts-expect-error no such status
  claimsQueryOptions(record, { filter: { status: 'TRUE' } });
  // @ts-expect-error it needs to know which
  claimQueryOptions(record);
  // @ts-expect-error pages are turned by the query itself
  claimsInfiniteQueryOptions(record, { after: 'cursor' });
});
