import { createClient } from 'graphql-sse';
import { StrictMode, Suspense, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import {
  graphql,
  RelayEnvironmentProvider,
  useLazyLoadQuery,
  useMutation,
  usePaginationFragment,
  useSubscription,
} from 'react-relay';
import {
  Environment,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  Store,
} from 'relay-runtime';
import { root, token, url } from '../address.ts';
import { refusedStance } from '../found.ts';
import { reasonOf, told } from '../line.ts';
import { Shown } from '../shown.tsx';
import type { pageAddedSubscription } from './__generated__/pageAddedSubscription.graphql.ts';
import type { pageClaims$key } from './__generated__/pageClaims.graphql.ts';
import type { pageClaimsNextQuery } from './__generated__/pageClaimsNextQuery.graphql.ts';
import type { pageQuery } from './__generated__/pageQuery.graphql.ts';
import type { pageStanceMutation } from './__generated__/pageStanceMutation.graphql.ts';

const feeds = createClient({ url });
const environment = new Environment({
  store: new Store(new RecordSource()),
  network: Network.create(
    async ({ text, name }, variables) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: text, operationName: name, variables }),
      });
      return response.json();
    },
    ({ text, name }, variables) =>
      Observable.create((sink) =>
        feeds.subscribe(
          { query: text ?? '', operationName: name, variables },
          {
            next: (answer) => sink.next(answer as GraphQLResponse),
            error: (cause) => sink.error(cause as Error),
            complete: () => sink.complete(),
          },
        ),
      ),
  ),
});

function Page() {
  const data = useLazyLoadQuery<pageQuery>(
    graphql`
      query pageQuery {
        claim(by: { slug: "call-happened" }) {
          standing {
            status
            summary
          }
        }
        ...pageClaims @arguments(count: 3)
      }
    `,
    {},
  );
  const list = usePaginationFragment<pageClaimsNextQuery, pageClaims$key>(
    graphql`
      fragment pageClaims on Query
      @argumentDefinitions(count: { type: "Int!" }, cursor: { type: "String" })
      @refetchable(queryName: "pageClaimsNextQuery") {
        claims(first: $count, after: $cursor) @connection(key: "page_claims") {
          edges {
            node {
              slug
            }
          }
        }
      }
    `,
    data,
  );
  const [record] = useMutation<pageStanceMutation>(graphql`
    mutation pageStanceMutation($input: RecordStanceInput!) {
      recordStance(input: $input) {
        ... on RecordStancePayload {
          stance {
            id
          }
        }
        ... on UserError {
          code
        }
        ... on QuoteNotInArticle {
          nearest {
            text
          }
        }
      }
    }
  `);
  const [refused, setRefused] = useState('');
  const [heard, setHeard] = useState('');
  useSubscription<pageAddedSubscription>(
    useMemo(
      () => ({
        subscription: graphql`
          subscription pageAddedSubscription {
            claimAdded {
              claim {
                slug
              }
            }
          }
        `,
        variables: {},
        onNext: (event) => setHeard(event?.claimAdded.claim?.slug ?? ''),
      }),
      [],
    ),
  );
  return (
    <Shown
      slugs={list.data.claims.edges.map(({ node }) => node.slug)}
      more={() => void list.loadNext(3)}
      claim={told(data.claim)}
      refuse={() =>
        void record({
          variables: { input: refusedStance },
          onCompleted: ({ recordStance: { code = '', nearest = [] } }) =>
            setRefused(reasonOf({ code, nearest })),
        })
      }
      refused={refused}
      heard={heard}
    />
  );
}

createRoot(root).render(
  <StrictMode>
    <RelayEnvironmentProvider environment={environment}>
      <Suspense>
        <Page />
      </Suspense>
    </RelayEnvironmentProvider>
  </StrictMode>,
);
