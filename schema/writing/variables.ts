import { type GraphQLSchema, Kind, type OperationDefinitionNode, type TypeNode } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';

type Values = Readonly<Record<string, unknown>>;

const largestInt = 2 ** 31 - 1;

/** Whether a value of a type is taken as it is. Of other types graphql-js is asked. */
const isPlain: ReadonlyMap<string, (value: unknown) => boolean> = new Map([
  ['ID', (value) => typeof value === 'string'],
  ['String', (value) => typeof value === 'string'],
  ['Boolean', (value) => typeof value === 'boolean'],
  ['Int', (value) => Number.isInteger(value) && Math.abs(Number(value)) <= largestInt],
]);

/** The variables of an operation, coerced; undefined where something is wrong with them. */
export function variablesOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Values,
): Values | undefined {
  const values: Record<string, unknown> = {};
  for (const { type, variable } of variableDefinitions) {
    const { value: name } = variable.name;
    if (!Object.hasOwn(given, name) || !isTakenAsItIs(given[name], type))
      return getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 }).coerced;
    values[name] = given[name];
  }
  return values;
}

function isTakenAsItIs(value: unknown, type: TypeNode): boolean {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
  return named.kind === Kind.NAMED_TYPE && isPlain.get(named.name.value)?.(value) === true;
}
