import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { ApolloProvider, useMutation, useQuery, useSubscription } from '@apollo/client/react';
import { apolloCacheOptions } from '@onrecord/sdk/cache';
import {
  ClaimAddedDocument,
  ClaimDocument,
  ClaimsDocument,
  RecordStanceDocument,
} from '@onrecord/sdk/documents';
import { createClient } from 'graphql-ws';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { root, token, url } from '../address.ts';
import { refusedStance } from '../found.ts';
import { reasonOf, told } from '../line.ts';
import { Shown } from '../shown.tsx';

const client = new ApolloClient({
  cache: new InMemoryCache(apolloCacheOptions),
  link: ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new GraphQLWsLink(createClient({ url: url.replace('http', 'ws') })),
    new HttpLink({ uri: url, headers: { authorization: `Bearer ${token}` } }),
  ),
});

function Page() {
  const { data, fetchMore } = useQuery(ClaimsDocument, { variables: { first: 3 } });
  const { data: one } = useQuery(ClaimDocument, { variables: { by: { slug: 'call-happened' } } });
  const [record, { data: answer }] = useMutation(RecordStanceDocument);
  const { data: event } = useSubscription(ClaimAddedDocument);
  const outcome = answer?.recordStance;
  const page = data?.claims;
  return (
    <Shown
      slugs={page?.nodes.map(({ slug }) => slug) ?? []}
      more={() => void fetchMore({ variables: { after: page?.pageInfo.endCursor } })}
      claim={told(one?.claim)}
      refuse={() => void record({ variables: { input: refusedStance } })}
      refused={outcome && 'code' in outcome ? reasonOf(outcome) : ''}
      heard={event?.claimAdded.claim?.slug ?? ''}
    />
  );
}

createRoot(root).render(
  <StrictMode>
    <ApolloProvider client={client}>
      <Page />
    </ApolloProvider>
  </StrictMode>,
);
