import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';
import { deprecationsIn } from '../../../../server/limits/deprecations.ts';

const schema = buildSchema(`
  type Query {
    old: Thing @deprecated(reason: "Use new.")
    new(old: Int @deprecated(reason: "Use by."), by: By): Thing
  }
  type Thing { name: String  title: String @deprecated(reason: "Use name.") }
  input By { slug: String  key: String @deprecated(reason: "Use slug.")  kind: Kind }
  enum Kind { A  B @deprecated(reason: "Use A.") }
`);

test.each([
  ['{ new { name } }', []],
  ['{ old { name } }', ['The field Query.old is deprecated. Use new.']],
  ['{ a: old { name } b: old { name } }', ['The field Query.old is deprecated. Use new.']],
  [
    '{ new(old: 1, by: { key: "x", kind: B }) { ...t } } fragment t on Thing { title }',
    [
      'Field "Query.new" argument "old" is deprecated. Use by.',
      'The input field By.key is deprecated. Use slug.',
      'The enum value "Kind.B" is deprecated. Use A.',
      'The field Thing.title is deprecated. Use name.',
    ],
  ],
])('what an operation uses is told: %s', (text, told) => {
  expect(deprecationsIn(schema, parse(text), undefined)).toEqual(told);
});

test('of several operations, the one that is asked is told of', () => {
  const document = parse('query A { new { name } } query B { old { name } }');

  expect(deprecationsIn(schema, document, 'A')).toEqual([]);
  expect(deprecationsIn(schema, document, 'B')).toHaveLength(1);
});
