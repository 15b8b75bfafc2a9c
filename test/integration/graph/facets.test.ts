import Sqlite from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plansOf } from '../../kit/plans.ts';
import { recordFiltered } from './every-filter.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { costOf } from './statement-cost.ts';

let graph: OpenGraph;
let large: OpenGraph;
const inAll = 10_050;
beforeAll(async () => {
  graph = await openGraph(recordFiltered);
  // So many claims that nobody has a stance on, the first fifty of another kind.
  large = await openGraph(async (_db, path) => {
    const file = new Sqlite(path);
    file.exec(`begin;
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${inAll})
      insert into claims (key, id, slug, text, kind, language, topics, review, recorded_at, public_at, listed, status,
          only_unnamed_sources, standing_changed_at)
        select i, format('claim_%08x-0000-7000-8000-000000000000', i), 'claim-' || i, 'Number ' || i,
          iif(i <= 50, 'POSITION', 'FACT'), 'en', '["numbers"]', 'VERIFIED', i, i, 1, 'ASSERTED', 0, i from n;
      insert into claim_topics (topic, claim) select 'numbers', key from claims;
      commit`);
    file.close();
  });
}, 60_000);
afterAll(() => Promise.all([graph, large].map((each) => each[Symbol.asyncDispose]())));

interface Counted {
  readonly key: string;
  readonly label: string;
  readonly count: number;
}

const facetsOf = async (list: string, by: string): Promise<readonly Counted[]> => {
  const { data, errors } = await graph.ask(`{ ${list} { facets(by: ${by}) { key label count } } }`);
  expect(errors).toBeUndefined();
  return data[list].facets;
};

const monthAfter = (month: string): string => {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 0)).toISOString();
};
const withinMonth = (name: string) => (month: string) => {
  const start = new Date(Date.parse(`${month}-01`) - 1).toISOString();
  return `${name}After: "${start}", ${name}Before: "${monthAfter(month)}"`;
};
const named = (key: string) => (slug: string) => `${key}: { slug: "${slug}" }`;
const onCounting = (filter: (key: string) => string) => (key: string) =>
  `stances: [{ ${filter(key)} }]`;

/** By list and facet, the filter that selects the entries of a value, where there is one. */
const drilled: readonly (readonly [string, string, (key: string) => string])[] = [
  ['claims', 'ACTOR', onCounting(named('actor'))],
  ['claims', 'OUTLET', named('outlet')],
  ['claims', 'TOPIC', (topic) => `topic: "${topic}"`],
  ['claims', 'STATUS', (status) => `status: ${status}`],
  ['claims', 'KIND', (kind) => `kind: ${kind}`],
  ['claims', 'MONTH_SAID', onCounting(withinMonth('said'))],
  ['claims', 'MONTH_RECORDED', withinMonth('recorded')],
  ['stances', 'ACTOR', named('actor')],
  ['stances', 'OUTLET', named('outlet')],
  ['stances', 'KIND', (kind) => `kind: ${kind}`],
  ['stances', 'MONTH_SAID', withinMonth('said')],
  ['stances', 'MONTH_RECORDED', withinMonth('recorded')],
  ['articles', 'OUTLET', named('outlet')],
  ['articles', 'MONTH_SAID', withinMonth('published')],
  ['articles', 'MONTH_RECORDED', withinMonth('recorded')],
];

test.each(drilled)('%s by %s: a filter for a value finds as many', async (list, by, filterFor) => {
  const facets = await facetsOf(list, by);

  expect(facets.length).toBeGreaterThan(0);
  expect(facets).toEqual(facets.toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1)));
  for (const { count, key } of facets) {
    const { data } = await graph.ask(`{ ${list}(filter: { ${filterFor(key)} }) { totalCount } }`);
    expect(data[list].totalCount, key).toBe(count);
  }
});

test('a value has a name that people read', async () => {
  expect((await facetsOf('claims', 'ACTOR')).find(({ key }) => key === 'ministry')?.label).toBe(
    'Ministry of Roads',
  );
  expect((await facetsOf('articles', 'MONTH_SAID'))[0]).toEqual({
    ...{ key: '2026-01', label: 'January 2026', count: 2 },
  });
  const { data } = await graph.ask(
    '{ stances(filter: { kind: NO_REPLY }) { facets(by: KIND) { key label } } }',
  );
  expect(data.stances.facets).toEqual([{ key: 'NO_REPLY', label: 'No reply' }]);
});

test('drafts are counted for those alone who may see them', async () => {
  const ask = (role?: 'EDITOR') =>
    graph.ask(
      '{ stances(filter: { review: DRAFT }) { totalCount facets(by: ACTOR) { key count } } }',
      {},
      role,
    );

  const { data } = await ask('EDITOR');
  expect(data.stances.facets.length).toBeGreaterThan(0);
  expect((await ask()).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  const facets = await facetsOf('stances', 'ACTOR');
  const listed = await graph.ask('{ stances { totalCount } }');
  expect(facets.reduce((sum, { count }) => sum + count, 0)).toBe(listed.data.stances.totalCount);
});

test.each([
  ['claims { nodes { slug } }', 1],
  ['claims { nodes { slug } facets(by: ACTOR) { key count } }', 2],
  ['claims { facets(by: ACTOR) { key } again: facets(by: ACTOR) { count } }', 2],
  ['claims { facets(by: ACTOR) { key } topics: facets(by: TOPIC) { key } }', 3],
  ['claims { nodes { stances { facets(by: ACTOR) { key count } } } }', 3],
  ['actors { nodes { claims { facets(by: STATUS) { key count } } } }', 3],
  ['articles { nodes { versions { facets(by: OUTLET) { key count } } } }', 4],
])('%s takes %i statements', async (query, statements) => {
  const { errors } = await graph.ask(`{ ${query} }`);

  expect(errors).toBeUndefined();
  expect(graph.statements).toHaveLength(statements);
});

test('the versions of each page are counted', async () => {
  const { data } = await graph.ask(
    '{ article(by: { slug: "maut" }) { versions(first: 1) { facets(by: OUTLET) { key count } } } }',
  );

  expect(data.article.versions.facets).toEqual([{ key: 'courier', count: 2 }]);
});

test.each([
  ['articles { facets(by: KIND) { key } }', 'BAD_USER_INPUT'],
  ['articles { facets(by: STATUS) { key } }', 'BAD_USER_INPUT'],
  ['claims { facets(by: KIND, first: 101) { key } }', 'BAD_USER_INPUT'],
])('%s is refused', async (query, code) => {
  expect(await graph.codeOf(`{ ${query} }`)).toBe(code);
});

const everyFacet = {
  claims: ['ACTOR', 'OUTLET', 'TOPIC', 'STATUS', 'KIND', 'MONTH_SAID', 'MONTH_RECORDED'],
  stances: ['ACTOR', 'OUTLET', 'TOPIC', 'STATUS', 'KIND', 'MONTH_SAID', 'MONTH_RECORDED'],
  articles: ['ACTOR', 'OUTLET', 'TOPIC', 'MONTH_SAID', 'MONTH_RECORDED'],
};

test.each(
  Object.entries(everyFacet).flatMap(([list, facets]) => facets.map((by) => [list, by] as const)),
)('no table is looked through to count %s by %s', async (list, by) => {
  await graph.ask(
    `{ ${list}(filter: { recordedAfter: "2000-01-01T00:00:00Z" }) { facets(by: ${by}) { key } } }`,
  );
  const [, counting] = graph.statements;
  if (counting === undefined) throw new Error('Nothing was counted.');

  const [plan] = plansOf(graph.path, [
    { ...counting, parameters: counting.values.map(() => ({ name: 'any' })) } as never,
  ]);

  expect(plan?.scans).toEqual([]);
});

test('a list is counted up to 10,000 entries, the first in its order, and no more are looked at', async () => {
  const file = new Sqlite(large.path);
  const { data } = await large.ask(`{
    newest: claims { totalCountIsExact facets(by: KIND) { key count } }
    oldest: claims(orderBy: { field: RECORDED_AT, direction: ASC }) { facets(by: KIND) { key count } }
    few: claims(filter: { kind: POSITION }) { totalCountIsExact facets(by: KIND) { key count } }
  }`);

  expect(data).toEqual({
    newest: { totalCountIsExact: false, facets: [{ key: 'FACT', count: 10_000 }] },
    oldest: {
      facets: [
        { key: 'FACT', count: 9_950 },
        { key: 'POSITION', count: 50 },
      ],
    },
    few: { totalCountIsExact: true, facets: [{ key: 'POSITION', count: 50 }] },
  });
  await large.ask('{ claims { facets(by: KIND) { key count } } }');
  const [, counting] = large.statements;
  expect(counting?.isAside).toBe(true);
  const { nstep } = costOf(file, counting ?? { text: '', values: [] });
  file.close();
  expect(nstep).toBeLessThan(600_000);
});

test('a record on a server is counted as one in a file', async () => {
  await using remote = await openGraph(recordFiltered, { isRemote: true });
  const query = `{
    claims { facets(by: ACTOR) { key label count } nodes { stances { facets(by: KIND) { key count } } } }
    topics { nodes { name claimCount } }
  }`;

  expect((await remote.ask(query)).data).toEqual((await graph.ask(query)).data);
});

test.each([
  ['claims', 'filter: { review: VERIFIED }, orderBy: { field: HAPPENED_FROM }'],
  ['claims', 'filter: { status: UNADDRESSED }, orderBy: { field: STANDING_CHANGED_AT }'],
  ['stances', 'filter: { review: DRAFT }, orderBy: { field: SAID_AT }'],
])('what editors alone list is counted in any order: %s by %s', async (list, args) => {
  const { data } = await graph.ask(
    `{ ${list}(${args}) { nodes { kind } facets(by: KIND) { key count } } }`,
    {},
    'EDITOR',
  );

  const { facets, nodes } = data[list];
  expect(nodes.length).toBeGreaterThan(0);
  for (const { count, key } of facets)
    expect(count).toBe(nodes.filter(({ kind }: { kind: string }) => kind === key).length);
  expect(facets.length).toBe(new Set(nodes.map(({ kind }: { kind: string }) => kind)).size);
});

test('topics are listed by name, with how many claims have each', async () => {
  const { data } = await graph.ask(`{
    claims(first: 100) { nodes { topics } }
    topics(first: 100) { totalCount nodes { name claimCount claimCountIsExact } }
  }`);

  const counts = new Map<string, number>();
  for (const topic of data.claims.nodes.flatMap(({ topics }: { topics: string[] }) => topics))
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted.length).toBeGreaterThan(1);
  expect(data.topics).toEqual({
    totalCount: sorted.length,
    nodes: sorted.map(([name, claimCount]) => ({ name, claimCount, claimCountIsExact: true })),
  });
});

test('topics are paged both ways, and hold those of readers’ lists alone', async () => {
  const page = async (args: string) =>
    (
      await graph.ask(
        `{ topics(${args}) { nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      )
    ).data.topics;
  const all = (await page('first: 100')).nodes;
  const forwards = [];
  for (let after = ''; ; ) {
    const { nodes, pageInfo } = await page(`first: 1 ${after}`);
    forwards.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    after = `after: "${pageInfo.endCursor}"`;
  }
  const backwards = [];
  for (let before = ''; ; ) {
    const { nodes, pageInfo } = await page(`last: 1 ${before}`);
    backwards.unshift(...nodes);
    if (!pageInfo.hasPreviousPage) break;
    before = `before: "${pageInfo.startCursor}"`;
  }
  expect(forwards).toEqual(all);
  expect(backwards).toEqual(all);
  const { endCursor } = (await page('last: 1')).pageInfo;
  expect((await page(`before: "${endCursor}"`)).nodes).toEqual(all.slice(0, -1));
  expect(await graph.codeOf(`{ claims(after: "${endCursor}") { nodes { slug } } }`)).toBe(
    'CURSOR_INVALID',
  );
});

test('a topic of many claims is passed over at one step, and its claims are counted up to 10,000', async () => {
  const { data } = await large.ask('{ topics { nodes { name claimCount claimCountIsExact } } }');
  await large.ask('{ topics { nodes { name } } }');
  const [listing] = large.statements;
  const file = new Sqlite(large.path);
  const { nstep } = costOf(file, listing ?? { text: '', values: [] });
  file.close();

  expect(data.topics.nodes).toEqual([
    { name: 'numbers', claimCount: 10_000, claimCountIsExact: false },
  ]);
  expect(nstep).toBeLessThan(500);
});
