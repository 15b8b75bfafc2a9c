import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { recordPress } from './press.ts';

let graph: OpenGraph;
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  graph = await openGraph(recordPress);
  const { data } = await graph.ask(`{
    article(by: { slug: "toll-report" }) { id }
    actor(by: { slug: "minister" }) { id affiliations { nodes { id } } }
    claim(by: { slug: "toll-fair" }) { id links { nodes { id } } stances(first: 1) { nodes { id evidence { id } } } }
  }`);
  const [stance] = data.claim.stances.nodes;
  ids = {
    Article: data.article.id,
    Actor: data.actor.id,
    Affiliation: data.actor.affiliations.nodes[0].id,
    Claim: data.claim.id,
    ClaimLink: data.claim.links.nodes[0].id,
    Stance: stance.id,
    Evidence: stance.evidence[0].id,
  };
});
afterAll(() => graph[Symbol.asyncDispose]());

const unknown = '01920000-0000-7000-8000-000000000000';

describe('a node', () => {
  test('is found by its id, whatever it is', async () => {
    const { data } = await graph.ask('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: Object.values(ids),
    });
    expect(data.nodes).toEqual(Object.entries(ids).map(([__typename, id]) => ({ __typename, id })));
    expect(graph.statements).toHaveLength(7);
    for (const [__typename, id] of Object.entries(ids)) {
      const { data } = await graph.ask('query($id: ID!) { node(id: $id) { __typename id } }', {
        id,
      });
      expect(data.node).toEqual({ __typename, id });
    }
  });

  test('is read as far as its type is asked for', async () => {
    const { data } = await graph.ask(
      `query($ids: [ID!]!) { nodes(ids: $ids) {
        id
        ... on Claim { text stances { nodes { kind } } }
        ... on Actor { name }
        ... on Evidence { quote stance { slug } article { slug } }
        ... on Affiliation { role of { slug } from until }
      } }`,
      { ids: [ids.Claim, ids.Actor, ids.Evidence, ids.Affiliation, ids.Claim] },
    );
    expect(data.nodes).toMatchObject([
      {
        text: 'A toll on the old bridge is fair.',
        stances: { nodes: [{ kind: 'OPPOSES' }, { kind: 'SUPPORTS' }] },
      },
      { name: 'Ada Minister' },
      {
        quote: 'Unions said no',
        stance: { slug: 'unions-oppose' },
        article: { slug: 'toll-report' },
      },
      { role: 'minister', of: { slug: 'ministry' }, from: null, until: null },
      { text: 'A toll on the old bridge is fair.' },
    ]);
  });

  test('that is unknown is null', async () => {
    const wanted = [
      'article',
      'actor',
      'claim',
      'stance',
      'evidence',
      'link',
      'affiliation',
      'merge',
      'token',
    ];
    const { data, errors } = await graph.ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: wanted.map((noun) => `${noun}_${unknown}`),
    });
    expect(errors).toBeUndefined();
    expect(data.nodes).toEqual(wanted.map(() => null));
  });

  test.each([
    '',
    'claim',
    'claim_',
    'claim_1',
    `claims_${unknown}`,
    `claim_${unknown} `,
    `CLAIM_${unknown}`,
    '7',
  ])('whose id is %j is refused', async (id) => {
    expect(await graph.codeOf('query($id: ID!) { node(id: $id) { id } }', { id })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await graph.codeOf('query($id: ID!) { nodes(ids: [$id]) { id } }', { id })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await graph.codeOf('query($id: ID!) { claim(by: { id: $id }) { id } }', { id })).toBe(
      'BAD_USER_INPUT',
    );
  });

  test('is one of at most a hundred', async () => {
    const query = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(await graph.codeOf(query, { ids: Array.from({ length: 101 }, () => ids.Claim) })).toBe(
      'BAD_USER_INPUT',
    );
  });
});

describe('by name', () => {
  test('a thing is found by each of its names', async () => {
    const { data } = await graph.ask(
      `query($article: ID!, $actor: ID!, $claim: ID!) {
        a: article(by: { id: $article }) { slug sha256 }
        b: article(by: { slug: "toll-report" }) { slug }
        c: article(by: { url: "https://gazette.example/toll?page=1" }) { slug }
        d: actor(by: { id: $actor }) { slug }
        e: actor(by: { wikidataId: "Q100" }) { slug }
        f: claim(by: { id: $claim }) { slug }
      }`,
      { article: ids.Article, actor: ids.Actor, claim: ids.Claim },
    );
    expect(data).toMatchObject({
      a: { slug: 'toll-report' },
      b: { slug: 'toll-report' },
      c: { slug: 'toll-report' },
      d: { slug: 'minister' },
      e: { slug: 'courier' },
      f: { slug: 'toll-fair' },
    });
    const bySha = await graph.ask(
      'query($sha256: String!) { article(by: { sha256: $sha256 }) { slug } }',
      data.a,
    );
    expect(bySha.data.article).toEqual({ slug: 'toll-report' });
  });

  test('nothing is found by an unknown name, or by the id of something else', async () => {
    const { data } = await graph.ask(`{
      a: article(by: { sha256: "${'0'.repeat(64)}" }) { slug }
      b: article(by: { url: "https://nowhere.example/" }) { slug }
      c: actor(by: { wikidataId: "Q0" }) { slug }
      d: claim(by: { slug: "nothing" }) { slug }
      e: claim(by: { id: "claim_${unknown}" }) { slug }
    }`);
    expect(data).toEqual({ a: null, b: null, c: null, d: null, e: null });
    expect(await graph.codeOf(`{ claim(by: { id: "actor_${unknown}" }) { slug } }`)).toBe(
      'BAD_USER_INPUT',
    );
    expect(await graph.codeOf('{ article(by: { url: "no address" }) { slug } }')).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
  });

  test('a name is exactly one', async () => {
    expect(await graph.codeOf('{ claim(by: {}) { slug } }')).toBe('GRAPHQL_VALIDATION_FAILED');
    const query = 'query($by: ClaimBy!) { claim(by: $by) { slug } }';
    expect(await graph.codeOf(query, { by: {} })).toBe('BAD_USER_INPUT');
    expect(await graph.codeOf(query, { by: { slug: 'a', id: 'b' } })).toBe('BAD_USER_INPUT');
  });
});

test('the record tells how much is on it, and where its feed ends', async () => {
  const { data } = await graph.ask(`{ record {
    counts { articles actors affiliations claims stances evidence links }
    feedCursor lastEventAt versions { format database }
  } }`);
  expect(data.record).toEqual({
    counts: {
      articles: 4,
      actors: 7,
      affiliations: 1,
      claims: 5,
      stances: 8,
      // Not those of drafts.
      evidence: 8,
      links: 1,
    },
    feedCursor: expect.any(String),
    lastEventAt: expect.stringMatching(/^20.*Z$/),
    versions: { format: 'onrecord/1', database: expect.any(String) },
  });
});
