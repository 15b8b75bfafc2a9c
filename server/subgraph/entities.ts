import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parseType,
  print,
  type TypeNode,
  type ValueNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { codedError } from '../../schema/coded.ts';
import { isPublicId } from '../../schema/reading/public-id.ts';
import { entityTypes } from './sdl.ts';

/** A question for entities as one for `nodes`: by the same ids, with what is asked of each. */
export interface NodesQuestion {
  readonly query: string;
  /** The variables that hold representations, in whose place `nodes` has ids. */
  readonly held: readonly string[];
}

/** Asks `nodes` what a document asks `_entities`; null for a document that asks no such thing. */
export function asNodes(document: DocumentNode): NodesQuestion | null {
  const held = new Set<string>();
  let isAsked = false;
  const root = (node: FieldNode): FieldNode => {
    const [given, ...others] = node.arguments ?? [];
    if (node.name.value !== '_entities' || given?.name.value !== 'representations') return node;
    if (others.length > 0) return node;
    isAsked = true;
    if (given.value.kind === Kind.VARIABLE) held.add(given.value.name.value);
    const ids = { ...given, name: named('ids'), value: idsIn(given.value) } as ArgumentNode;
    const alias = node.alias ?? named('_entities');
    return { ...node, alias, name: named('nodes'), arguments: [ids] };
  };
  const operation = (node: OperationDefinitionNode): OperationDefinitionNode => {
    const selections = node.selectionSet.selections.map((each) =>
      each.kind === Kind.FIELD ? root(each) : each,
    );
    const variableDefinitions = node.variableDefinitions?.map((each) =>
      held.has(each.variable.name.value) ? { ...each, type: idList } : each,
    );
    return {
      ...node,
      ...(variableDefinitions && { variableDefinitions }),
      selectionSet: { ...node.selectionSet, selections },
    };
  };
  const asked = visit(document, {
    OperationDefinition: operation,
    NamedType: (node) => (node.name.value === '_Entity' ? { ...node, name: named('Node') } : node),
  });
  return isAsked ? { query: print(asked), held: [...held] } : null;
}

/** The ids of what representations stand for. What can be the id of no such thing becomes one that nothing has. */
export function idsOf(representations: unknown): string[] {
  if (!Array.isArray(representations))
    throw codedError('BAD_USER_INPUT', 'Representations are a list.');
  return representations.map((representation, index) => {
    const { __typename: type, id } = Object(representation);
    if (typeof type !== 'string' || !entityTypes.has(type) || typeof id !== 'string')
      throw codedError(
        'BAD_USER_INPUT',
        `The representation ${index} is none: it has a __typename, one of ${[...entityTypes].join(', ')}, and an id.`,
      );
    return isPublicId(id, type.toLowerCase()) ? id : `${type.toLowerCase()}_${nobody}`;
  });
}

const nobody = '00000000-0000-0000-0000-000000000000';

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
const idList: TypeNode = parseType('[ID!]!');

/** What was written into the document becomes ids there; what a variable holds does so when it comes. */
function idsIn(value: ValueNode): ValueNode {
  if (value.kind === Kind.VARIABLE) return value;
  const ids = idsOf(valueFromASTUntyped(value));
  return {
    kind: Kind.LIST,
    values: ids.map((id) => ({ kind: Kind.STRING, value: id })),
  };
}
