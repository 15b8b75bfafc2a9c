import FileDatabase from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBulk } from '../../bench/record/bulk.ts';
import { generateRecord } from '../../bench/record/generate.ts';
import { type OpenGraph, openGraph } from './open-graph.ts';

const claims = 2000;

let graph: OpenGraph;
let file: FileDatabase.Database;
beforeAll(async () => {
  graph = await openGraph(async (_db, path) => {
    const bulk = openBulk(path);
    generateRecord(bulk, claims);
    bulk.close();
  });
  file = new FileDatabase(graph.path);
}, 120_000);
afterAll(async () => {
  file.close();
  await graph[Symbol.asyncDispose]();
});

interface Cost {
  readonly nsort: number;
  readonly nstep: number;
}

/** What SQLite did for the statements of the last question. */
function costs(): readonly Cost[] {
  return graph.statements.map(({ text, values }) => {
    const statement = file.prepare(text).raw(true);
    statement.get([...values]);
    // A prepared statement is counted until it is let go of, so the newest is the one just run.
    const counted: unknown[] = file
      .prepare('select nsort, nstep from sqlite_stmt where sql = ? and run = 1')
      .raw(true)
      .all([text]);
    const [row] = counted;
    if (!Array.isArray(row)) throw new Error(`SQLite did not count ${text}`);
    return { nsort: Number(row[0]), nstep: Number(row[1]) };
  });
}

/** The cost of a list's page that begins after `after`. */
async function pageCost(
  list: string,
  args: string,
  { after = null, first = 20 }: { after?: string | null; first?: number } = {},
): Promise<Cost & { end: string | null }> {
  const { data, errors } = await graph.ask(
    `query($after: String) { ${list}(first: ${first}, after: $after, ${args}) { nodes { id } pageInfo { endCursor hasNextPage } } }`,
    { after },
  );
  expect(errors).toBeUndefined();
  const [cost] = costs();
  if (cost === undefined) throw new Error('The list was read by no statement.');
  const { endCursor, hasNextPage } = data[list].pageInfo;
  return { ...cost, end: hasNextPage ? endCursor : null };
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
  for (const cost of costs()) expect(cost.nstep).toBeLessThan(2000);
});

test('the first of each parent are read without reading all of its children', async () => {
  await graph.ask(
    '{ actors(first: 50, orderBy: { field: RECORDED_AT, direction: ASC }) { nodes { stances(first: 3) { nodes { kind } } } } }',
  );
  const [, stances] = costs();
  expect(stances?.nstep).toBeLessThan(50 * 4 * 30);
});
