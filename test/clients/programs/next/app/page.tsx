import { createClient } from '@onrecord/sdk';
import { claimQueryOptions, claimsInfiniteQueryOptions } from '@onrecord/sdk/query';
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import { ClaimsPage } from './claims-page';

export const dynamic = 'force-dynamic';

const { RECORD_URL: url = '', RECORD_TOKEN: token = '' } = process.env;

/** Reads on the server what the browser shows at once. */
export default async function Page() {
  const record = createClient({ url });
  const queries = new QueryClient();
  await Promise.all([
    queries.prefetchInfiniteQuery(claimsInfiniteQueryOptions(record, { first: 3 })),
    queries.prefetchQuery(claimQueryOptions(record, { by: { slug: 'call-happened' } })),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <ClaimsPage url={url} token={token} />
    </HydrationBoundary>
  );
}
