import { createClient, type RecordStanceInput, RefusedError } from '@onrecord/sdk';
import { claimQueryOptions, claimsInfiniteQueryOptions } from '@onrecord/sdk/query';
import { RecordProvider, useFeed, useRecord } from '@onrecord/sdk/react';
import {
  QueryClient,
  QueryClientProvider,
  useInfiniteQuery,
  useMutation,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { root, token, url } from '../address.ts';
import { refusedStance } from '../found.ts';
import { reasonOf, told } from '../line.ts';
import { Shown } from '../shown.tsx';

const record = createClient({ url, token });
const queries = new QueryClient();

function Claim() {
  const { data } = useSuspenseQuery(
    claimQueryOptions(useRecord(), { by: { slug: 'call-happened' } }),
  );
  return told(data);
}

function Page() {
  const list = useInfiniteQuery(claimsInfiniteQueryOptions(useRecord(), { first: 3 }));
  const stance = useMutation({
    mutationFn: (input: RecordStanceInput) => record.recordStance(input),
  });
  const { data: events } = useFeed('claimAdded');
  const { error } = stance;
  return (
    <Shown
      slugs={list.data?.pages.flatMap(({ nodes }) => nodes.map(({ slug }) => slug)) ?? []}
      more={() => void list.fetchNextPage()}
      claim={
        <Suspense>
          <Claim />
        </Suspense>
      }
      refuse={() => stance.mutate(refusedStance)}
      refused={error instanceof RefusedError ? reasonOf(error.refusal) : ''}
      heard={events?.[0]?.claim?.slug ?? ''}
    />
  );
}

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <RecordProvider record={record}>
        <Page />
      </RecordProvider>
    </QueryClientProvider>
  </StrictMode>,
);
