import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CountedGraph, openCounted } from './statement-cost.ts';

const claims = 2000;

let graph: CountedGraph;
beforeAll(async () => {
  graph = await openCounted(claims);
}, 120_000);
afterAll(() => graph[Symbol.asyncDispose]());

/** The cost of a list's page that begins after `after`. */
async function pageCost(
  list: string,
  args: string,
  { after = null, first = 20 }: { after?: string | null; first?: number } = {},
): Promise<{ nsort: number; nstep: number; end: string | null }> {
  const { data, errors } = await graph.ask(
    `query($after: String) { ${list}(first: ${first}, after: $after, ${args}) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
    { after },
  );
  expect(errors).toBeUndefined();
  const [cost] = graph.costs();
  if (cost === undefined) throw new Error('The list was read by no statement.');
  const { endCursor, hasNextPage } = data[list].pageInfo;
  const { nsort, nstep } = cost;
  return { nsort, nstep, end: hasNextPage ? endCursor : null };
}

/** The last cursor that begins a whole page, as `first: 100` steps through the list. */
async function lastPage(list: string, args: string): Promise<string | null> {
  let after: string | null = null;
  for (;;) {
    const { end } = await pageCost(list, args, { after, first: 100 });
    if (end === null) return after;
    after = end;
  }
}

const lists: [string, string][] = [
  ['claims', ''],
  ['claims', 'orderBy: { field: RECORDED_AT, direction: ASC }'],
  ['claims', 'orderBy: { field: HAPPENED_FROM, direction: ASC }'],
  ['claims', 'orderBy: { field: HAPPENED_FROM, direction: DESC }'],
  ['claims', 'orderBy: { field: STANDING_CHANGED_AT, direction: DESC }'],
  ['claims', 'filter: { status: DISPUTED }'],
  [
    'claims',
    'filter: { status: DISPUTED }, orderBy: { field: STANDING_CHANGED_AT, direction: DESC }',
  ],
  ['claims', 'filter: { kind: FACT }'],
  ['claims', 'filter: { language: "en" }'],
  ['claims', 'filter: { onlyUnnamedSources: true }'],
  ['stances', ''],
  ['stances', 'orderBy: { field: SAID_AT, direction: ASC }'],
  ['stances', 'orderBy: { field: SAID_AT, direction: DESC }'],
  ['stances', 'filter: { polarity: AGAINST }'],
  ['stances', 'filter: { kind: REPORTS }'],
  ['stances', 'filter: { certainty: FIRM }'],
  ['stances', 'filter: { hearsay: true }'],
  ['stances', 'filter: { polarity: AGAINST }, orderBy: { field: SAID_AT, direction: DESC }'],
  [
    'claims',
    'filter: { kind: FACT, language: "en" }, orderBy: { field: HAPPENED_FROM, direction: DESC }',
  ],
  ['claims', 'orderBy: { field: MOST_DISPUTED, direction: DESC }'],
  ['articles', ''],
  ['articles', 'orderBy: { field: PUBLISHED_AT, direction: ASC }'],
  ['articles', 'orderBy: { field: PUBLISHED_AT, direction: DESC }'],
  ['actors', ''],
  ['actors', 'orderBy: { field: NAME, direction: ASC }'],
  ['actors', 'filter: { kind: PERSON }'],
];

test.each(lists)(
  '%s(%s) is read without sorting, as cheaply at its end as at its beginning',
  async (list, args) => {
    const first = await pageCost(list, args);
    const last = await pageCost(list, args, { after: await lastPage(list, args) });
    expect(first.nsort).toBe(0);
    expect(last.nsort).toBe(0);
    expect(last.nstep).toBeLessThanOrEqual(first.nstep * 1.2);
  },
);

test('a page of a rare actor’s claims, of a topic or of an actor’s stances is read without passing over all others', async () => {
  const { data } = await graph.ask(
    '{ actors(first: 100, orderBy: { field: RECORDED_AT, direction: ASC }) { nodes { slug claims(first: 0) { totalCount } } } claims(first: 1) { nodes { topics } } }',
  );
  const byClaims = [...data.actors.nodes].sort((a, b) => a.claims.totalCount - b.claims.totalCount);
  const often = JSON.stringify(byClaims.at(-1).slug);
  const [topic] = data.claims.nodes[0].topics;
  for (const filter of [
    `{ topic: ${JSON.stringify(topic)} }`,
    `{ stances: [{ actor: { slug: ${often} } }] }`,
    `{ stances: [{ actor: { slug: ${often} }, polarity: FOR }] }`,
    `{ stances: [{ actor: { slug: ${often} }, polarity: FOR }, { polarity: AGAINST }] }`,
  ]) {
    const cost = await pageCost('claims', `filter: ${filter}`);
    expect(cost.nsort, filter).toBe(0);
    expect(cost.nstep, filter).toBeLessThan(12_000);
  }
  await graph.ask(
    `{ actor(by: { slug: ${often} }) { claims { nodes { text } } stances { nodes { kind } } } }`,
  );
  for (const cost of graph.costs()) expect(cost.nstep).toBeLessThan(2000);
});

test('the first of each parent are read without reading all of its children', async () => {
  await graph.ask(
    '{ actors(first: 50, orderBy: { field: RECORDED_AT, direction: ASC }) { nodes { stances(first: 3) { nodes { kind } } } } }',
  );
  const [, stances] = graph.costs();
  expect(stances?.nstep).toBeLessThan(50 * 4 * 30);
});
