import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { recordPress } from './press.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordPress);
});
afterAll(() => graph[Symbol.asyncDispose]());

interface Slug {
  readonly slug: string;
}

describe('the first of each parent', () => {
  test('are its newest, and its page knows whether there are more', async () => {
    const { data } = await graph.ask(`{ claims { nodes {
      slug stances(first: 1) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } }
    } } }`);
    const first = Object.fromEntries(
      data.claims.nodes.map(({ slug, stances }: { slug: string; stances: { nodes: Slug[] } }) => [
        slug,
        stances,
      ]),
    );
    expect(first['toll-planned']).toMatchObject({
      totalCount: 3,
      nodes: [{ slug: 'ministry-denies' }],
      pageInfo: { hasNextPage: true },
    });
    expect(first['free-rides']).toMatchObject({
      totalCount: 1,
      nodes: [{ slug: 'minister-promises' }],
      pageInfo: { hasNextPage: false },
    });
    expect(graph.statements).toHaveLength(3);

    const after = first['toll-planned'].pageInfo.endCursor;
    const { data: more } = await graph.ask(
      `query($after: String) { claims { nodes { slug stances(first: 1, after: $after) { nodes { slug } pageInfo { hasPreviousPage } } } } }`,
      { after },
    );
    const next = more.claims.nodes.find(({ slug }: Slug) => slug === 'toll-planned');
    expect(next.stances).toEqual({
      nodes: [{ slug: 'gazette-reports' }],
      pageInfo: { hasPreviousPage: true },
    });
  });

  test('can be its last', async () => {
    const { data } = await graph.ask(`{ claim(by: { slug: "toll-planned" }) {
      oldest: stances(last: 1) { nodes { slug } pageInfo { hasNextPage hasPreviousPage startCursor } }
      two: stances(last: 2) { nodes { slug } pageInfo { hasPreviousPage } }
      none: stances(first: 0) { nodes { slug } pageInfo { hasNextPage } }
    } }`);
    expect(data.claim.oldest).toMatchObject({
      nodes: [{ slug: 'insiders-assert' }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(data.claim.two).toEqual({
      nodes: [{ slug: 'gazette-reports' }, { slug: 'insiders-assert' }],
      pageInfo: { hasPreviousPage: true },
    });
    expect(data.claim.none).toEqual({ nodes: [], pageInfo: { hasNextPage: true } });

    const before = data.claim.oldest.pageInfo.startCursor;
    const { data: earlier } = await graph.ask(
      'query($before: String) { claim(by: { slug: "toll-planned" }) { stances(last: 1, before: $before) { nodes { slug } } } }',
      { before },
    );
    expect(earlier.claim.stances.nodes).toEqual([{ slug: 'gazette-reports' }]);
  });

  test('are not followed further than they are shown', async () => {
    await graph.ask(
      '{ claims(first: 2) { nodes { stances(first: 1) { nodes { evidence { quote } } } } } }',
    );
    const [, , evidence] = graph.statements;
    expect(JSON.parse(String(evidence?.args.keys))).toHaveLength(2);
  });
});

describe('edges', () => {
  test('are one statement each, whatever the page size', async () => {
    const document = (first: number) => `{ actors(first: ${first}) { nodes {
      name
      affiliations { nodes { of { name } } }
      affiliates { nodes { actor { name } } }
      stances { nodes { claim { text } evidence { article { title outlet { name } } } } }
      claims { nodes { text } }
    } } }`;
    await graph.ask(document(100));
    // actors, affiliations, of, affiliates, actor, stances, claim, evidence, article, outlet, claims
    expect(graph.statements).toHaveLength(11);
    await graph.ask(document(3));
    expect(graph.statements.length).toBeLessThanOrEqual(11);
  });

  test('with other arguments do not mix', async () => {
    const { data } = await graph.ask(`{ claim(by: { slug: "toll-planned" }) {
      for: stances(filter: { polarity: FOR }) { nodes { slug } }
      against: stances(filter: { polarity: AGAINST }) { nodes { slug } }
      one: stances(first: 1) { nodes { slug } }
      two: stances(first: 2) { nodes { slug } }
    } }`);
    expect(data.claim).toEqual({
      for: { nodes: [{ slug: 'insiders-assert' }] },
      against: { nodes: [{ slug: 'ministry-denies' }] },
      one: { nodes: [{ slug: 'ministry-denies' }] },
      two: { nodes: [{ slug: 'ministry-denies' }, { slug: 'gazette-reports' }] },
    });
  });

  test('under two names lead to the same, and are read once where the document is compiled', async () => {
    const { data } = await graph.ask(`{ stances(first: 2) { nodes {
      who: actor { name } whom: actor { slug kind } actor { id }
    } } }`);
    expect(data.stances.nodes[0]).toMatchObject({
      who: { name: 'News Agency' },
      whom: { slug: 'agency', kind: 'OUTLET' },
      actor: { id: expect.stringMatching(/^actor_/) },
    });
    expect(graph.statements).toHaveLength(2);
  });

  test('follow fragments, and what is skipped or included', async () => {
    const query = `query($yes: Boolean!, $no: Boolean!) {
      claims(first: 2) { ...Page }
    }
    fragment Page on ClaimConnection { edges { node { ...Claim } } nodes { slug @include(if: $yes) } }
    fragment Claim on Claim {
      text @skip(if: $yes) slug
      stances(first: 1) @include(if: $yes) { nodes { ... on Stance { kind actor @skip(if: $no) { ...Named } evidence @include(if: $no) { quote } } } }
    }
    fragment Named on Actor { ... @include(if: $yes) { name } ... on Node { id } }`;
    const { data } = await graph.ask(query, { yes: true, no: false });
    expect(data.claims.edges[0].node).toEqual({
      slug: 'bridge-old',
      stances: {
        nodes: [{ kind: 'CONFIRMS', actor: { name: 'News Agency', id: expect.any(String) } }],
      },
    });
    expect(data.claims.nodes).toEqual([{ slug: 'bridge-old' }, { slug: 'no-toll' }]);
    expect(graph.statements).toHaveLength(3);

    const { data: other } = await graph.ask(query, { yes: false, no: true });
    expect(other.claims).toEqual({
      edges: [
        { node: { text: 'The bridge is old.', slug: 'bridge-old' } },
        { node: { text: 'There will be no toll.', slug: 'no-toll' } },
      ],
      nodes: [{}, {}],
    });
    expect(graph.statements).toHaveLength(1);
  });

  test('read no more columns than are asked for', async () => {
    await graph.ask('{ articles { nodes { title } } }');
    expect(graph.statements[0]?.text).toContain('select "title", "key" from "articles"');
  });

  test('lead to articles, their evidence, claims and successors', async () => {
    const { data } = await graph.ask(`{
      report: article(by: { slug: "toll-report" }) {
        evidence { totalCount nodes { quote stance { slug } } }
        claims { totalCount nodes { slug } }
        outlet { slug } creditedTo { slug } supersededBy { slug }
      }
      maut: article(by: { slug: "maut" }) { supersededBy { slug supersedes { slug } } outlet { slug } }
      claim(by: { slug: "toll-planned" }) { articles { totalCount nodes { slug } } }
    }`);
    expect(data.report.evidence.totalCount).toBe(5);
    expect(data.report.evidence.nodes[0].stance.slug).toBe('minister-promises');
    expect(data.report.claims).toEqual({
      totalCount: 3,
      nodes: [{ slug: 'free-rides' }, { slug: 'toll-fair' }, { slug: 'toll-planned' }],
    });
    expect(data.report).toMatchObject({
      outlet: { slug: 'gazette' },
      creditedTo: null,
      supersededBy: null,
    });
    expect(data.maut.supersededBy).toEqual({ slug: 'maut-neu', supersedes: { slug: 'maut' } });
    expect(data.claim.articles).toEqual({
      totalCount: 2,
      nodes: [{ slug: 'toll-denial' }, { slug: 'toll-report' }],
    });
  });

  test('lead along links, either way', async () => {
    const { data } = await graph.ask(`{
      fair: claim(by: { slug: "toll-fair" }) {
        links { nodes { kind judgement reason from { slug } to { slug } } }
        incoming: links(direction: INCOMING) { totalCount }
        about: links(kind: ABOUT) { totalCount }
        standing { disputedVia { slug } }
      }
      planned: claim(by: { slug: "toll-planned" }) {
        links(direction: INCOMING, kind: PRESUPPOSES) { nodes { from { slug } } }
      }
    }`);
    expect(data.fair).toEqual({
      links: {
        nodes: [
          {
            kind: 'PRESUPPOSES',
            judgement: 'CONFIRMED',
            reason: null,
            from: { slug: 'toll-fair' },
            to: { slug: 'toll-planned' },
          },
        ],
      },
      incoming: { totalCount: 0 },
      about: { totalCount: 0 },
      standing: { disputedVia: [{ slug: 'toll-planned' }] },
    });
    expect(data.planned.links.nodes).toEqual([{ from: { slug: 'toll-fair' } }]);
  });

  test('show each chain in its order, and on whose word it is', async () => {
    const { data } = await graph.ask(`{ stances(filter: { claim: { slug: "toll-fair" } }) { nodes {
      slug hearsay evidence { attribution { slug } onWordOf { slug } mode start end prefix suffix confidence permalink }
    } } }`);
    expect(data.stances.nodes[1]).toMatchObject({
      slug: 'minister-supports',
      hearsay: true,
      evidence: [
        {
          attribution: [{ slug: 'gazette' }, { slug: 'insiders' }, { slug: 'minister' }],
          onWordOf: { slug: 'insiders' },
        },
      ],
    });
    expect(data.stances.nodes[1].evidence[0].permalink).toBe(
      'https://gazette.example/toll?page=1#:~:text=The%20minister%20called%20the%20toll%20fair%2C%20overdue%20%2D%20and%20good%20for%20the%20town,-.%20He%20promised',
    );
  });
});
