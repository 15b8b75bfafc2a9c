import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isInputObjectType,
  isNonNullType,
  Kind,
  type ObjectValueNode,
  type ValueNode,
  valueFromAST,
  visit,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';

type Values = Readonly<Record<string, unknown>>;
type Arguments = Record<string, unknown>;

/** Reads the arguments of a field from coerced variables, as graphql-js does. @throws What is wrong with them */
export type ReadArguments = (variables: Values) => Arguments;

/** Undefined where graphql-js is to be asked: what is not given may have a default, or be refused. */
type ReadValue = (variables: Values) => unknown;

/** What is known of the document is worked out once: of a request only its variables are looked at. */
export function argumentsFor(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): ReadArguments {
  const slowly: ReadArguments = (variables) => getArgumentValues(field, node, variables);
  const given = new Map((node.arguments ?? []).map(({ name, value }) => [name.value, value]));
  const readers = readersOf(field.args, given);
  if (readers === null) return slowly;
  return (variables) => readAll(readers, variables) ?? slowly(variables);
}

/** Whether a value, or all of a field, is what it is without any variable. */
export function isConstant(node: ValueNode | FieldNode): boolean {
  let isFound = false;
  visit(node, {
    SelectionSet: () => false,
    Directive: () => false,
    Variable() {
      isFound = true;
    },
  });
  return !isFound;
}

type Readers = readonly (readonly [name: string, read: ReadValue])[];

interface InputDefinition {
  readonly name: string;
  readonly type: GraphQLInputType;
  readonly defaultValue?: unknown;
}

/** Null where that is better left to graphql-js. */
function readersOf(
  definitions: readonly InputDefinition[],
  given: ReadonlyMap<string, ValueNode>,
): Readers | null {
  const readers: (readonly [string, ReadValue])[] = [];
  for (const { name, type, defaultValue } of definitions) {
    const value = given.get(name);
    if (value === undefined) {
      if (defaultValue !== undefined) readers.push([name, () => defaultValue]);
      else if (isNonNullType(type)) return null;
      continue;
    }
    const read = readerOf(value, type);
    if (read === null) return null;
    readers.push([name, read]);
  }
  return readers;
}

function readerOf(node: ValueNode, type: GraphQLInputType): ReadValue | null {
  if (node.kind === Kind.VARIABLE) {
    const { value: name } = node.name;
    return (variables) =>
      Object.hasOwn(variables, name) ? (variables[name] ?? undefined) : undefined;
  }
  if (isConstant(node)) {
    const value: unknown = valueFromAST(node, type);
    return () => value;
  }
  return node.kind === Kind.OBJECT ? objectReader(node, getNullableType(type)) : null;
}

function objectReader({ fields }: ObjectValueNode, type: GraphQLInputType): ReadValue | null {
  if (!isInputObjectType(type)) return null;
  const given = new Map(fields.map(({ name, value }) => [name.value, value]));
  const readers = readersOf(Object.values(type.getFields()), given);
  if (readers === null || (type.isOneOf && readers.length !== 1)) return null;
  return (variables) => readAll(readers, variables);
}

function readAll(readers: Readers, variables: Values): Arguments | undefined {
  const values: Arguments = {};
  for (const [name, read] of readers) {
    const value = read(variables);
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return values;
}
