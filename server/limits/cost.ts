import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { type Cost, plus, times } from './cost-formula.ts';
import { entriesRequested } from './entries.ts';
import { baseCost, weightOf } from './weights.ts';

/**
 * What an operation costs, in points: one for each object that it may be answered with, a page counted as large as it
 * is asked for, and what `weightOf` adds. What is left for a request is the sizes of pages that come as variables.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Cost {
  const root = schema.getRootType(operation.operation);
  const price = createPrice(schema, document, operation);
  return root ? plus(baseCost, price(operation.selectionSet, { parent: root, page: 1 })) : baseCost;
}

/** What selections are made of: a type, and how many entries the lists in it have. */
interface Place {
  readonly parent: GraphQLNamedType | undefined;
  readonly page: Cost;
}

function createPrice(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (selected: SelectionSetNode, at: Place) => Cost {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );

  const ofSelections = ({ selections }: SelectionSetNode, at: Place): Cost =>
    selections.reduce<Cost>((sum, selection) => plus(sum, ofSelection(selection, at)), 0);

  const ofSelection = (selection: SelectionNode, at: Place): Cost => {
    if (selection.kind === Kind.FIELD) return ofField(selection, at);
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment) return 0;
    const type = fragment.typeCondition?.name.value;
    return ofSelections(fragment.selectionSet, type ? { ...at, parent: schema.getType(type) } : at);
  };

  const ofField = (node: FieldNode, { parent, page }: Place): Cost => {
    const name = node.name.value;
    const args = (node.arguments ?? []).map((argument) => argument.name.value);
    const weight = weightOf(parent?.name ?? '', name, args);
    const field = fieldOf(parent, name);
    const type = field && getNamedType(field.type);
    if (!field || !type || isLeafType(type)) return weight;
    const asked = entriesRequested(field, node, variableDefinitions);
    const isList = isListType(getNullableType(field.type));
    const below = { parent: type, page: isList ? 1 : (asked ?? 1) };
    const each = plus(1, node.selectionSet ? ofSelections(node.selectionSet, below) : 0);
    return plus(weight, isList ? times(asked ?? page, each) : each);
  };

  return ofSelections;
}

/** The field of this name, where the type has it: what lies below `__schema` and `__type` is priced by them alone. */
function fieldOf(
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}
