import { buildSchema, GraphQLError, type OperationDefinitionNode, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { describe, expect, test } from 'vitest';
import { plainMessage } from '../../../server/plain-message.ts';

const schema = buildSchema(`
  enum Kind { ONE TWO }
  input Inner { slug: String! kind: Kind number: Int }
  input Input { inner: Inner text: String list: [Inner!] }
  type Query { a(input: Input, kind: Kind, text: String, number: Int): Int }
`);
const words = 'The ferry left at noon, said “the master”';
const document = parse(
  'query($input: Input, $kind: Kind, $number: Int) { a(input: $input, kind: $kind, number: $number) }',
);
const [operation] = document.definitions as [OperationDefinitionNode];

const saidOf = (errors: readonly GraphQLError[] = []) =>
  errors.map((error) => plainMessage(error, error.message));

describe('a variable', () => {
  test.each<[object, string]>([
    [
      { kind: 'THREE' },
      'Variable "$kind" got invalid value "THREE"; Value "THREE" does not exist in "Kind" enum.',
    ],
    [
      { kind: words },
      'Variable "$kind" got invalid value "The…"; Value "The…" does not exist in "Kind" enum.',
    ],
    [
      { kind: 'x'.repeat(9999) },
      `Variable "$kind" got invalid value "${'x'.repeat(39)}…"; Value "${'x'.repeat(39)}…" does not exist in "Kind" enum.`,
    ],
    [
      { number: words },
      'Variable "$number" got invalid value "The…"; Int cannot represent non-integer value: "The…"',
    ],
    [
      { number: 1.5 },
      'Variable "$number" got invalid value "1.5"; Int cannot represent non-integer value: 1.5',
    ],
    [
      { input: { text: [words] } },
      'Variable "$input" got invalid value at "input.text"; String cannot represent a non string value: […',
    ],
    [
      { input: { text: { words } } },
      'Variable "$input" got invalid value at "input.text"; String cannot represent a non string value: {…',
    ],
    [
      { input: { inner: { kind: words } } },
      'Variable "$input" got invalid value at "input.inner"; Field "slug" of required type "String!" was not provided.',
    ],
    [
      { input: { list: [{ slug: words, kind: 3 }] } },
      'Variable "$input" got invalid value "3" at "input.list[0].kind"; Enum "Kind" cannot represent non-string value: 3.',
    ],
    [
      { input: { [words]: 1 } },
      'Variable "$input" got invalid value; Field "The…" is not defined by type "Input".',
    ],
  ])('%o', (variables, message) => {
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], {
      ...variables,
    });

    expect(saidOf(errors)[0]).toBe(message);
  });
});

describe('a literal', () => {
  test.each([
    [`a(text: {a: "${words}"})`, 'String cannot represent a non string value: {…'],
    [`a(number: "${words}")`, 'Int cannot represent non-integer value: "The…"'],
    [`a(kind: "${words}")`, 'Enum "Kind" cannot represent non-enum value: "The…".'],
    [`a(input: {text: ["${words}"]})`, 'String cannot represent a non string value: […'],
    [`b(text: "${words}")`, 'Cannot query field "b" on type "Query". Did you mean "a"?'],
    [`a(${'x'.repeat(99)}: 1)`, `Unknown argument "${'x'.repeat(39)}…" on field "Query.a".`],
  ])('%s', (field, message) => {
    expect(saidOf(validate(schema, parse(`{ ${field} }`)))[0]).toBe(message);
  });

  test('that cannot be parsed', () => {
    const broken = () => parse(`{ a("${words}") }`);

    expect(() => broken()).toThrow(GraphQLError);
    try {
      broken();
    } catch (error) {
      expect(saidOf([error as GraphQLError])).toEqual([
        'Syntax Error: Expected Name, found String "The…".',
      ]);
    }
  });
});
