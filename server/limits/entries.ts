import {
  type ArgumentNode,
  type FieldNode,
  type GraphQLField,
  Kind,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';
import { defaultPageSize, maximalPageSize } from '../../schema/reading/page.ts';
import type { Cost, Variables } from './cost-formula.ts';

/**
 * How many entries a field is asked for, by its `last`, `first` or `ids`; null where it has no such argument. What no
 * page can have counts as the largest page: it is refused by the page itself.
 */
export function entriesRequested(
  field: GraphQLField<unknown, unknown>,
  { arguments: given = [] }: FieldNode,
  definitions: readonly VariableDefinitionNode[],
): Cost | null {
  const named = (name: string) => given.find((argument) => argument.name.value === name);
  if (field.args.some(({ name }) => name === 'ids')) {
    return counted([named('ids')], { definitions, count: lengthOf, usual: defaultPageSize });
  }
  const first = field.args.find(({ name }) => name === 'first');
  if (first === undefined) return null;
  const usual = sizeOf(first.defaultValue ?? null) ?? defaultPageSize;
  return counted([named('last'), named('first')], { definitions, count: sizeOf, usual });
}

interface Counting {
  readonly definitions: readonly VariableDefinitionNode[];
  readonly count: (value: unknown) => number | null;
  /** What counts where no argument is given. */
  readonly usual: number;
}

/** The first of the arguments that is given counts; a literal is counted now, a variable when it is known. */
function counted(
  given: readonly (ArgumentNode | undefined)[],
  { definitions, count, usual }: Counting,
): Cost {
  const counts = given
    .flatMap((argument) => argument ?? [])
    .map(({ value }) => {
      if (value.kind !== Kind.VARIABLE) return count(literal(value));
      const name = value.name.value;
      const fallback = definitions.find((each) => each.variable.name.value === name)?.defaultValue;
      const otherwise = fallback ? literal(fallback) : null;
      return (variables: Variables) => {
        const told = variables?.[name];
        return count(told === undefined ? otherwise : told);
      };
    });
  if (counts.every((each) => typeof each !== 'function')) {
    return counts.find((each) => each !== null) ?? usual;
  }
  return (variables) => {
    for (const each of counts) {
      const entries = typeof each === 'function' ? each(variables) : each;
      if (entries !== null) return entries;
    }
    return usual;
  };
}

function sizeOf(value: unknown): number | null {
  if (value === null) return null;
  return typeof value === 'number' && value >= 0 && value <= maximalPageSize
    ? value
    : maximalPageSize;
}

function lengthOf(value: unknown): number | null {
  if (value === null) return null;
  return Array.isArray(value) ? Math.min(value.length, maximalPageSize) : 1;
}

function literal(value: ValueNode): unknown {
  if (value.kind === Kind.NULL) return null;
  if (value.kind === Kind.LIST) return value.values;
  return value.kind === Kind.INT ? Number(value.value) : value;
}
