import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { recordArticle } from '../../../db/commands/record-article.ts';
import { withdrawArticle } from '../../../db/commands/withdraw-article.ts';
import { likenessesAmong, textsOfArticles } from '../../../db/queries/likeness.ts';
import { NearTexts } from '../../kit/near-texts.ts';
import { write } from '../../kit/owner.ts';
import { type OpenGraph, openGraph } from '../graph/open-graph.ts';

const wire = new NearTexts(1).words(200).join(' ');
const stories = {
  morning: { text: wire, publishedAt: Date.UTC(2026, 0, 2, 8) },
  // The first that was published, and the last but two that is recorded.
  reprint: { text: `HARBOUR, Friday — ${wire}`, publishedAt: Date.UTC(2026, 0, 3) },
  agency: { text: `${wire} (ends)`, publishedAt: Date.UTC(2026, 0, 1), outlet: { slug: 'agency' } },
  undated: { text: wire, outlet: { slug: 'agency' } },
  undatedToo: { text: `Again: ${wire}` },
  forged: { text: `${wire} Forged.`, publishedAt: Date.UTC(2025, 0, 1) },
  alone: { text: 'A text of its own.', publishedAt: Date.UTC(2026, 0, 1) },
};

async function recordStories(db: Database): Promise<void> {
  await write(db, recordActor, { slug: 'agency', name: 'The agency', kind: 'OUTLET' });
  for (const [name, story] of Object.entries(stories)) {
    const told = { slug: name.toLowerCase(), title: name, language: 'en', ...story };
    await write(db, recordArticle, told);
  }
  await write(db, withdrawArticle, { article: { slug: 'forged' }, reason: 'A forgery.' });
}

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordStories);
});
afterAll(() => graph[Symbol.asyncDispose]());

interface Named {
  readonly slug: string;
}

test('an article is a copy of the one issued first, an undated one behind all others, and a forged one no model', async () => {
  const { data } = await graph.ask(
    '{ articles(orderBy: { field: RECORDED_AT, direction: ASC }) { nodes { slug copyOf { slug } } } }',
  );

  expect(data.articles.nodes).toEqual([
    { slug: 'morning', copyOf: { slug: 'agency' } },
    { slug: 'reprint', copyOf: { slug: 'agency' } },
    { slug: 'agency', copyOf: null },
    { slug: 'undated', copyOf: { slug: 'agency' } },
    { slug: 'undatedtoo', copyOf: { slug: 'agency' } },
    { slug: 'alone', copyOf: null },
  ]);
  expect(graph.statements).toHaveLength(2);
});

test('the copies of an article are all that it is alike to, the newest record first', async () => {
  const { data } = await graph.ask(
    `{ articles { nodes { slug copies { totalCount nodes { slug } } } } }`,
  );
  const copies = Object.fromEntries(
    data.articles.nodes.map(({ slug, copies }: Named & { copies: { nodes: Named[] } }) => [
      slug,
      copies.nodes.map((copy) => copy.slug),
    ]),
  );

  expect(copies).toEqual({
    morning: ['undatedtoo', 'undated', 'agency', 'reprint'],
    reprint: ['undatedtoo', 'undated', 'agency', 'morning'],
    agency: ['undatedtoo', 'undated', 'reprint', 'morning'],
    undated: ['undatedtoo', 'agency', 'reprint', 'morning'],
    undatedtoo: ['undated', 'agency', 'reprint', 'morning'],
    alone: [],
  });
});

test('of some articles it is told which texts they have, and which of these are alike', async () => {
  const keys = { articles: JSON.stringify([1, 2, 4, 7]) };

  const texts = await graph.db.reader.read(textsOfArticles, keys);
  const pairs = await graph.db.reader.read(likenessesAmong, keys);

  const [morning, reprint, undated, alone] = texts.map(({ text }) => text);
  expect(texts.map(({ article }) => article)).toEqual([1, 2, 4, 7]);
  expect(undated).toBe(morning);
  expect(new Set([morning, reprint, alone]).size).toBe(3);
  expect(pairs.map(({ one, other }) => [one, other])).toEqual([[morning, reprint]]);
});

test('copies are read page by page, and a withdrawn article tells its own', async () => {
  const page = `copies(first: 2, after: $after) { totalCount nodes { slug } pageInfo { hasNextPage endCursor } }`;
  const query = `query ($after: String) { article(by: { slug: "forged" }) { copyOf { slug } ${page} } }`;

  const { data } = await graph.ask(query);
  const { endCursor } = data.article.copies.pageInfo;
  const { data: more } = await graph.ask(query, { after: endCursor });

  expect(data.article).toMatchObject({
    copyOf: null,
    copies: { totalCount: 5, nodes: [{ slug: 'undatedtoo' }, { slug: 'undated' }] },
  });
  expect(more.article.copies).toMatchObject({
    nodes: [{ slug: 'agency' }, { slug: 'reprint' }],
    pageInfo: { hasNextPage: true },
  });
});
