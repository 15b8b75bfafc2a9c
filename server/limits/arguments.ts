import {
  type ArgumentNode,
  type DirectiveNode,
  type FieldNode,
  Kind,
  type SelectionNode,
  type ValueNode,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import { type Cost, times, type Variables } from './cost-formula.ts';

type Definitions = readonly VariableDefinitionNode[];

/** What an argument adds, by its value: worked out now where it is all in the document, else for each request. */
export function byArgument(
  argument: ArgumentNode | undefined,
  definitions: Definitions,
  costOf: (value: unknown) => number,
): Cost {
  if (argument === undefined) return costOf(undefined);
  const { value } = argument;
  if (!hasVariables(value)) return costOf(valueFromASTUntyped(value));
  const fallbacks = defaultsOf(definitions);
  return (variables) => costOf(valueFromASTUntyped(value, { ...fallbacks, ...given(variables) }));
}

/** The argument of this name. */
export function argumentOf(
  { arguments: args = [] }: FieldNode | DirectiveNode,
  name: string,
): ArgumentNode | undefined {
  return args.find((argument) => argument.name.value === name);
}

/** 1 where the selection is made, 0 where `@skip` or `@include` leaves it out. */
export function presence({ directives = [] }: SelectionNode, definitions: Definitions): Cost {
  return directives.reduce<Cost>((so, directive) => {
    const skips = directive.name.value === 'skip';
    const isMade = (value: unknown): number => Number(Boolean(value) !== skips);
    return times(so, byArgument(argumentOf(directive, 'if'), definitions, isMade));
  }, 1);
}

function hasVariables(value: ValueNode): boolean {
  if (value.kind === Kind.VARIABLE) return true;
  if (value.kind === Kind.LIST) return value.values.some(hasVariables);
  return value.kind === Kind.OBJECT && value.fields.some((field) => hasVariables(field.value));
}

function defaultsOf(definitions: Definitions): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    definitions.flatMap(({ defaultValue, variable }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
    ),
  );
}

/** Without those that were left out. */
function given(variables: Variables): object {
  return Object.fromEntries(
    Object.entries(variables ?? {}).filter(([, value]) => value !== undefined),
  );
}
