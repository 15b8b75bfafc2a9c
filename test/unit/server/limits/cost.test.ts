import { readFileSync } from 'node:fs';
import { getIntrospectionQuery, getOperationAST, isObjectType, Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../../schema/schema.ts';
import * as documents from '../../../../sdk/src/generated/documents.ts';
import { preparedQuestions } from '../../../../server/graphiql/questions.ts';
import { tabFiles } from '../../../../server/graphiql/tabs.ts';
import { costOf } from '../../../../server/limits/cost.ts';
import { pointsOf, type Variables } from '../../../../server/limits/cost-formula.ts';
import { defaultLimits } from '../../../../server/limits/limits.ts';
import {
  argumentWeights,
  countPoints,
  facetPoints,
  leafPoints,
  mutationPoints,
  objectPoints,
  requestPoints,
  rolePoints,
  rootPoints,
  statementPoints,
  weights,
} from '../../../../server/limits/weights.ts';
import { operations } from '../../../bench/operations/operations.ts';

const questions = await preparedQuestions();

const sdkDocuments = Object.entries(documents).flatMap(([name, document]) =>
  'definitions' in document ? [[name, document] as const] : [],
);

const object = objectPoints('Claim');
/** A claim with one scalar, and what a page of so many of them costs. */
const claim = object + leafPoints;
const pageOf = (entries: number) => rootPoints + object + entries * claim;

describe('an operation costs', () => {
  test('what a request does, and each field of the query, each object and each scalar', () => {
    expect(cost('{ __typename }')).toBeCloseTo(requestPoints + leafPoints);
    expect(inside('{ viewer { name role } }')).toBeCloseTo(rootPoints + object + 2 * leafPoints);
    expect(inside('{ a: viewer { name } b: viewer { name } }')).toBeCloseTo(
      2 * (rootPoints + claim),
    );
  });

  test('a facet as much as the list is looked at for it, and each value that it may tell', () => {
    const page = (fields: string) => inside(`{ claims(first: 0) { ${fields} } }`);

    const facets = page('facets(by: KIND, first: 8) { key }') - page('__typename') + leafPoints;

    expect(facets).toBeCloseTo(statementPoints + facetPoints + 8 * (object + leafPoints));
  });

  test('a page as large as it is asked for, and a page inside it for each of its entries', () => {
    expect(inside('{ claims(first: 7) { nodes { slug } } }')).toBeCloseTo(pageOf(7));
    expect(inside('{ claims(last: 7) { nodes { slug } } }')).toBeCloseTo(pageOf(7));
    expect(inside('{ claims { nodes { slug } } }')).toBeCloseTo(pageOf(20));
    expect(inside('{ claims(first: 3) { edges { node { slug } } } }')).toBeCloseTo(
      pageOf(3) + 3 * object,
    );
    expect(inside('{ claims(first: 3) { pageInfo { hasNextPage } } }')).toBeCloseTo(pageOf(1));
  });

  test('a statement for all that stand at one place, however many they are', () => {
    const nested = (claims: number, stances: number) =>
      inside(
        `{ claims(first: ${claims}) { nodes { slug stances(first: ${stances}) { nodes { kind } } } } }`,
      );

    expect(nested(3, 4)).toBeCloseTo(pageOf(3) + statementPoints + 3 * (object + 4 * claim));
    expect(nested(50, 0) - nested(0, 0)).toBeCloseTo(50 * (claim + object));
  });

  test('what has no pages once, where it stands', () => {
    const actors = (fields: string) =>
      inside(`{ stances(first: 5) { nodes { kind evidence { onWordOf { ${fields} } } } } }`);

    expect(actors('name slug') - actors('name')).toBeCloseTo(5 * leafPoints);
  });

  test('a short list as long as it is asked for', () => {
    const sides = (args: string) =>
      inside(`{ claim(by: { slug: "a" }) { standing { sides${args} { polarity } } } }`);

    expect(sides('(first: 20)')).toBeCloseTo(sides(''));
    expect(sides('(first: 3)') - sides('(first: 2)')).toBeCloseTo(claim);
    const similar = (args: string) => inside(`{ similarClaims(text: "a"${args}) { score } }`);
    expect(similar('')).toBeCloseTo(similar(', first: 5'));
  });

  test('as many nodes as there are ids', () => {
    const each = claim + (argumentWeights['Query.nodes']?.ids?.(['a']) ?? 0);
    const nodes = (ids: string) => inside(`{ nodes(ids: ${ids}) { id } }`);

    expect(nodes('["a", "b"]') - nodes('["a"]')).toBeCloseTo(each);
    expect(cost('query($i: [ID!]!) { nodes(ids: $i) { id } }', { i: ['a', 'b', 'c'] })).toBeCloseTo(
      cost('{ nodes(ids: ["a", "b", "c"]) { id } }'),
    );
  });

  test('what fragments and aliases ask for, wherever they stand', () => {
    const fragment = 'fragment F on Claim { stances(first: 2) { nodes { actor { name } } } }';
    const one = inside(`{ claim(by: { slug: "a" }) { ...F } } ${fragment}`);

    expect(
      inside(
        `{ a: claim(by: { slug: "a" }) { ...F } b: claim(by: { slug: "b" }) { ...F } } ${fragment}`,
      ),
    ).toBeCloseTo(2 * one);
  });

  test('of what an object may be, what is dearest', () => {
    const node = (fields: string) => inside(`{ node(id: "a") { ${fields} } }`);
    const ofClaim = '... on Claim { text slug kind }';
    const ofActor = '... on Actor { name }';

    expect(node(`${ofActor} ${ofClaim}`)).toBeCloseTo(node(ofClaim));
    expect(node(`id ${ofActor} ${ofClaim}`)).toBeCloseTo(node(`id ${ofClaim}`));
    expect(node(`... on Node { ${ofActor} ${ofClaim} }`)).toBeCloseTo(node(ofClaim));
  });

  test('nothing for what is left out', () => {
    const page = (directive: string, variables: Variables = {}) =>
      cost(
        `query($w: Boolean = false) { claims(first: 2) { nodes { slug } totalCount ${directive} } }`,
        variables,
      );
    const without = cost('{ claims(first: 2) { nodes { slug } } }');

    expect(page('@include(if: $w)')).toBeCloseTo(without);
    expect(page('@include(if: false)')).toBeCloseTo(without);
    expect(page('@skip(if: true)')).toBeCloseTo(without);
    expect(page('@include(if: $w)', { w: true })).toBeCloseTo(page(''));
    expect(page('')).toBeCloseTo(without + statementPoints + countPoints + leafPoints);
  });

  test('more where a field is more work', () => {
    const ofClaims = (field: string) =>
      inside(`{ claims(first: 10) { nodes { slug ${field} } } }`) - pageOf(10);
    const summary = weights['Standing.summary']?.each ?? 0;
    const reason = weights['Claim.withdrawnReason']?.each ?? 0;

    expect(ofClaims('standing { summary }') - ofClaims('standing { status }')).toBeCloseTo(
      10 * summary,
    );
    expect(ofClaims('withdrawnReason')).toBeCloseTo(10 * (leafPoints + rolePoints + reason));
    const asOf = ofClaims('standing(asOf: "2026-11-10T00:00:00Z") { status }');
    expect(asOf).toBeGreaterThan(ofClaims('standing { status }') + 100);
    expect(ofClaims('standing(asOf: null) { status }')).toBeCloseTo(
      ofClaims('standing { status }'),
    );
  });

  test('of the schema what there is to tell of it', () => {
    const all = (fields: string) => inside(`{ __schema { types { ${fields} } } }`);
    const fields = 'fields { name }';

    expect(all(`a: ${fields} b: ${fields}`) - all(`a: ${fields}`)).toBeGreaterThan(100);
    expect(inside('{ __type(name: "Claim") { fields { name } } }')).toBeGreaterThan(10);
  });

  test('a change by what is told with it', () => {
    const change = (input: object) =>
      cost('mutation($input: RecordClaimInput!) { recordClaim(input: $input) { __typename } }', {
        input,
      });
    const told = { kind: 'FACT', language: 'en', text: 'It rained.' };

    expect(change(told)).toBeGreaterThan(mutationPoints);
    expect(change({ ...told, stances: [{}, {}] }) - change(told)).toBeGreaterThan(200);
    expect(change({ ...told, text: 'x'.repeat(10_000) }) - change(told)).toBeGreaterThan(100);
  });
});

describe('the size of a page may come', () => {
  const query = 'query($n: Int, $m: Int) { claims(first: $n, last: $m) { nodes { slug } } }';
  const nodes = (variables: Variables, document = query) =>
    Math.round((cost(document, variables) - requestPoints - pageOf(0)) / claim);

  test('in a variable', () => {
    expect(nodes({ n: 7 })).toBe(7);
    expect(nodes({ m: 8 })).toBe(8);
    expect(nodes({ n: null, m: 8 })).toBe(8);
  });

  test('by its default', () => {
    const five = 'query($n: Int = 5) { claims(first: $n) { nodes { slug } } }';

    expect(nodes({})).toBe(20);
    expect(nodes(null)).toBe(20);
    expect(nodes({ n: null }, five)).toBe(20);
    expect(nodes({}, five)).toBe(5);
  });

  test.each([-1, 101, 2 ** 31, 1e300, Number.NaN, '7', {}, [7], true])(
    'but %s is no size, and counts as the largest',
    (n) => expect(nodes({ n })).toBe(100),
  );

  test('in nested pages', () => {
    const nested =
      'query($n: Int) { claims(first: $n) { nodes { stances(first: $n) { nodes { actor { stances(first: $n) { nodes { kind } } } } } } } }';

    expect(cost(nested, { n: 3 })).toBeLessThan(defaultLimits.cost / 10);
    expect(cost(nested, { n: 100 })).toBeGreaterThan(defaultLimits.cost);
  });
});

describe('what is asked every day costs less than the limit', () => {
  test.each(sdkDocuments)('%s of the SDK', (_name, document) => {
    const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    if (!operation) throw new Error('A document of the SDK has an operation.');

    const points = pointsOf(costOf(schema, document, operation), {
      first: 100,
      last: null,
      ids: Array.from({ length: 100 }, () => 'id'),
      withTotalCount: true,
    });

    // What only editors may ask may cost what theirs may.
    const isForEditors = /^(drafts|exportRecord|verifyRecord|status)$/.test(
      operation.name?.value ?? '',
    );
    expect(points).toBeLessThanOrEqual(
      isForEditors ? defaultLimits.editorCost : defaultLimits.cost,
    );
  });

  test.each([20, 60])(
    'a page of 50 claims with %d stances each, their words and who says it',
    (stances) => {
      const page = `{ claims(first: 50) { nodes { id slug text kind stances(first: ${stances}) { nodes {
      id kind polarity certainty actor { id slug name } evidence { id quote start end article { id title url } } } } } } }`;

      expect(cost(page)).toBeLessThanOrEqual(defaultLimits.cost);
    },
  );

  test.each(tabFiles)('%s of GraphiQL', (file) => {
    const tab = new URL(`../../../../server/graphiql/${file}`, import.meta.url);

    expect(cost(readFileSync(tab, 'utf8'))).toBeLessThanOrEqual(defaultLimits.cost / 5);
  });

  test.each(questions)('the question $asks', ({ query }) => {
    expect(cost(query)).toBeLessThanOrEqual(defaultLimits.cost);
  });

  test.each(operations.map(({ document, name }) => [name, document]))(
    '%s of the bench',
    (_, text) => {
      expect(cost(text)).toBeLessThanOrEqual(defaultLimits.cost);
    },
  );

  test('introspection', () => {
    expect(cost(getIntrospectionQuery())).toBeLessThanOrEqual(defaultLimits.cost);
  });
});

test('each field that has a weight is in the schema', () => {
  for (const coordinate of [...Object.keys(weights), ...Object.keys(argumentWeights)]) {
    const [name = '', field = ''] = coordinate.split('.');
    const type = schema.getType(name);
    expect(isObjectType(type) && Object.keys(type.getFields())).toContain(field);
  }
});

/** What it costs besides being a request. */
function inside(text: string): number {
  return cost(text) - requestPoints;
}

function cost(text: string, variables: Variables = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('This test is about one operation.');
  return pointsOf(costOf(schema, document, operation), variables);
}
