import { readFileSync } from 'node:fs';
import { getIntrospectionQuery, getOperationAST, isObjectType, Kind, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../../schema/schema.ts';
import * as documents from '../../../../sdk/src/generated/documents.ts';
import { tabFiles } from '../../../../server/graphiql/tabs.ts';
import { costOf } from '../../../../server/limits/cost.ts';
import { pointsOf, type Variables } from '../../../../server/limits/cost-formula.ts';
import { defaultLimits } from '../../../../server/limits/limits.ts';
import { baseCost, weights } from '../../../../server/limits/weights.ts';
import { operations } from '../../../bench/operations/operations.ts';

const sdkDocuments = Object.entries(documents).flatMap(([name, document]) =>
  'definitions' in document ? [[name, document] as const] : [],
);

describe('an operation costs', () => {
  test('a point for each object, and nothing for what is in it', () => {
    expect(cost('{ __typename }')).toBe(baseCost);
    expect(cost('{ viewer { name role } }')).toBe(baseCost + 1);
    expect(cost('{ claim(by: { slug: "a" }) { standing { counts { for } } } }')).toBe(baseCost + 3);
  });

  test('a page as large as it is asked for, inside and out', () => {
    expect(cost('{ claims(first: 7) { nodes { slug } } }')).toBe(baseCost + 1 + 7);
    expect(cost('{ claims(last: 7) { nodes { slug } } }')).toBe(baseCost + 1 + 7);
    expect(cost('{ claims { nodes { slug } } }')).toBe(baseCost + 1 + 20);
    expect(cost('{ claims(first: 3) { edges { node { slug } } } }')).toBe(baseCost + 1 + 3 * 2);
    expect(cost('{ claims(first: 3) { nodes { stances(first: 4) { nodes { kind } } } } }')).toBe(
      baseCost + 1 + 3 * (1 + 1 + 4),
    );
    expect(cost('{ claims(first: 3) { pageInfo { hasNextPage } } }')).toBe(baseCost + 2);
  });

  test('what has no pages once, where it stands', () => {
    expect(cost('{ stances(first: 5) { nodes { evidence { attribution { name } } } } }')).toBe(
      baseCost + 1 + 5 * 3,
    );
  });

  test('a short list as long as it is asked for', () => {
    const sides = (args: string) =>
      cost(`{ claim(by: { slug: "a" }) { standing { sides${args} { polarity } } } }`);

    expect(sides('(first: 3)')).toBe(baseCost + 2 + 3);
    expect(sides('')).toBe(baseCost + 2 + 20);
    expect(cost('{ similarClaims(text: "a") { score } }')).toBe(
      baseCost + (weights['Query.similarClaims'] ?? 0) + 5,
    );
  });

  test('as many nodes as there are ids', () => {
    expect(cost('{ nodes(ids: ["a", "b"]) { id } }')).toBe(baseCost + 2);
    expect(cost('{ nodes(ids: "a") { id } }')).toBe(baseCost + 1);
    expect(cost('query($i: [ID!]!) { nodes(ids: $i) { id } }', { i: ['a', 'b', 'c'] })).toBe(
      baseCost + 3,
    );
  });

  test('what fragments and aliases ask for, wherever they stand', () => {
    const fragment = 'fragment F on Claim { stances(first: 2) { nodes { actor { name } } } }';

    expect(
      cost(
        `{ a: claim(by: { slug: "a" }) { ...F } b: claim(by: { slug: "b" }) { ...F } } ${fragment}`,
      ),
    ).toBe(baseCost + 2 * (1 + 1 + 2 * 2));
    expect(cost('{ node(id: "a") { ... on Claim { standing { status } } } }')).toBe(baseCost + 2);
  });

  test('more where a field is more work', () => {
    const standing = (args: string) =>
      cost(`{ claim(by: { slug: "a" }) { standing${args} { status } } }`);

    expect(cost('{ claims(first: 1) { totalCount } }')).toBe(baseCost + 1 + 20);
    expect(standing('(asOf: "2026-11-10T00:00:00Z")') - standing('')).toBe(20);
    expect(cost('{ articles(first: 100) { nodes { text } } }')).toBe(baseCost + 1 + 100 * 21);
    expect(cost('{ __schema { types { name fields { name } } } }')).toBe(baseCost + 1_000);
    expect(cost('{ a: __type(name: "A") { name } }')).toBe(baseCost + 50);
  });
});

describe('the size of a page may come', () => {
  const query = 'query($n: Int, $m: Int) { claims(first: $n, last: $m) { nodes { slug } } }';
  const nodes = (variables: Variables, document = query) =>
    cost(document, variables) - baseCost - 1;

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
      'query($n: Int) { claims(first: $n) { nodes { stances(first: $n) { nodes { kind } } } } }';

    expect(cost(nested, { n: 3 })).toBe(baseCost + 1 + 3 * (1 + 1 + 3));
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
    });

    expect(points).toBeLessThanOrEqual(defaultLimits.cost);
  });

  test.each(tabFiles)('%s of GraphiQL', (file) => {
    const tab = new URL(`../../../../server/graphiql/${file}`, import.meta.url);

    expect(cost(readFileSync(tab, 'utf8'))).toBeLessThanOrEqual(defaultLimits.cost / 10);
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
  for (const coordinate of Object.keys(weights)) {
    const [name = '', field = ''] = coordinate.split('.');
    const type = schema.getType(name);
    if (field.startsWith('__')) continue;
    expect(isObjectType(type) && Object.keys(type.getFields())).toContain(field);
  }
});

function cost(text: string, variables: Variables = {}): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('This test is about one operation.');
  return pointsOf(costOf(schema, document, operation), variables);
}
