import { heardClaim, refusedStance } from './found.ts';
import { reasonOf, told } from './line.ts';
import { report } from './report.ts';

/** A client that takes documents as text, and listens by them as it asks by them. */
export interface PlainClient {
  iterate(question: {
    readonly query: string;
    readonly variables?: Record<string, unknown>;
  }): AsyncIterableIterator<{ readonly data?: unknown; readonly errors?: unknown }>;
}

/** Asks, is refused and listens, and tells what came of it. */
export async function useRecord(client: PlainClient): Promise<never> {
  const { claims: page } = await ask(client, list, {});
  const { claims: next } = await ask(client, list, { after: page.pageInfo.endCursor });
  const { claim } = await ask(
    client,
    '{ claim(by: { slug: "call-happened" }) { standing { status summary } } }',
  );
  const { recordStance } = await ask(
    client,
    'mutation($input: RecordStanceInput!) { recordStance(input: $input) { ... on QuoteNotInArticle { code nearest { text } } } }',
    { input: refusedStance },
  );
  const query = 'subscription { claimAdded(checkpoints: true) { claim { slug } } }';
  let heard = '';
  for await (const { data } of client.iterate({ query })) {
    heard = Object(data).claimAdded.claim?.slug;
    if (heard) break;
    void ask(
      client,
      'mutation($input: RecordClaimInput!) { recordClaim(input: $input) { __typename } }',
      { input: heardClaim },
    );
  }
  const slugs = (nodes: readonly { readonly slug: string }[]) => nodes.map(({ slug }) => slug);
  return report({
    first: slugs(page.nodes),
    both: slugs([...page.nodes, ...next.nodes]),
    claim: told(claim),
    refused: reasonOf(recordStance),
    heard,
  });
}

const list =
  'query($after: String) { claims(first: 3, after: $after) { nodes { slug } pageInfo { endCursor } } }';

async function ask(client: PlainClient, query: string, variables: Record<string, unknown> = {}) {
  for await (const { data, errors } of client.iterate({ query, variables })) {
    if (errors) throw new Error(JSON.stringify(errors));
    return JSON.parse(JSON.stringify(data));
  }
}
