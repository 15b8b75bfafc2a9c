import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { getArgumentValues, getVariableValues } from 'graphql/execution/values.js';
import { expect, test } from 'vitest';
import { argumentsFor } from '../../../schema/writing/arguments.ts';
import { variablesOf } from '../../../schema/writing/variables.ts';

const schema = buildSchema(`
  enum Kind { FACT OPINION }
  input By @oneOf { id: ID slug: String }
  input Inner { by: By!, kind: Kind = FACT, words: [String!], least: Int! = 3 }
  input Filter { inner: Inner, all: [Inner!], kinds: [Kind!], isOpen: Boolean }
  type Query {
    read(by: By, filter: Filter, first: Int = 20, last: Int, ratio: Float, needed: String! = "x"): Int
  }
`);

const questions = [
  'query Q($id: ID!) { read(by: { id: $id }) }',
  'query Q($id: ID) { read(by: { id: $id }) }',
  'query Q($by: By) { read(by: $by) }',
  'query Q($first: Int, $text: String) { read(first: $first, needed: $text) }',
  'query Q($first: Int = 7) { read(first: $first, last: null) }',
  'query Q($id: ID!, $kind: Kind) { read(filter: { inner: { by: { id: $id }, kind: $kind } }) }',
  'query Q($least: Int) { read(filter: { inner: { by: { slug: "a" }, least: $least } }) }',
  'query Q($kind: Kind!) { read(filter: { kinds: [FACT, $kind] }) }',
  'query Q($kinds: [Kind!]) { read(filter: { kinds: $kinds, isOpen: true }) }',
  'query Q($ratio: Float) { read(ratio: $ratio) }',
  'query Q($constructor: Int) { read(first: $constructor) }',
  '{ read(filter: { kinds: FACT, all: { by: { slug: "a" }, words: "b" } }, first: 3) }',
  '{ read(filter: { inner: { by: { slug: null } } }) }',
  '{ read(by: null, needed: "y") }',
  '{ read }',
];

const values = [
  undefined,
  null,
  'a',
  '7',
  7,
  -7.5,
  2 ** 31,
  -(2 ** 31),
  true,
  'FACT',
  ['FACT'],
  {},
  { id: 'a' },
];

test.each(questions)('%s is read as graphql-js reads it', (text) => {
  const operation = operationIn(text);
  const [node] = operation.selectionSet.selections;
  const field = schema.getQueryType()?.getFields().read;
  if (node?.kind !== Kind.FIELD || field === undefined) throw new TypeError('It reads a field.');
  const { variableDefinitions = [] } = operation;
  const [name, ...others] = variableDefinitions.map(({ variable }) => variable.name.value);
  const argumentsIn = argumentsFor(field, node);

  for (const value of values) {
    for (const other of values) {
      const given: Record<string, unknown> = { unasked: 1 };
      if (name !== undefined && value !== undefined) given[name] = value;
      for (const one of others) if (other !== undefined) given[one] = other;
      const { coerced } = getVariableValues(schema, variableDefinitions, given);

      expect(variablesOf(schema, operation, given)).toEqual(coerced);
      if (coerced !== undefined)
        expect(told(() => argumentsIn(coerced))).toBe(
          told(() => getArgumentValues(field, node, coerced)),
        );
    }
  }
});

function operationIn(text: string): OperationDefinitionNode {
  const [definition] = parse(text).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError('It is an operation.');
  return definition;
}

/** In the order of its keys, or what is wrong with it. */
function told(work: () => unknown): string {
  try {
    return JSON.stringify(work());
  } catch (error) {
    return String(error);
  }
}
