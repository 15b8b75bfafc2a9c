import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenGraph, openGraph } from './open-graph.ts';
import { recordPress } from './press.ts';

let graph: OpenGraph;
beforeAll(async () => {
  graph = await openGraph(recordPress);
});
afterAll(() => graph[Symbol.asyncDispose]());

/** The slugs of all that a list holds, and how many it counts. */
async function slugs(list: string, args: string): Promise<string[]> {
  const { data, errors } = await graph.ask(
    `{ ${list}(first: 100, ${args}) { totalCount nodes { slug } } }`,
  );
  expect(errors).toBeUndefined();
  const found = data[list].nodes.map(({ slug }: { slug: string }) => slug);
  expect(data[list].totalCount).toBe(found.length);
  return found;
}

const allClaims = ['bridge-old', 'no-toll', 'free-rides', 'toll-fair', 'toll-planned'];

describe('claims', () => {
  const filters: [string, string[]][] = [
    ['{}', allClaims],
    ['{ status: DISPUTED }', ['toll-fair', 'toll-planned']],
    ['{ kind: COMMITMENT }', ['no-toll', 'free-rides']],
    ['{ topic: "taxes" }', ['toll-fair', 'toll-planned']],
    ['{ topic: "roads", kind: POSITION }', []],
    ['{ language: "de" }', ['free-rides']],
    ['{ article: { slug: "toll-denial" } }', ['no-toll', 'toll-planned']],
    ['{ outlet: { wikidataId: "Q100" } }', ['no-toll', 'toll-planned']],
    ['{ happenedAfter: "2026-01-06" }', ['free-rides', 'toll-planned']],
    ['{ happenedAfter: "2026-01-07" }', ['free-rides']],
    ['{ happenedBefore: "2026-01-06" }', ['no-toll', 'toll-planned']],
    ['{ happenedBefore: "2026-01-05" }', ['no-toll']],
    ['{ onlyUnnamedSources: true }', ['toll-fair', 'toll-planned']],
    ['{ onlyUnnamedSources: false, status: ASSERTED }', ['bridge-old', 'no-toll', 'free-rides']],
    ['{ stances: [] }', allClaims],
    ['{ stances: [{}] }', allClaims],
    ['{ stances: [{ actor: { slug: "minister" } }] }', ['no-toll', 'free-rides', 'toll-fair']],
    ['{ stances: [{ polarity: AGAINST }] }', ['toll-fair', 'toll-planned']],
    [
      '{ stances: [{ actor: { slug: "minister" }, polarity: FOR }, { polarity: AGAINST }] }',
      ['toll-fair'],
    ],
    [
      '{ stances: [{ polarity: AGAINST }, { actor: { slug: "minister" }, kind: SUPPORTS }] }',
      ['toll-fair'],
    ],
    ['{ stances: [{ kind: REPORTS, outlet: { slug: "gazette" } }] }', ['toll-planned']],
    ['{ stances: [{ via: { slug: "insiders" } }] }', ['toll-fair', 'toll-planned']],
    ['{ stances: [{ actor: { slug: "agency" }, polarity: AGAINST }] }', []],
    ['{ stances: [{ withdrawn: true }] }', []],
    ['{ noStances: { polarity: AGAINST } }', ['bridge-old', 'no-toll', 'free-rides']],
    ['{ noStances: {} }', []],
    [
      '{ stances: [{ actor: { slug: "minister" } }], noStances: { certainty: FIRM } }',
      ['no-toll', 'toll-fair'],
    ],
    ['{ topic: "taxes", stances: [{ actor: { slug: "unions" } }] }', ['toll-fair']],
    ['{ review: VERIFIED }', allClaims],
    ['{ status: null, kind: FACT }', ['bridge-old', 'toll-planned']],
  ];
  test.each(filters)('claims(filter: %s)', async (filter, expected) => {
    expect(await slugs('claims', `filter: ${filter}`)).toEqual(expected);
  });

  test('are selected by when they were recorded', async () => {
    const { data } = await graph.ask('{ claim(by: { slug: "free-rides" }) { recordedAt } }');
    const at = JSON.stringify(data.claim.recordedAt);
    expect(await slugs('claims', `filter: { recordedAfter: ${at} }`)).toEqual([
      'bridge-old',
      'no-toll',
    ]);
    expect(await slugs('claims', `filter: { recordedBefore: ${at} }`)).toEqual([
      'toll-fair',
      'toll-planned',
    ]);
    expect(await slugs('claims', 'filter: { recordedBefore: "2001-01-01T00:00:00Z" }')).toEqual([]);
    expect(await slugs('claims', 'filter: { recordedAfter: "2001-01-01T00:00:00Z" }')).toEqual(
      allClaims,
    );
  });

  test('are selected by when the stances on them were recorded', async () => {
    const { data } = await graph.ask(
      '{ stances(filter: { kind: SUPPORTS }) { nodes { recordedAt } } }',
    );
    const at = JSON.stringify(data.stances.nodes[0].recordedAt);
    const later = ['bridge-old', 'no-toll', 'free-rides'];
    expect(await slugs('claims', `filter: { stances: [{ recordedAfter: ${at} }] }`)).toEqual([
      ...later,
      'toll-fair',
    ]);
    expect(await slugs('claims', `filter: { noStances: { recordedBefore: ${at} } }`)).toEqual([
      ...later,
      'toll-fair',
    ]);
  });
});

describe('stances', () => {
  const all = [
    'agency-confirms',
    'minister-rules-out',
    'minister-promises',
    'unions-oppose',
    'minister-supports',
    'ministry-denies',
    'gazette-reports',
    'insiders-assert',
  ];
  const filters: [string, string[]][] = [
    ['{}', all],
    ['{ claim: { slug: "toll-fair" } }', ['unions-oppose', 'minister-supports']],
    [
      '{ actor: { slug: "minister" } }',
      ['minister-rules-out', 'minister-promises', 'minister-supports'],
    ],
    ['{ kind: DENIES }', ['ministry-denies']],
    ['{ polarity: AGAINST }', ['unions-oppose', 'ministry-denies']],
    ['{ certainty: FIRM }', ['minister-promises', 'ministry-denies']],
    ['{ hearsay: true }', ['minister-supports']],
    ['{ article: { slug: "toll-denial" } }', ['minister-rules-out', 'ministry-denies']],
    [
      '{ article: { url: "https://gazette.example/toll?page=1" }, polarity: RELAYED }',
      ['gazette-reports'],
    ],
    ['{ outlet: { slug: "courier" } }', ['minister-rules-out', 'ministry-denies']],
    ['{ via: { slug: "insiders" } }', ['minister-supports', 'insiders-assert']],
    ['{ saidAfter: "2026-01-10T00:00:00Z", claim: { slug: "toll-planned" } }', ['ministry-denies']],
    ['{ saidBefore: "2026-01-10T00:00:00Z" }', ['insiders-assert']],
    ['{ withdrawn: false }', all],
    ['{ withdrawn: true }', ['agency-slips']],
    ['{ review: VERIFIED, polarity: RELAYED }', ['gazette-reports']],
  ];
  test.each(filters)('stances(filter: %s)', async (filter, expected) => {
    expect(await slugs('stances', `filter: ${filter}`)).toEqual(expected);
  });

  test('are selected by when they were recorded', async () => {
    const { data } = await graph.ask(
      '{ stances(filter: { kind: SUPPORTS }) { nodes { recordedAt } } }',
    );
    const at = JSON.stringify(data.stances.nodes[0].recordedAt);
    const before = await slugs('stances', `filter: { recordedBefore: ${at} }`);
    const after = await slugs('stances', `filter: { recordedAfter: ${at} }`);
    expect([...after, 'minister-supports', ...before]).toEqual(all);
  });

  test('of a claim and of an actor are selected likewise', async () => {
    const { data } = await graph.ask(`{
      claim(by: { slug: "toll-planned" }) {
        against: stances(filter: { polarity: AGAINST }) { totalCount nodes { slug } }
        carried: stances(filter: { via: { slug: "insiders" } }) { totalCount nodes { slug } }
        all: stances { totalCount }
      }
      actor(by: { slug: "minister" }) {
        firm: stances(filter: { certainty: FIRM }) { totalCount nodes { slug } }
      }
    }`);
    expect(data.claim).toEqual({
      against: { totalCount: 1, nodes: [{ slug: 'ministry-denies' }] },
      carried: { totalCount: 1, nodes: [{ slug: 'insiders-assert' }] },
      all: { totalCount: 3 },
    });
    expect(data.actor.firm).toEqual({ totalCount: 1, nodes: [{ slug: 'minister-promises' }] });
  });
});

describe('articles', () => {
  const all = ['maut-neu', 'maut', 'toll-denial', 'toll-report'];
  const filters: [string, string[]][] = [
    ['{}', all],
    ['{ outlet: { slug: "gazette" } }', ['toll-report']],
    ['{ creditedTo: { slug: "agency" } }', ['toll-denial']],
    ['{ language: "de" }', ['maut-neu', 'maut']],
    ['{ publishedAfter: "2026-01-10T00:00:00Z" }', ['toll-denial']],
    ['{ publishedBefore: "2026-01-12T00:00:00Z" }', ['toll-report']],
    ['{ withdrawn: true }', ['hoax']],
    ['{ withdrawn: false }', all],
    ['{ recordedAfter: "2001-01-01T00:00:00Z" }', all],
    ['{ recordedBefore: "2001-01-01T00:00:00Z" }', []],
  ];
  test.each(filters)('articles(filter: %s)', async (filter, expected) => {
    expect(await slugs('articles', `filter: ${filter}`)).toEqual(expected);
  });
});

describe('actors', () => {
  const filters: [string, string[]][] = [
    ['{}', ['insiders', 'unions', 'minister', 'ministry', 'agency', 'courier', 'gazette']],
    ['{ kind: OUTLET }', ['agency', 'courier', 'gazette']],
    ['{ grantedBy: { slug: "gazette" } }', ['insiders']],
    ['{ recordedAfter: "2001-01-01T00:00:00Z", kind: GROUP }', ['unions']],
    ['{ recordedBefore: "2001-01-01T00:00:00Z" }', []],
  ];
  test.each(filters)('actors(filter: %s)', async (filter, expected) => {
    expect(await slugs('actors', `filter: ${filter}`)).toEqual(expected);
  });
});

describe('a filter that cannot be meant', () => {
  test.each([
    ['claims', '{ article: { id: "toll-report" } }', 'BAD_USER_INPUT'],
    [
      'claims',
      '{ stances: [{ actor: { id: "claim_01920000-0000-7000-8000-000000000000" } }] }',
      'BAD_USER_INPUT',
    ],
    ['claims', `{ stances: [${'{},'.repeat(11)}] }`, 'BAD_USER_INPUT'],
    ['stances', '{ actor: { slug: "a", id: "b" } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s(filter: %s) is refused', async (list, filter, code) => {
    expect(await graph.codeOf(`{ ${list}(filter: ${filter}) { totalCount } }`)).toBe(code);
  });

  test('comes as a variable, too', async () => {
    const query = 'query($filter: ClaimFilter) { claims(filter: $filter) { nodes { slug } } }';
    const { data } = await graph.ask(query, {
      filter: { stances: { actor: { slug: 'minister' } }, kind: 'POSITION' },
    });
    expect(data.claims.nodes).toEqual([{ slug: 'toll-fair' }]);
    expect(await graph.codeOf(query, { filter: { article: { slug: 'a', sha256: 'b' } } })).toBe(
      'BAD_USER_INPUT',
    );
    expect(await graph.codeOf(query, { filter: { article: { slug: null } } })).toBe(
      'BAD_USER_INPUT',
    );
  });
});
