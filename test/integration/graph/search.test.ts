import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { write } from '../../kit/owner.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { recordPress } from './press.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordPress);
});
afterAll(() => graph[Symbol.asyncDispose]());

const found = `{ __typename ... on Article { slug title } ... on Actor { slug name } ... on Claim { slug text } }`;

async function slugs(query: string, args = ''): Promise<string[]> {
  const { data, errors } = await graph.ask(
    `query($query: String!) { search(query: $query ${args}) { totalCount nodes ${found} } }`,
    { query },
  );
  expect(errors).toBeUndefined();
  expect(data.search.totalCount).toBe(data.search.nodes.length);
  return data.search.nodes.map(({ slug }: { slug: string }) => slug);
}

describe('a search', () => {
  test('finds claims, actors and articles that hold all its words', async () => {
    expect(new Set(await slugs('toll'))).toEqual(
      new Set(['toll-planned', 'toll-fair', 'no-toll', 'toll-report', 'toll-denial']),
    );
    expect(new Set(await slugs('ministry'))).toEqual(
      new Set(['ministry', 'insiders', 'toll-planned', 'toll-report', 'toll-denial']),
    );
    expect(new Set(await slugs('ministry plans'))).toEqual(
      new Set(['toll-planned', 'toll-report', 'toll-denial']),
    );
    expect(await slugs('paper of record')).toEqual(['gazette']);
    expect(await slugs('MAUT neu')).toEqual(['maut-neu']);
    expect(await slugs('nothing of the sort')).toEqual([]);
  });

  test('finds a word by any of its forms, and marks what stands there', async () => {
    const planned = await slugs('plan toll', ', in: [CLAIM, ARTICLE]');
    expect(new Set(planned)).toEqual(new Set(['toll-planned', 'toll-report', 'toll-denial']));
    for (const form of ['plans', 'planned', 'PLANNING'])
      expect(await slugs(`${form} tolls`, ', in: [CLAIM, ARTICLE]')).toEqual(planned);

    const { data } = await graph.ask(
      '{ search(query: "planning", in: [CLAIM]) { edges { highlights { text matches { start end } } } } }',
    );
    const [{ text, matches }] = data.search.edges[0].highlights;
    expect(matches.map(({ start, end }: Record<string, number>) => text.slice(start, end))).toEqual(
      ['plans'],
    );
  });

  test('finds what holds any of its words where nothing holds them all, and says so', async () => {
    const asked = (query: string, after: string | null = null) =>
      graph.ask(
        `query($query: String!, $after: String) { search(query: $query, first: 2, after: $after) {
          matched totalCount nodes ${found} pageInfo { hasNextPage endCursor } } }`,
        { query, after },
      );
    const all = await slugs('toll xylophone');
    expect(new Set(all)).toEqual(new Set(await slugs('toll')));

    const walked: string[] = [];
    let after: string | null = null;
    do {
      const { data }: Awaited<ReturnType<typeof asked>> = await asked('toll xylophone', after);
      const { search } = data;
      expect([search.matched, search.totalCount]).toEqual(['ANY_WORD', all.length]);
      walked.push(...search.nodes.map(({ slug }: { slug: string }) => slug));
      after = search.pageInfo.hasNextPage ? search.pageInfo.endCursor : null;
    } while (after !== null);
    expect(walked).toEqual(all);

    for (const query of ['toll', 'xylophone', 'is of the', '', '!'])
      expect((await asked(query)).data.search.matched, query).toBe('ALL_WORDS');
  });

  test('finds its last word by its beginning as long as nothing stands behind it', async () => {
    const whole = [...(await slugs('minister')), ...(await slugs('ministry'))];
    expect(new Set(await slugs('minis'))).toEqual(new Set(whole));
    expect(await slugs('gazette rec')).toEqual(await slugs('gazette record'));
    expect(await slugs('rec gazette ')).toEqual(await slugs('gazette'));
    expect(await slugs('ministry plans')).not.toContain('minister');
  });

  test('as of a moment takes two statements more, whatever it finds', async () => {
    const asked = async (query: string, args = '') => {
      await graph.ask(
        `query($query: String!) { search(query: $query ${args}) { totalCount edges { highlights { text } node ${found} } } }`,
        { query },
      );
      return graph.statements.length;
    };

    for (const query of ['toll', 'toll xylophone', 'paper of record']) {
      const now = await asked(query);
      expect(await asked(query, ', asOf: "2100-01-01T00:00:00Z"'), query).toBe(now + 2);
    }
  });

  test('looks only where it is told to', async () => {
    expect(await slugs('ministry', ', in: [ACTOR]')).toEqual(
      expect.arrayContaining(['ministry', 'insiders']),
    );
    expect(await slugs('ministry', ', in: [CLAIM]')).toEqual(['toll-planned']);
    expect(await slugs('ministry', ', in: [CLAIM, ACTOR, CLAIM]')).toHaveLength(3);
    expect(await slugs('ministry', ', in: []')).toHaveLength(5);
  });

  test('puts the best first, and what a title holds before what a text holds', async () => {
    const { data } = await graph.ask(
      '{ search(query: "toll", in: [ARTICLE]) { edges { score node { ... on Article { slug } } } } }',
    );
    const scores = data.search.edges.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(scores[0]).toBeGreaterThan(0);
  });

  test('is read page by page', async () => {
    const all = await slugs('ministry');
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await graph.ask(
        `query($after: String) { search(query: "ministry", first: 2, after: $after) {
          edges { cursor node ${found} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
        } }`,
        { after },
      );
      const { edges, pageInfo } = data.search;
      expect(pageInfo.endCursor).toBe(edges.at(-1).cursor);
      expect(pageInfo.hasPreviousPage).toBe(after !== null);
      walked.push(...edges.map(({ node }: { node: { slug: string } }) => node.slug));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(walked).toEqual(all);
  });

  test('tells the best of each kind first, then the second of each, and so on', async () => {
    const { data } = await graph.ask(
      `{ search(query: "ministry") { edges { score node ${found} } } }`,
    );
    const kinds = data.search.edges.map(
      ({ node }: { node: { __typename: string } }) => node.__typename,
    );
    expect(kinds).toEqual(['Article', 'Actor', 'Claim', 'Article', 'Actor']);

    for (const kind of ['Article', 'Actor']) {
      const own = data.search.edges.filter(
        ({ node }: { node: { __typename: string } }) => node.__typename === kind,
      );
      expect(own[0].score).toBeGreaterThanOrEqual(own[1].score);
    }
  });

  test('goes on where it was, whatever was recorded meanwhile that it does not find', async () => {
    await using other = await openGraph(recordPress);
    const all = await slugs('ministry');
    const walked: string[] = [];
    for (let after: string | null = null, n = 0; n === 0 || after !== null; n += 1) {
      const { data } = await other.ask(
        `query($after: String) { search(query: "ministry", first: 1, after: $after) {
          nodes { ... on Article { slug } ... on Actor { slug } ... on Claim { slug } } pageInfo { hasNextPage endCursor }
        } }`,
        { after },
      );
      walked.push(...data.search.nodes.map(({ slug }: { slug: string }) => slug));
      after = data.search.pageInfo.hasNextPage ? data.search.pageInfo.endCursor : null;
      const title = `Quite another thing, and a long one, number ${n}`;
      await write(other.db, recordArticle, { title, language: 'en', text: `${title}.` });
      await write(other.db, recordActor, { name: title, kind: 'GROUP' });
    }
    expect(walked).toEqual(all);
  });

  test('refuses a cursor of another search, and a page that is too large', async () => {
    const { data } = await graph.ask(
      '{ search(query: "toll", first: 1) { pageInfo { endCursor } } }',
    );
    const after = data.search.pageInfo.endCursor;
    expect(
      await graph.codeOf(`{ search(query: "ministry", after: "${after}") { totalCount } }`),
    ).toBe('CURSOR_INVALID');
    expect(
      await graph.codeOf(
        `{ search(query: "toll", in: [CLAIM], after: "${after}") { totalCount } }`,
      ),
    ).toBe('CURSOR_INVALID');
    expect(await graph.codeOf('{ search(query: "toll", first: 101) { totalCount } }')).toBe(
      'BAD_USER_INPUT',
    );
    expect(await graph.codeOf(`{ search(query: "${'toll '.repeat(201)}") { totalCount } }`)).toBe(
      'BAD_USER_INPUT',
    );
  });

  test.each([
    '"',
    "'; drop table claims; --",
    'NEAR(toll planned, 2)',
    'title: toll',
    'toll AND NOT ministry OR',
    'toll*',
    '^toll',
    '{title body}: toll',
    '- + * ^ ( ) : . , { } [ ]',
    '\u0000toll',
    'toll\\',
    '🌉',
    '',
    `${'toll '.repeat(190)}`,
  ])('takes %j for nothing but words', async (query) => {
    const { errors } = await graph.ask(
      'query($query: String!) { search(query: $query) { totalCount edges { highlights { text } } } }',
      { query },
    );
    expect(errors).toBeUndefined();
  });

  test('takes operators for words', async () => {
    expect(await slugs('toll NOT bridgehead')).toEqual(await slugs('toll OR'));
    expect(await slugs('NEAR')).toEqual([]);
    expect(new Set(await slugs('plan*ned'))).toEqual(new Set(await slugs('plan')));
    expect(await slugs('toll, (planned)!', ', in: [ARTICLE]')).toEqual([
      'toll-report',
      'toll-denial',
    ]);
  });

  test('is at most one statement for each kind of thing found, and one for the excerpts', async () => {
    await graph.ask(
      `{ search(query: "ministry") { edges { score highlights { text } node ${found} } } }`,
    );
    expect(graph.statements).toHaveLength(5);
  });
});

describe('highlights', () => {
  interface Highlighted {
    readonly node: { readonly slug: string };
    readonly highlights: readonly {
      readonly field: string;
      readonly text: string;
      readonly matches: readonly { readonly start: number; readonly end: number }[];
    }[];
  }

  async function highlightsOf(query: string, role?: 'EDITOR'): Promise<Record<string, string[]>> {
    const { data } = await graph.ask(
      `query($query: String!) { search(query: $query) { edges { node ${found} highlights { field text matches { start end } } } } }`,
      { query },
      role,
    );
    const told = data.search.edges.map(({ highlights, node }: Highlighted) => [
      node.slug,
      highlights.flatMap(({ field, matches, text }) =>
        matches.map(({ end, start }) => `${field} ${text.slice(start, end)}`),
      ),
    ]);
    return Object.fromEntries(told);
  }

  test('say where the words stand', async () => {
    expect(await highlightsOf('ministry')).toMatchObject({
      ministry: ['NAME Ministry'],
      insiders: ['NAME ministry'],
      'toll-planned': ['TEXT ministry'],
    });
    expect(await highlightsOf('roads minister')).toEqual({
      minister: ['NAME Minister', 'DESCRIPTION Minister', 'DESCRIPTION roads'],
    });
  });

  test('come from an article’s text only for those who may read it', async () => {
    const stranger = await highlightsOf('ministry');
    expect(stranger['toll-report']).toEqual([]);
    expect(stranger['toll-denial']).toEqual(['TITLE ministry', 'TEXT ministry']);
    const editor = await highlightsOf('ministry', 'EDITOR');
    expect(editor['toll-report']).toEqual(['TEXT ministry', 'TEXT ministry']);
  });
});
