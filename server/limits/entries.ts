import type { FieldNode, GraphQLField, VariableDefinitionNode } from 'graphql';
import { mostCompared } from '../../schema/actor/compare.ts';
import { defaultPageSize, maximalPageSize } from '../../schema/reading/page.ts';
import { argumentOf, byArgument } from './arguments.ts';
import { type Cost, pointsOf } from './cost-formula.ts';

/**
 * How many entries a field is asked for, by its `last`, `first` or `ids`; null where it has no such argument. What no
 * page can have counts as the largest page: it is refused by the page itself.
 */
export function entriesRequested(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  definitions: readonly VariableDefinitionNode[],
): Cost | null {
  const counted = (name: string, count: (value: unknown) => number): Cost =>
    byArgument(argumentOf(node, name), definitions, count);
  if (field.args.some(({ name }) => name === 'ids')) return counted('ids', lengthOf);
  const first = field.args.find(({ name }) => name === 'first');
  if (first === undefined) return null;
  const usual = sizeOf(first.defaultValue) ?? defaultPageSize;
  const sizes = [counted('last', sizeOrNone), counted('first', sizeOrNone)];
  const constants = sizes.filter((size) => typeof size === 'number');
  if (constants.length === sizes.length) return constants.find((size) => size !== none) ?? usual;
  return (variables) => {
    const size = sizes.map((each) => pointsOf(each, variables)).find((each) => each !== none);
    return size ?? usual;
  };
}

/** How many actors a field is asked to set side by side; null where it takes none. */
export function entriesNamed(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  definitions: readonly VariableDefinitionNode[],
): Cost | null {
  if (!field.args.some(({ name }) => name === 'actors')) return null;
  return byArgument(argumentOf(node, 'actors'), definitions, (actors) =>
    Array.isArray(actors) ? Math.min(actors.length, mostCompared) : 1,
  );
}

/** Stands for a size that is not given: none is below 0. */
const none = -1;

const sizeOrNone = (value: unknown): number => sizeOf(value) ?? none;

function sizeOf(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' && value >= 0 && value <= maximalPageSize
    ? value
    : maximalPageSize;
}

function lengthOf(value: unknown): number {
  if (value === null || value === undefined) return defaultPageSize;
  return Array.isArray(value) ? Math.min(value.length, maximalPageSize) : 1;
}
