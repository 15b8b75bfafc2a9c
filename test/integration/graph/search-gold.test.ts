import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { hostileTerms } from '../../attacks/hostile-terms.ts';
import { type GoldQuery, goldKept, goldShown } from '../../fixtures/search-gold/queries.ts';
import { goldLines } from '../../fixtures/search-gold/record.ts';
import { write } from '../../kit/owner.ts';
import { fileOf, imported } from '../interchange/files.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(async (db) => {
    await imported(db, fileOf(goldLines));
  });
});
afterAll(() => graph[Symbol.asyncDispose]());

const slug = '... on Article { slug } ... on Actor { slug } ... on Claim { slug }';

/** The queries that do not find what is right among their first five. */
async function missed(queries: readonly GoldQuery[]): Promise<readonly string[]> {
  const asked = queries.map(
    ([query], n) =>
      `q${n}: search(query: ${JSON.stringify(query)}, first: 5) { nodes { ${slug} } }`,
  );
  const found: string[] = [];
  for (let start = 0; start < asked.length; start += 10) {
    const { data, errors } = await graph.ask(`{ ${asked.slice(start, start + 10).join(' ')} }`);
    expect(errors).toBeUndefined();
    for (const [n, [query, right]] of queries.slice(start, start + 10).entries()) {
      const slugs = data[`q${start + n}`].nodes.map((node: { slug: string }) => node.slug);
      if (!slugs.includes(right)) found.push(`${query}: ${slugs}`);
    }
  }
  return found;
}

const excerpts = `edges { node { ${slug} } highlights { field text matches { start end } } }`;

interface Excerpt {
  readonly field: string;
  readonly text: string;
  readonly matches: readonly { readonly start: number; readonly end: number }[];
}

/** What is marked of each thing that is found. */
async function marked(query: string): Promise<Record<string, readonly string[]>> {
  const { data } = await graph.ask(
    `query($query: String!) { search(query: $query) { ${excerpts} } }`,
    {
      query,
    },
  );
  type Edge = { readonly node: { readonly slug: string }; readonly highlights: readonly Excerpt[] };
  return Object.fromEntries(
    data.search.edges.map(({ node, highlights }: Edge) => [
      node.slug,
      highlights.flatMap(({ field, matches, text }) =>
        matches.map(({ start, end }) => `${field} ${text.slice(start, end)}`),
      ),
    ]),
  );
}

describe('a search of a small record in several scripts', () => {
  test('finds what is right among the first five, by the queries that it was made by', async () => {
    expect(await missed(goldShown)).toEqual([]);
  });

  test('and by those that were held back', async () => {
    // A plural that no ending tells.
    expect(await missed(goldKept)).toEqual(['wolf: ']);
  });

  test('marks what it finds inside a run of letters', async () => {
    expect(await marked('大桥')).toEqual({
      'zh-report': ['TITLE 大桥'],
      'zh-bridge': ['TEXT 大桥'],
    });
    expect(await marked('破产')).toEqual({ 'zh-report': ['TEXT 破产'] });
    expect(await marked('ท่าเรือ')).toMatchObject({ 'th-port': ['TEXT ท่าเรือ'] });
  });

  test('tells names before aliases, and these before what describes somebody', async () => {
    const names = await marked('grushko');

    expect(Object.entries(names)).toEqual([
      ['volodymyr-hrushko', ['DESCRIPTION Grushko']],
      ['grushko-aide', ['DESCRIPTION Grushko', 'DESCRIPTION Grushko']],
    ]);
  });

  test('finds a part of a run only in what its asker may read', async () => {
    const article = { title: '码头新闻', language: 'zh', text: '审计员发现了砾石的发票。' };
    await write(graph.db, recordArticle, { ...article, slug: 'zh-private' });

    const found = async (query: string, role?: 'EDITOR') =>
      (
        await graph.ask(
          `{ search(query: "${query}", in: [ARTICLE]) { nodes { ${slug} } } }`,
          {},
          role,
        )
      ).data.search.nodes;
    expect(await found('头新')).toEqual([{ slug: 'zh-private' }]);
    for (const words of ['砾石', '审计员', '砾石 发票']) {
      expect(await found(words)).toEqual([]);
      expect(await found(words, 'EDITOR')).toEqual([{ slug: 'zh-private' }]);
    }
  });

  test('fails for none of the hostile terms', async () => {
    for (const query of hostileTerms) {
      const { errors } = await graph.ask(
        `query($query: String!) { search(query: $query) { totalCount ${excerpts} } }`,
        { query },
      );
      expect([query, errors]).toEqual([query, undefined]);
    }
  });
});
