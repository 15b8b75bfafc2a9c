import { graphcacheOptions } from '@onrecord/sdk/cache';
import {
  ClaimAddedDocument,
  ClaimDocument,
  ClaimsDocument,
  RecordStanceDocument,
} from '@onrecord/sdk/documents';
import { cacheExchange } from '@urql/exchange-graphcache';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Client, fetchExchange, Provider, useMutation, useQuery, useSubscription } from 'urql';
import { root, token, url } from '../address.ts';
import { refusedStance } from '../found.ts';
import { reasonOf, told } from '../line.ts';
import { Shown } from '../shown.tsx';

const client = new Client({
  url,
  exchanges: [cacheExchange(graphcacheOptions), fetchExchange],
  fetchOptions: { headers: { authorization: `Bearer ${token}` } },
  fetchSubscriptions: true,
});

function Page() {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data }] = useQuery({ query: ClaimsDocument, variables: { first: 3, after } });
  const [{ data: one }] = useQuery({
    query: ClaimDocument,
    variables: { by: { slug: 'call-happened' } },
  });
  const [{ data: answer }, record] = useMutation(RecordStanceDocument);
  const [{ data: event }] = useSubscription({ query: ClaimAddedDocument, variables: {} });
  const outcome = answer?.recordStance;
  const page = data?.claims;
  return (
    <Shown
      slugs={page?.nodes.map(({ slug }) => slug) ?? []}
      more={() => setAfter(page?.pageInfo.endCursor ?? null)}
      claim={told(one?.claim)}
      refuse={() => void record({ input: refusedStance })}
      refused={outcome && 'code' in outcome ? reasonOf(outcome) : ''}
      heard={event?.claimAdded.claim?.slug ?? ''}
    />
  );
}

createRoot(root).render(
  <StrictMode>
    <Provider value={client}>
      <Page />
    </Provider>
  </StrictMode>,
);
