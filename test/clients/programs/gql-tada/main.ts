import { createClient } from '@onrecord/sdk';
import type { introspection, scalars } from '@onrecord/sdk/introspection';
import { initGraphQLTada, type ResultOf } from 'gql.tada';
import { print } from 'graphql';
import { createClient as createSocket } from 'graphql-ws';
import { WebSocket } from 'ws';
import { heardClaim, refusedStance } from '../found.ts';
import { reasonOf, told } from '../line.ts';
import { report, token, url } from '../report.ts';

const graphql = initGraphQLTada<{ introspection: introspection; scalars: scalars }>();
const record = createClient({ url, token });

const list = graphql(`
  query page($after: String) {
    claims(first: 3, after: $after) {
      nodes { slug recordedAt }
      pageInfo { endCursor }
    }
  }
`);
const { claims: page } = await record.request(list, {});
const { claims: next } = await record.request(list, { after: page.pageInfo.endCursor });
const standing = graphql('fragment inBrief on Standing @_unmask { status summary }');
const { claim } = await record.request(
  graphql('query one($by: ClaimBy!) { claim(by: $by) { standing { ...inBrief } } }', [standing]),
  { by: { slug: 'call-happened' } },
);
const { recordStance } = await record.request(
  graphql(`
    mutation stance($input: RecordStanceInput!) {
      recordStance(input: $input) {
        __typename
        ... on QuoteNotInArticle { code nearest { text } }
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

const added = graphql('subscription added { claimAdded(checkpoints: true) { claim { slug } } }');
const socket = createSocket({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket });
let heard: string | undefined;
for await (const { data } of socket.iterate<ResultOf<typeof added>>({ query: print(added) })) {
  heard = data?.claimAdded.claim?.slug;
  if (heard !== undefined) break;
  void record.recordClaim(heardClaim);
}

// What the compiler has to refuse.
const moment: string | undefined = page.nodes[0]?.recordedAt;
// @ts-expect-error It was not asked for.
void page.nodes[0]?.text;
const byId = graphql('query($by: ClaimBy!) { claim(by: $by) { id } }');
// @ts-expect-error A claim is named by one of two, and not by its text.
void (() => record.request(byId, { by: { text: moment } }));

const first = page.nodes.map(({ slug }) => slug);
report({
  first,
  both: [...first, ...next.nodes.map(({ slug }) => slug)],
  claim: told(claim),
  refused: recordStance.__typename === 'QuoteNotInArticle' ? reasonOf(recordStance) : '',
  heard: heard ?? '',
});
