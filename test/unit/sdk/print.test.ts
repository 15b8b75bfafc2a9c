import { parse, print } from 'graphql';
import { expect, test } from 'vitest';
import { printed } from '../../../sdk/src/print.ts';

const document = `
query claims($first: Int = 20, $by: [ClaimBy!]! = [{slug: "a \\"b\\" \\\\ c"}], $deep: Boolean = true) @cached(seconds: 1.5, key: null) {
  list: claims(first: $first, filter: {kind: FACT, topics: ["x", "é\\n"], only: false, where: $by}) @include(if: $deep) {
    nodes { ...Claim @defer ... on Claim @skip(if: $deep) { id } ... { slug } ... @include(if: true) { text } }
  }
}
mutation m { a }
subscription { claimAdded { cursor } }
fragment Claim on Claim @x { id kind }
`;

test('a printed document reads back as the same document', () => {
  const parsed = parse(document, { noLocation: true });

  expect(print(parse(printed(parsed)))).toBe(print(parsed));
});

test('a block string keeps its value', () => {
  const parsed = parse('{ a(b: """one\n  two "three" """) }', { noLocation: true });

  expect(printed(parsed)).toBe('query {a(b:"one\\ntwo \\"three\\" ")}');
});
