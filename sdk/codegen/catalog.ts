import type { Types } from '@graphql-codegen/plugin-helpers';
import {
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  TokenKind,
  visit,
} from 'graphql';

/** An operation of the SDK. */
export interface Operation {
  readonly name: string;
  readonly node: OperationDefinitionNode;
  /** The fragments that it spreads, directly or through one another, in order of name. */
  readonly fragments: readonly FragmentDefinitionNode[];
  /** The one field that it asks for, and the type of what that answers. */
  readonly field: string;
  readonly answer: GraphQLNamedType;
  /** The one list that it asks of that, where it asks for nothing else, and the fragment on its page. */
  readonly nested?: { readonly field: string; readonly page: string } | undefined;
  /** The comment above it: its manual. */
  readonly manual: readonly string[];
}

/** The hand-written documents, in order of name. */
export interface Catalog {
  readonly operations: readonly Operation[];
  readonly fragments: readonly FragmentDefinitionNode[];
}

export function catalogOf(schema: GraphQLSchema, files: readonly Types.DocumentFile[]): Catalog {
  const definitions = files.flatMap(({ document }) => document?.definitions ?? []);
  const fragments = definitions
    .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
    .sort((a, b) => inOrder(a.name.value, b.name.value));
  const operations = definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => operationOf(schema, node, fragments))
    .sort((a, b) => inOrder(a.name, b.name));
  return { operations, fragments };
}

/** `recordClaim` as `RecordClaim`: how typescript-operations names its types. */
export const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A doc comment of these lines, or nothing. */
export function docComment(lines: readonly string[], indent = ''): string {
  if (lines.length < 2) return lines.map((line) => `${indent}/** ${line} */\n`).join('');
  return [
    `${indent}/**`,
    ...lines.map((line) => `${indent} * ${line}`.trimEnd()),
    `${indent} */`,
    '',
  ].join('\n');
}

function operationOf(
  schema: GraphQLSchema,
  node: OperationDefinitionNode,
  fragments: readonly FragmentDefinitionNode[],
): Operation {
  const name = node.name?.value;
  const [selection, ...others] = node.selectionSet.selections;
  if (name === undefined || selection?.kind !== Kind.FIELD || others.length > 0)
    throw new Error(`An operation of the SDK has a name and asks for one field: ${name}.`);

  const field = selection.name.value;
  const definition = schema.getRootType(node.operation)?.getFields()[field];
  if (!definition) throw new Error(`${name} asks for ${field}, which the schema does not have.`);
  return {
    name,
    node,
    field,
    nested: nestedIn(selection),
    fragments: fragments.filter((fragment) => spreads(node, fragments).has(fragment.name.value)),
    answer: getNamedType(definition.type),
    manual: commentAbove(node),
  };
}

/** `query claimStances { claim { stances { ...StancePage } } }` asks a claim for its stances. */
function nestedIn({ selectionSet }: FieldNode): Operation['nested'] {
  const [list, ...others] = selectionSet?.selections ?? [];
  const [page] = list?.kind === Kind.FIELD ? (list.selectionSet?.selections ?? []) : [];
  if (others.length > 0 || list?.kind !== Kind.FIELD || page?.kind !== Kind.FRAGMENT_SPREAD)
    return undefined;
  return { field: list.name.value, page: page.name.value };
}

function spreads(
  root: ASTNode,
  fragments: readonly FragmentDefinitionNode[],
  found = new Set<string>(),
): ReadonlySet<string> {
  visit(root, {
    FragmentSpread({ name: { value } }) {
      const fragment = fragments.find(({ name }) => name.value === value);
      if (!fragment || found.has(value)) return;
      found.add(value);
      spreads(fragment, fragments, found);
    },
  });
  return found;
}

/** The lines of the comment that stands above a definition. */
export function commentAbove(node: ASTNode): string[] {
  const lines: string[] = [];
  let token = node.loc?.startToken.prev;
  while (token?.kind === TokenKind.COMMENT) {
    lines.unshift(token.value.replace(/^ /, ''));
    token = token.prev;
  }
  return lines;
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : 1);
