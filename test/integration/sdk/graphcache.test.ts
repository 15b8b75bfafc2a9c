import { Client, fetchExchange, gql, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { createClient } from 'graphql-sse';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { graphcacheOptions } from '../../../sdk/src/cache.ts';
import * as documents from '../../../sdk/src/generated/documents.ts';
import { patience } from '../../kit/patience.ts';
import { type CachesServer, openCachesServer } from './caches-server.ts';

let server: CachesServer;
let client: Client;
const said: unknown[] = [];
beforeEach(async () => {
  server = await openCachesServer();
  said.length = 0;
  for (const level of ['log', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => said.push(words));
  const feeds = createClient({ url: server.url });
  client = new Client({
    url: server.url,
    fetch: server.fetch,
    preferGetMethod: false,
    exchanges: [
      cacheExchange(graphcacheOptions),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', variables }) => ({
          subscribe: (sink) => ({
            unsubscribe: feeds.subscribe<Record<string, unknown>>(
              { query, variables: variables as Record<string, unknown> },
              {
                next: ({ data }) => sink.next({ data: data ?? null }),
                error: sink.error,
                complete: sink.complete,
              },
            ),
          }),
        }),
      }),
    ],
  });
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});

/** A query that is mounted, and what it shows. */
function mount(text: string, variables: object = {}) {
  const shown: { data: ReturnType<typeof JSON.parse> } = { data: undefined };
  const { unsubscribe } = client.query(gql(text), variables).subscribe(({ data, error }) => {
    if (error) throw error;
    shown.data = data;
  });
  return Object.assign(shown, { unsubscribe });
}
const settled = (...all: ReturnType<typeof mount>[]) =>
  vi.waitUntil(() => all.every(({ data }) => data), patience);
async function quiet() {
  for (let times = 0; times < 3; times += 1)
    await client.query(
      gql('query last { viewer { name } }'),
      {},
      { requestPolicy: 'network-only' },
    );
}
const questions = () => server.asked.filter((name) => name !== 'last');
const slugs = (nodes: readonly { readonly slug: string }[]) => nodes.map(({ slug }) => slug);

test('two queries of one standing are asked once each, and a feed’s change shows in both', async () => {
  const a = mount(
    'query a { claim(by: { slug: "bridge-promised" }) { id standing { status counts { for } sides { actor { id } polarity } } echoes { articleCount } } }',
  );
  const b = mount(
    'query b { claim(by: { slug: "bridge-promised" }) { id standing { summary counts { against } sides { actor { id name } split } } echoes { outletCount } } }',
  );
  await settled(a, b);
  const { data } = await client.query(gql('query record { record { feedCursor } }'), {});
  let heard = 0;
  const feed = client
    .subscription(
      gql(
        'subscription changes($after: String) { recordEvents(after: $after, filter: { type: STANCE_ADDED }) { cursor subject { ... on Stance { id claim { id standing { summary counts { for against } sides { actor { id name } polarity split } } } } } } }',
      ),
      { after: data?.record.feedCursor },
    )
    .subscribe(() => {
      heard += 1;
    });
  await server.addDenial();
  await vi.waitUntil(() => heard > 0 && a.data.claim.standing.sides.length === 3, patience);
  await quiet();
  feed.unsubscribe();

  expect(b.data.claim.standing.counts.against).toBe(2);
  expect(questions()).toEqual(['a', 'b', 'record']);
});

test.each([
  ['nodes', 'nodes { id slug }'],
  ['edges', 'edges { cursor node { id slug } }'],
])(
  'pages become one list by %s, which begins anew where its first page has changed',
  async (name, selection) => {
    const text = `query list($after: String) { claims(first: 2, after: $after) { ${selection} pageInfo { hasNextPage startCursor endCursor } totalCount } }`;
    const shown = (list: ReturnType<typeof mount>) =>
      slugs(
        name === 'nodes'
          ? list.data.claims.nodes
          : list.data.claims.edges.map(({ node }: { node: object }) => node),
      );
    const list = mount(text);
    await settled(list);
    const { startCursor } = list.data.claims.pageInfo;
    for (const count of [4, 6, 7]) {
      const page = mount(text, { after: list.data.claims.pageInfo.endCursor });
      await vi.waitUntil(() => shown(list).length === count, patience);
      expect(shown(page)).toEqual(shown(list));
      page.unsubscribe();
    }
    await quiet();

    expect(shown(list)).toEqual(['six', 'five', 'four', 'three', 'two', 'one', 'bridge-promised']);
    expect(list.data.claims.pageInfo).toMatchObject({ hasNextPage: false, startCursor });
    expect(list.data.claims.totalCount).toBe(7);
    expect(questions()).toEqual(['list', 'list', 'list', 'list']);

    await server.add('seven');
    await client.query(gql(text), {}, { requestPolicy: 'network-only' });
    expect(shown(list)).toEqual(['seven', 'six']);
  },
);

test('a page without the first, or of another size or filter, is read by itself', async () => {
  const text =
    'query list($after: String, $first: Int) { claims(first: $first, after: $after) { nodes { id slug } pageInfo { endCursor } } }';
  const { data } = await client.query(gql(text), { first: 3 });
  const alone = mount(text, { first: 2, after: data?.claims.pageInfo.endCursor });
  await settled(alone);

  expect(slugs(alone.data.claims.nodes)).toEqual(['three', 'two']);
});

test('the documents of the SDK are all served by it', async () => {
  const by = { slug: 'bridge-promised' };
  const answers = await Promise.all([
    client.query(documents.ClaimDocument, { by }),
    client.query(documents.ClaimsDocument, { first: 3 }),
    client.query(documents.SearchDocument, { query: 'bridge' }),
    client.query(documents.RecordEventsPageDocument, { first: 3 }),
    client.query(documents.NodesDocument, { ids: [] }),
  ]);
  const again = await client.query(documents.ClaimDocument, { by });

  expect(answers.map(({ error }) => error)).toEqual(answers.map(() => undefined));
  expect(again.data).toEqual(answers[0]?.data);
  expect(questions()).toHaveLength(answers.length);
});
