import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordFiltered } from '../graph/every-filter.ts';
import { type OpenGraph, openGraph } from '../graph/open-graph.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordFiltered);
});
afterAll(() => graph[Symbol.asyncDispose]());

const quoted = 'slug evidence { quote }';

/** Questions of the whole record, and by how many statements each is answered at most, however much there is to tell. */
test.each([
  ['claims { nodes { replies { actor { slug } state stance { slug } } concerns { slug } } }', 4],
  ['claims { nodes { timeline { nodes { at from to } } } }', 2],
  ['claims { nodes { timeline { nodes { at because { id } } } } }', 12],
  [`claims { nodes { saidAgain { nodes { ${quoted} turnedFrom { slug } } } } }`, 5],
  [`actors { nodes { reversals { nodes { earlier { ${quoted} } later { ${quoted} } } } } }`, 6],
  ['actors { nodes { splits { nodes { stance { slug } spoken { slug } } } } }', 4],
  ['claims(filter: { disputedBy: { slug: "agency" } }) { nodes { slug } }', 1],
  ['claims(filter: { concerns: { slug: "courier" } }) { nodes { slug } }', 1],
  ['claims(filter: { awaitingReply: true }) { nodes { slug } }', 1],
  ['claims(orderBy: { field: MOST_DISPUTED }) { nodes { slug } }', 1],
  ['claims(asOf: "2040-01-01T00:00:00Z") { nodes { slug standing { status summary } } }', 4],
  [
    'claims(asOf: "2040-01-01T00:00:00Z", filter: { status: DISPUTED }) { nodes { slug } totalCount }',
    3,
  ],
  [
    'claims(asOf: "2040-01-01T00:00:00Z", filter: { disputedBy: { slug: "agency" } }) { nodes { slug } }',
    2,
  ],
  [
    `claim(by: { slug: "free-rides" }, asOf: "2040-01-01T00:00:00Z") { stances { nodes { ${quoted} } } }`,
    4,
  ],
  [`stances(asOf: "2040-01-01T00:00:00Z") { nodes { ${quoted} actor { slug } } }`, 4],
  ['articles(asOf: "2040-01-01T00:00:00Z") { nodes { slug outlet { slug } } }', 3],
  ['actors(asOf: "2040-01-01T00:00:00Z", orderBy: { field: NAME }) { nodes { name } }', 2],
  [
    'compareActors(actors: [{ slug: "agency" }, { slug: "minister" }]) { nodes { stances { slug } } }',
    4,
  ],
])('%s is answered by a few statements', async (question, most) => {
  const { errors } = await graph.ask(`{ ${question} }`);

  expect(errors).toBeUndefined();
  expect(graph.statements.length).toBeGreaterThan(0);
  expect(graph.statements.length).toBeLessThanOrEqual(most);
});
