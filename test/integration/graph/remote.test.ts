import { expect, test } from 'vitest';
import { openGraph } from './open-graph.ts';
import { recordPress } from './press.ts';

const everything = `query($after: String, $yes: Boolean!) {
  claims(first: 3, after: $after) {
    totalCount feedCursor pageInfo { hasNextPage endCursor }
    nodes {
      slug topics happenedFrom
      standing { status summary sides { actor { name } spokenBy { name } stance { slug evidence { quote } } } disputedVia { slug } since }
      past: standing(asOf: "2001-01-01T00:00:00Z") { status }
      stances(first: 2) { totalCount edges { cursor node { kind actor { name grantedBy { name } } saidIn { slug } evidence @include(if: $yes) { quote permalink article { title outlet { name } } attribution { name } onWordOf { name } } } } }
      articles { nodes { slug } }
      links { nodes { kind from { slug } to { slug } } }
    }
  }
  then: claims(first: 3, asOf: "2040-01-01T00:00:00Z") {
    totalCount
    nodes { slug standing { status summary } stances(first: 2) { nodes { kind evidence { quote attribution { name } } } } }
  }
  search(query: "toll") { edges { highlights { text } node { __typename ... on Claim { slug } ... on Article { slug outlet { name } } } } }
  nobody: claim(by: { slug: "nobody" }) { slug }
  actor(by: { slug: "minister" }) { affiliations { nodes { of { name } } } claims { nodes { slug } } }
}`;

test('a record on a server is read as one in a file, by as many statements', async () => {
  await using near = await openGraph(recordPress);
  await using far = await openGraph(recordPress, { isRemote: true });
  const variables = { yes: true };
  const here = await near.ask(everything, variables);
  const there = await far.ask(everything, variables);
  expect(here.errors).toBeUndefined();
  expect(there.errors).toBeUndefined();
  expect(timeless(there.data)).toEqual(timeless(here.data));
  expect(far.statements.length).toBe(near.statements.length);
});

test('what fails on a server is told with its place', async () => {
  await using far = await openGraph(recordPress, { isRemote: true });
  const { data, errors } = await far.ask(
    '{ claims(first: 1) { nodes { slug stances(first: 101) { totalCount } } } actors(first: 1) { nodes { slug } } }',
  );
  expect(data).toBeNull();
  expect(errors?.[0]).toMatchObject({
    path: ['claims', 'nodes', 0, 'stances'],
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

/** Both records hold the same, recorded at other moments. */
function timeless(data: unknown): unknown {
  return JSON.parse(
    JSON.stringify(data, (key, value) =>
      ['since', 'feedCursor'].includes(key) ? typeof value : value,
    ),
  );
}
