import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache, Observable } from '@apollo/client';
import { print } from 'graphql';
import { createClient } from 'graphql-sse';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { apolloCacheOptions } from '../../../sdk/src/cache.ts';
import * as documents from '../../../sdk/src/generated/documents.ts';
import { patience } from '../../kit/patience.ts';
import { type CachesServer, openCachesServer } from './caches-server.ts';

let server: CachesServer;
let client: ApolloClient;
const said: unknown[] = [];
beforeEach(async () => {
  server = await openCachesServer();
  said.length = 0;
  for (const level of ['log', 'warn', 'error', 'debug'] as const)
    vi.spyOn(console, level).mockImplementation((...words) => said.push(words));
  client = new ApolloClient({
    cache: new InMemoryCache(apolloCacheOptions),
    link: ApolloLink.split(
      ({ operationType }) => operationType === 'subscription',
      feedLink(server.url),
      new HttpLink({ uri: server.url, fetch: server.fetch }),
    ),
  });
});
afterEach(async () => {
  client.stop();
  await server[Symbol.asyncDispose]();
  vi.restoreAllMocks();
  expect(said).toEqual([]);
});

/** Subscriptions as server-sent events. */
function feedLink(url: string): ApolloLink {
  const feeds = createClient({ url });
  return new ApolloLink(
    ({ query, variables }) =>
      new Observable((sink) =>
        feeds.subscribe<Record<string, unknown>>(
          { query: print(query), variables },
          {
            next: ({ data }) => sink.next({ data: data ?? null }),
            error: (cause) => sink.error(cause),
            complete: () => sink.complete(),
          },
        ),
      ),
  );
}

/** A query that is mounted, as `useQuery` mounts it, and the last whole answer that it shows. */
function mount(text: string, variables: object = {}) {
  const observable = client.watchQuery({ query: gql(text), variables });
  const shown: { data: ReturnType<typeof JSON.parse>; isWhole: boolean } = {
    data: undefined,
    isWhole: false,
  };
  observable.subscribe(({ data, dataState, error }) => {
    if (error) throw error;
    shown.isWhole = dataState === 'complete';
    if (shown.isWhole) shown.data = data;
  });
  return Object.assign(shown, { observable });
}
type Mounted = ReturnType<typeof mount>;

const settled = (...all: Mounted[]) =>
  vi.waitUntil(() => all.every(({ isWhole }) => isWhole), patience);
/** Whatever is still to be asked has been asked when one more question is answered. */
async function quiet() {
  for (let times = 0; times < 3; times += 1)
    await client.query({ query: gql('query last { viewer { name } }'), fetchPolicy: 'no-cache' });
}
const questions = () => server.asked.filter((name) => name !== 'last');
const slugs = (nodes: readonly { readonly slug: string }[]) => nodes.map(({ slug }) => slug);

const standings = [
  ['one number each', 'standing { articleCount }', 'standing { originCount }'],
  ['values in values', 'standing { counts { for } }', 'standing { counts { against } summary }'],
  [
    'sides told by their actors',
    'standing { sides { actor { id name } } }',
    'standing { status sides { actor { id } polarity split } }',
  ],
  [
    'sides that are not told apart',
    'standing { sides { polarity } }',
    'standing { sides { split actor { id } } }',
  ],
  [
    'sides by fragments',
    'standing { sides { ... on Side { polarity } } }',
    'standing { sides { spokenBy { id } } }',
  ],
  [
    'two moments',
    'standing { status }',
    'standing(asOf: "2020-01-01T00:00:00Z") { status summary }',
  ],
  [
    'echoes',
    'echoes { articleCount }',
    'echoes { outletCount origins { actor { id } articleCount } }',
  ],
  ['lists of things', 'members { id slug }', 'members { id text } concerns { id }'],
  ['scalars that are lists', 'topics', 'topics language'],
] as const;

describe('two queries of one claim are asked once each', () => {
  test.each(standings)('%s', async (_name, first, second) => {
    const a = mount(`query a { claim(by: { slug: "bridge-promised" }) { id ${first} } }`);
    const b = mount(`query b { claim(by: { slug: "bridge-promised" }) { id ${second} } }`);
    await settled(a, b);
    await quiet();

    expect(questions()).toEqual(['a', 'b']);
    expect([a.isWhole, b.isWhole]).toEqual([true, true]);
  });

  test.each(standings)('%s, without its id', async (_name, first, second) => {
    const a = mount(`query a { claim(by: { slug: "bridge-promised" }) { ${first} } }`);
    const b = mount(`query b { claim(by: { slug: "bridge-promised" }) { ${second} } }`);
    await settled(a, b);
    await quiet();

    expect(questions()).toEqual(['a', 'b']);
    expect([a.isWhole, b.isWhole]).toEqual([true, true]);
  });
});

test('a query of less than another has asked is not asked at all', async () => {
  await settled(
    mount(
      'query a { claim(by: { slug: "bridge-promised" }) { id standing { status sides { actor { id name } polarity } } } }',
    ),
  );
  const b = mount(
    'query b { claim(by: { slug: "bridge-promised" }) { id standing { sides { actor { id name } } } } }',
  );
  await settled(b);

  expect(questions()).toEqual(['a']);
  expect(b.data.claim.standing.sides).toHaveLength(2);
});

describe('pages become one list', () => {
  const nodes = 'nodes { id slug }';
  const edges = 'edges { cursor node { id slug } }';
  test.each([
    ['nodes', nodes, ({ claims }: Mounted['data']) => slugs(claims.nodes)],
    [
      'edges',
      edges,
      ({ claims }: Mounted['data']) =>
        slugs(claims.edges.map(({ node }: { node: object }) => node)),
    ],
    ['both', `${nodes} ${edges}`, ({ claims }: Mounted['data']) => slugs(claims.nodes)],
  ])('by %s', async (_name, selection, slugsOf) => {
    const list = mount(
      `query list($after: String) { claims(first: 2, after: $after) { ${selection} pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } }`,
    );
    await settled(list);
    const { startCursor } = list.data.claims.pageInfo;
    for (const count of [4, 6, 7]) {
      const { endCursor: after } = list.data.claims.pageInfo;
      await list.observable.fetchMore({ variables: { after } });
      await vi.waitUntil(() => slugsOf(list.data).length === count, patience);
      await list.observable.fetchMore({ variables: { after } });
      await quiet();
      expect(slugsOf(list.data)).toHaveLength(count);
    }
    await quiet();

    expect(slugsOf(list.data)).toEqual([
      'six',
      'five',
      'four',
      'three',
      'two',
      'one',
      'bridge-promised',
    ]);
    expect(list.data.claims.pageInfo).toMatchObject({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor,
    });
    expect(list.data.claims.totalCount).toBe(7);
    expect(questions()).toHaveLength(7);

    await server.add('seven');
    await list.observable.refetch();
    expect(slugsOf(list.data)).toEqual(['seven', 'six']);
    expect(list.data.claims.pageInfo.hasNextPage).toBe(true);
  });
});

const listed =
  'query list($after: String) { claims(first: 2, after: $after) { nodes { id slug } pageInfo { hasNextPage endCursor } } }';

async function turn(list: Mounted): Promise<void> {
  const { endCursor: after } = list.data.claims.pageInfo;
  const { length } = list.data.claims.nodes;
  await list.observable.fetchMore({ variables: { after } });
  await vi.waitUntil(() => list.data.claims.nodes.length > length, patience);
}

test('pages that were turned stay where another query asks for the first, and go where the list is read anew', async () => {
  const list = mount(listed);
  await settled(list);
  await turn(list);
  const other = mount('query other { claims(first: 2) { nodes { id text } } }');
  await settled(other);
  await quiet();
  expect(slugs(list.data.claims.nodes)).toEqual(['six', 'five', 'four', 'three']);
  expect(questions()).toEqual(['list', 'list', 'other']);

  await list.observable.refetch();
  await quiet();

  expect(slugs(list.data.claims.nodes)).toEqual(['six', 'five']);
  expect(questions()).toEqual(['list', 'list', 'other', 'list']);
  await turn(list);
  expect(slugs(list.data.claims.nodes)).toEqual(['six', 'five', 'four', 'three']);
});

test('a first page that another query finds changed takes the place of all', async () => {
  const list = mount(listed);
  await settled(list);
  await turn(list);
  await server.add('seven');

  await client.query({ query: gql(listed.replace('list', 'again')), fetchPolicy: 'network-only' });
  await vi.waitUntil(() => list.data.claims.nodes.length === 2, patience);

  expect(slugs(list.data.claims.nodes)).toEqual(['seven', 'six']);
});

test('lists are told apart by filter, order and size of page, and lists of two shapes are one', async () => {
  const all = [
    mount('query a { claims(first: 2) { nodes { id slug } } }'),
    mount('query b { claims(first: 3) { nodes { id slug } } }'),
    mount('query c { claims(first: 2, filter: { status: DISPUTED }) { nodes { id slug } } }'),
    mount(
      'query d { claims(first: 2, orderBy: { field: RECORDED_AT, direction: ASC }) { nodes { id slug } } }',
    ),
    mount('query e { claims(first: 2) { edges { node { id } cursor } totalCount } }'),
    mount('query f { claims(first: 2) { edges { node { id text } } pageInfo { endCursor } } }'),
    mount('query g { claims(first: 2) { totalCount feedCursor } }'),
  ];
  await settled(...all);
  await quiet();

  expect(questions()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  expect(all.slice(0, 4).map(({ data }) => slugs(data.claims.nodes))).toEqual([
    ['six', 'five'],
    ['six', 'five', 'four'],
    ['bridge-promised'],
    ['bridge-promised', 'one'],
  ]);
});

test('a list of a claim, and one whose entries have no ids, are kept alike', async () => {
  const stances = mount(
    'query stances($after: String) { claim(by: { slug: "bridge-promised" }) { id stances(first: 1, after: $after) { nodes { id kind } pageInfo { endCursor hasNextPage } } } }',
  );
  const events = mount(
    'query events($after: String) { recordEvents(first: 3, after: $after) { nodes { cursor type } pageInfo { endCursor } } }',
  );
  const others = mount(
    'query others { recordEvents(first: 3) { nodes { type at } pageInfo { endCursor } } }',
  );
  await settled(stances, events, others);
  await stances.observable.fetchMore({
    variables: { after: stances.data.claim.stances.pageInfo.endCursor },
  });
  await events.observable.fetchMore({
    variables: { after: events.data.recordEvents.pageInfo.endCursor },
  });
  await vi.waitUntil(() => events.data.recordEvents.nodes.length === 6, patience);
  await quiet();

  expect(stances.data.claim.stances.nodes).toHaveLength(2);
  expect(stances.data.claim.stances.pageInfo.hasNextPage).toBe(false);
  expect(others.data.recordEvents.nodes).toHaveLength(3);
  expect(questions().sort()).toEqual(['events', 'events', 'others', 'stances', 'stances']);
});

test('a change that is told by a feed shows in every query, and none is asked again', async () => {
  const a = mount(
    'query a { claim(by: { slug: "bridge-promised" }) { id standing { sides { actor { id } polarity } } } }',
  );
  const b = mount(
    'query b { claim(by: { slug: "bridge-promised" }) { id standing { summary counts { against } } } }',
  );
  const list = mount(
    'query list { claims(filter: { status: DISPUTED }) { nodes { id standing { status articleCount } } } }',
  );
  await settled(a, b, list);
  const { data } = await client.query({ query: gql('query record { record { feedCursor } }') });
  const feed = client
    .subscribe({
      query: gql(
        'subscription changes($after: String) { recordEvents(after: $after, filter: { type: STANCE_ADDED }) { cursor type subject { ... on Stance { id claim { id standing { summary counts { against } sides { actor { id } polarity } } } } } } }',
      ),
      variables: { after: (data as { record: { feedCursor: string } }).record.feedCursor },
    })
    .subscribe(() => {});
  await server.addDenial();
  await vi.waitUntil(() => b.data.claim.standing.counts.against === 2, patience);
  await quiet();
  feed.unsubscribe();

  expect(a.data.claim.standing.sides).toHaveLength(3);
  expect(questions()).toEqual(['a', 'b', 'list', 'record']);
});

test('an edge whose thing is taken out of the cache goes with it', async () => {
  const list = mount(
    'query list { claims(first: 2) { edges { cursor node { id slug } } nodes { id slug } } }',
  );
  await settled(list);

  client.cache.evict({ id: `Claim:${list.data.claims.nodes[0].id}` });
  await vi.waitUntil(() => list.data.claims.edges.length === 1, patience);
  await quiet();

  expect(slugs(list.data.claims.nodes)).toEqual(['five']);
  expect(questions()).toEqual(['list']);
});

test('what is kept on a disk, or comes with a page, is as good', async () => {
  const list = mount(listed);
  await settled(list);
  await turn(list);

  const cache = new InMemoryCache(apolloCacheOptions).restore(
    JSON.parse(JSON.stringify(client.extract())),
  );

  expect(cache.readQuery<Mounted['data']>({ query: gql(listed) })).toEqual(list.data);
});

test('the documents of the SDK are all served by it', async () => {
  const by = { slug: 'bridge-promised' };
  const asked = [
    client.query({ query: documents.ClaimDocument, variables: { by } }),
    client.query({ query: documents.ClaimsDocument, variables: { first: 3 } }),
    client.query({ query: documents.ClaimStancesDocument, variables: { by } }),
    client.query({ query: documents.SearchDocument, variables: { query: 'bridge' } }),
    client.query({ query: documents.RecordEventsPageDocument, variables: { first: 3 } }),
    client.query({ query: documents.ArticleDocument, variables: { by: { slug: 'bridge-story' } } }),
  ];
  const first = await Promise.all(asked);
  const again = await client.query({ query: documents.ClaimDocument, variables: { by } });

  expect(first.every(({ data }) => data)).toBe(true);
  expect(again.data).toEqual(first[0]?.data);
  expect(questions()).toHaveLength(asked.length);
});
