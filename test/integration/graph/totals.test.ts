import Sqlite from 'libsql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { costOf } from './statement-cost.ts';

const inAll = 10_050;

/** Of so many actors 10,000 are people, and the words of all of them are found by a search. */
let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(async (_db, path) => {
    const file = new Sqlite(path);
    file.exec(`begin;
      with recursive n(i) as (select 1 union all select i + 1 from n where i < ${inAll})
      insert into actors (key, id, slug, name, kind, aliases, recorded_at)
        select i, format('actor_%08x-0000-7000-8000-000000000000', i), 'actor-' || i, 'Somebody ' || i,
          iif(i <= 10000, 'PERSON', 'GROUP'), '[]', i from n;
      insert into events (type, noun, subject, at, visibility, payload)
        select 'ACTOR_ADDED', 'actor', key, key, 'PUBLIC', '{}' from actors;
      commit`);
    file.close();
  });
}, 60_000);
afterAll(() => graph[Symbol.asyncDispose]());

const counted = 'totalCount totalCountIsExact';

test('a list is counted up to 10,000, and tells whether that is all', async () => {
  const { data } = await graph.ask(`{
    all: actors { ${counted} }
    people: actors(filter: { kind: PERSON }) { ${counted} }
    groups: actors(filter: { kind: GROUP }) { ${counted} }
    claims { ${counted} }
    found: search(query: "Somebody") { ${counted} }
    one: search(query: "Somebody 7") { ${counted} }
    none: search(query: "!") { ${counted} }
    events: recordEvents { ${counted} }
    other: recordEvents(filter: { type: [CLAIM_ADDED] }) { ${counted} }
  }`);

  expect(data).toEqual({
    all: { totalCount: 10_000, totalCountIsExact: false },
    people: { totalCount: 10_000, totalCountIsExact: true },
    groups: { totalCount: 50, totalCountIsExact: true },
    claims: { totalCount: 0, totalCountIsExact: true },
    found: { totalCount: 10_000, totalCountIsExact: false },
    one: { totalCount: 1, totalCountIsExact: true },
    none: { totalCount: 0, totalCountIsExact: true },
    events: { totalCount: 10_000, totalCountIsExact: false },
    other: { totalCount: 0, totalCountIsExact: true },
  });
});

test('a list is counted once, whatever is asked of the number', async () => {
  await graph.ask(`{ actors { ${counted} again: totalCount } }`);

  expect(graph.statements).toHaveLength(2);
});

test('no more rows are counted than that', async () => {
  const file = new Sqlite(graph.path);
  await graph.ask('{ actors { totalCount } }');
  const [, count] = graph.statements;

  const { nstep } = costOf(file, count ?? { text: '', values: [] });

  file.close();
  expect(nstep).toBeGreaterThan(10_000);
  expect(nstep).toBeLessThan(150_000);
});
