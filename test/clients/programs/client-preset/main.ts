import { createClient } from '@onrecord/sdk';
import { print } from 'graphql';
import { GraphQLClient } from 'graphql-request';
import { createClient as createFeed } from 'graphql-sse';
import { heardClaim, refusedStance } from '../found.ts';
import { reasonOf, told } from '../line.ts';
import { report, token, url } from '../report.ts';
import type { AddedSubscription } from './gql/graphql.ts';
import { graphql } from './gql/index.ts';

const asker = new GraphQLClient(url, { headers: { authorization: `Bearer ${token}` } });
const record = createClient({ url, token });

const list = graphql(`
  query page($after: String) {
    claims(first: 3, after: $after) {
      nodes {
        slug
      }
      pageInfo {
        endCursor
      }
    }
  }
`);
const { claims: page } = await asker.request(list, {});
const { claims: next } = await record.request(list, { after: page.pageInfo.endCursor });
const { claim } = await record.request(
  graphql(`
    query one($by: ClaimBy!) {
      claim(by: $by) {
        standing {
          status
          summary
        }
      }
    }
  `),
  { by: { slug: 'call-happened' } },
);
const { recordStance } = await asker.request(
  graphql(`
    mutation stance($input: RecordStanceInput!) {
      recordStance(input: $input) {
        __typename
        ... on QuoteNotInArticle {
          code
          nearest {
            text
          }
        }
      }
    }
  `),
  {
    input: {
      ...refusedStance,
      evidence: refusedStance.evidence.map((evidence) => ({ ...evidence })),
    },
  },
);

const added = graphql(`
  subscription added {
    claimAdded(checkpoints: true) {
      claim {
        slug
      }
    }
  }
`);
let heard: string | undefined;
const feed = createFeed({ url });
for await (const { data } of feed.iterate<AddedSubscription>({ query: print(added) })) {
  heard = data?.claimAdded.claim?.slug;
  if (heard !== undefined) break;
  void record.recordClaim(heardClaim);
}

const first = page.nodes.map(({ slug }) => slug);
report({
  first,
  both: [...first, ...next.nodes.map(({ slug }) => slug)],
  claim: told(claim),
  refused: recordStance.__typename === 'QuoteNotInArticle' ? reasonOf(recordStance) : '',
  heard: heard ?? '',
});
