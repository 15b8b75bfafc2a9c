import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { recordPress } from './press.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordPress);
});
afterAll(() => graph[Symbol.asyncDispose]());

interface Paged {
  readonly slugs: readonly string[];
  readonly info: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

async function page(list: string, args: string, variables: object = {}): Promise<Paged> {
  const query = `query${'cursor' in variables ? '($cursor: String)' : ''} { ${list}(${args}) {
    edges { cursor node { slug } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  } }`;
  const { data, errors } = await graph.ask(query, variables);
  expect(errors).toBeUndefined();
  const { edges, pageInfo } = data[list];
  expect(pageInfo.startCursor).toBe(edges[0]?.cursor ?? null);
  expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor ?? null);
  return { slugs: edges.map(({ node }: { node: { slug: string } }) => node.slug), info: pageInfo };
}

/** All of a list, page by page, from the front or from the back. */
async function walk(
  list: string,
  args: string,
  { size, way }: { size: number; way: 'first' | 'last' },
): Promise<string[]> {
  const found: string[] = [];
  const bound = way === 'first' ? 'after' : 'before';
  let cursor: string | null = null;
  for (;;) {
    const { info, slugs } = await page(list, `${way}: ${size}, ${bound}: $cursor, ${args}`, {
      cursor,
    });
    if (way === 'first') found.push(...slugs);
    else found.unshift(...slugs);
    expect(way === 'first' ? info.hasPreviousPage : info.hasNextPage).toBe(cursor !== null);
    if (!(way === 'first' ? info.hasNextPage : info.hasPreviousPage)) return found;
    cursor = way === 'first' ? info.endCursor : info.startCursor;
  }
}

const claims = ['bridge-old', 'no-toll', 'free-rides', 'toll-fair', 'toll-planned'];

const orders: [string, string, string[]][] = [
  ['claims', '', claims],
  ['claims', 'orderBy: { field: RECORDED_AT, direction: ASC }', [...claims].reverse()],
  [
    'claims',
    'orderBy: { field: HAPPENED_FROM, direction: ASC }',
    ['no-toll', 'toll-planned', 'free-rides', 'toll-fair', 'bridge-old'],
  ],
  [
    'claims',
    'orderBy: { field: HAPPENED_FROM }',
    ['free-rides', 'toll-planned', 'no-toll', 'bridge-old', 'toll-fair'],
  ],
  ['claims', 'filter: { topic: "taxes" }', ['toll-fair', 'toll-planned']],
  [
    'claims',
    'filter: { topic: "taxes" }, orderBy: { field: HAPPENED_FROM }',
    ['toll-planned', 'toll-fair'],
  ],
  [
    'claims',
    'filter: { stances: [{ actor: { slug: "minister" } }] }',
    ['no-toll', 'free-rides', 'toll-fair'],
  ],
  [
    'claims',
    'filter: { kind: FACT }, orderBy: { field: HAPPENED_FROM }',
    ['toll-planned', 'bridge-old'],
  ],
  [
    'articles',
    'orderBy: { field: PUBLISHED_AT, direction: ASC }',
    ['toll-report', 'toll-denial', 'maut', 'maut-neu'],
  ],
  [
    'articles',
    'orderBy: { field: PUBLISHED_AT, direction: DESC }',
    ['toll-denial', 'toll-report', 'maut-neu', 'maut'],
  ],
  [
    'actors',
    'orderBy: { field: NAME, direction: ASC }',
    ['minister', 'courier', 'ministry', 'agency', 'gazette', 'unions', 'insiders'],
  ],
  [
    'actors',
    'orderBy: { field: NAME }',
    ['insiders', 'unions', 'gazette', 'agency', 'ministry', 'courier', 'minister'],
  ],
  [
    'stances',
    'filter: { claim: { slug: "toll-planned" } }, orderBy: { field: SAID_AT, direction: ASC }',
    ['insiders-assert', 'gazette-reports', 'ministry-denies'],
  ],
  [
    'stances',
    'filter: { claim: { slug: "toll-planned" } }, orderBy: { field: SAID_AT, direction: DESC }',
    ['ministry-denies', 'gazette-reports', 'insiders-assert'],
  ],
];

describe('a list', () => {
  test.each(orders)('%s(%s) is whole, what is unknown last', async (list, args, expected) => {
    expect((await page(list, `first: 100, ${args}`)).slugs).toEqual(expected);
  });

  test.each(orders)(
    '%s(%s) is the same page by page, from either end',
    async (list, args, expected) => {
      for (const size of [1, 2, 3]) {
        expect(await walk(list, args, { size, way: 'first' })).toEqual(expected);
        expect(await walk(list, args, { size, way: 'last' })).toEqual(expected);
      }
    },
  );

  test('of claims comes in the order in which standings changed', async () => {
    const { data } = await graph.ask(
      '{ claims(orderBy: { field: STANDING_CHANGED_AT }) { nodes { standing { since } } } }',
    );
    const moments = data.claims.nodes.map(
      ({ standing }: { standing: { since: string } }) => standing.since,
    );
    expect(moments).toEqual([...moments].sort().reverse());
    expect(
      await walk('claims', 'orderBy: { field: STANDING_CHANGED_AT }', { size: 2, way: 'first' }),
    ).toHaveLength(5);
  });
});

describe('a page', () => {
  test('has twenty entries unless more are asked for', async () => {
    const { data } = await graph.ask(
      '{ __type(name: "Query") { fields { name args { name description } } } }',
    );
    const fields: { name: string; args: { name: string; description: string }[] }[] =
      data.__type.fields;
    const first = fields
      .find(({ name }) => name === 'claims')
      ?.args.find(({ name }) => name === 'first');
    expect(first?.description).toMatch(/20 unless said otherwise, at most 100/);
  });

  test('lies between two cursors where both are given', async () => {
    const { data } = await graph.ask('{ claims { edges { cursor } } }');
    const [first, , , , last] = data.claims.edges.map(({ cursor }: { cursor: string }) => cursor);
    const between = `after: "${first}", before: "${last}"`;
    expect((await page('claims', `${between}`)).slugs).toEqual(claims.slice(1, 4));
    expect(await page('claims', `first: 2, ${between}`)).toMatchObject({
      slugs: claims.slice(1, 3),
      info: { hasNextPage: true, hasPreviousPage: true },
    });
    expect(await page('claims', `last: 2, ${between}`)).toMatchObject({
      slugs: claims.slice(2, 4),
      info: { hasNextPage: true, hasPreviousPage: true },
    });
  });

  test('may be empty', async () => {
    expect(await page('claims', 'first: 0')).toEqual({
      slugs: [],
      info: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
    expect(await page('claims', 'filter: { topic: "none" }')).toEqual({
      slugs: [],
      info: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
  });

  test.each([
    ['first: 101', 'BAD_USER_INPUT'],
    ['last: 101', 'BAD_USER_INPUT'],
    ['first: -1', 'BAD_USER_INPUT'],
    ['last: -1', 'BAD_USER_INPUT'],
    ['first: 1, last: 1', 'BAD_USER_INPUT'],
    ['after: ""', 'CURSOR_INVALID'],
    ['after: "nonsense"', 'CURSOR_INVALID'],
    ['before: "cGFnZTE6"', 'CURSOR_INVALID'],
  ])('with %s is refused as %s', async (args, code) => {
    expect(await graph.codeOf(`{ claims(${args}) { totalCount } }`)).toBe(code);
    expect(await graph.codeOf(`{ claims { nodes { stances(${args}) { totalCount } } } }`)).toBe(
      code,
    );
  });

  test('does not begin at a cursor of another list, order or filter', async () => {
    const { info } = await page('claims', 'first: 1, filter: { kind: FACT }');
    const refused = (args: string) =>
      graph.codeOf(`{ claims(after: "${info.endCursor}", ${args}) { nodes { slug } } }`);
    expect(await refused('filter: { kind: FACT }')).toBeUndefined();
    expect(await refused('first: 3, filter: { kind: FACT }')).toBeUndefined();
    expect(await refused('filter: { kind: POSITION }')).toBe('CURSOR_INVALID');
    expect(await refused('orderBy: { field: HAPPENED_FROM }, filter: { kind: FACT }')).toBe(
      'CURSOR_INVALID',
    );
    expect(
      await refused('orderBy: { field: RECORDED_AT, direction: ASC }, filter: { kind: FACT }'),
    ).toBe('CURSOR_INVALID');
    expect(await graph.codeOf(`{ stances(after: "${info.endCursor}") { nodes { slug } } }`)).toBe(
      'CURSOR_INVALID',
    );
  });

  test('tells the place in the feed at which it was read', async () => {
    const { data } = await graph.ask(`{
      claims(first: 1) { feedCursor nodes { stances { feedCursor } } }
      record { feedCursor }
      search(query: "toll") { feedCursor }
    }`);
    const { feedCursor } = data.record;
    expect(data.claims.feedCursor).toBe(feedCursor);
    expect(data.claims.nodes[0].stances.feedCursor).toBe(feedCursor);
    expect(data.search.feedCursor).toBe(feedCursor);
  });

  test('counts the list only where that is asked for', async () => {
    await graph.ask('{ claims { nodes { slug } } }');
    expect(graph.statements).toHaveLength(1);
    await graph.ask('{ claims { totalCount } }');
    expect(graph.statements).toHaveLength(2);
  });
});
