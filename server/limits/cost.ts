import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type InlineFragmentNode,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../../schema/reading/fragments.ts';
import { presence } from './arguments.ts';
import { type Cost, either, free, type Price, plus, times, together } from './cost-formula.ts';
import { entriesNamed, entriesRequested } from './entries.ts';
import { fieldNamed, priceOfField } from './field-prices.ts';
import {
  hasOneOfEachNamed,
  leafPoints,
  objectPoints,
  requestPoints,
  usualLength,
} from './weights.ts';

/**
 * What an operation costs, in points: what any request does, each statement that it needs, and each object and value
 * that it may be answered with, a page counted as large as it is asked for. What is left for a request is what comes as
 * variables: the sizes of pages, filters, and whether something is asked for at all.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Cost {
  const root = schema.getRootType(operation.operation);
  if (!root) return requestPoints;
  const priceOf = createPricing(schema, document, operation);
  const { each, once } = priceOf(operation.selectionSet, { parent: root, page: 1, named: 1 });
  return plus(requestPoints, plus(once, each));
}

/** What selections are made on: a type, how many entries the lists in it have, and how many are named above it. */
interface Place {
  readonly parent: GraphQLNamedType | undefined;
  readonly page: Cost;
  readonly named: Cost;
}

function createPricing(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): (selected: SelectionSetNode, at: Place) => Price {
  const fragments = fragmentsOf(document);

  const ofSelections = ({ selections }: SelectionSetNode, at: Place): Price => {
    let shared = free;
    const ofTypes = new Map<string, Price>();
    for (const selection of selections) {
      const price = whereMade(selection, ofSelection(selection, at));
      const type = selection.kind === Kind.FIELD ? undefined : typeOf(fragmentOf(selection));
      if (isAbstractType(at.parent) && isObjectType(type)) {
        ofTypes.set(type.name, together(ofTypes.get(type.name) ?? free, price));
      } else shared = together(shared, price);
    }
    // An object is of one type only.
    return together(shared, [...ofTypes.values()].reduce(either, free));
  };

  const whereMade = (selection: SelectionNode, { each, once }: Price): Price => {
    const isMade = presence(selection, variableDefinitions);
    return { once: times(isMade, once), each: times(isMade, each) };
  };

  const fragmentOf = (
    selection: Exclude<SelectionNode, FieldNode>,
  ): InlineFragmentNode | FragmentDefinitionNode | undefined =>
    selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);

  const typeOf = (
    fragment: InlineFragmentNode | FragmentDefinitionNode | undefined,
  ): GraphQLNamedType | undefined =>
    fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);

  const ofSelection = (selection: SelectionNode, at: Place): Price => {
    if (selection.kind === Kind.FIELD) return ofField(selection, at);
    const fragment = fragmentOf(selection);
    if (!fragment) return free;
    return ofSelections(fragment.selectionSet, { ...at, parent: typeOf(fragment) ?? at.parent });
  };

  const ofField = (node: FieldNode, { named, page, parent }: Place): Price => {
    const field = fieldNamed(schema, parent, node.name.value);
    const type = field && getNamedType(field.type);
    if (!field || !type) return { once: 0, each: leafPoints };
    const at = { parent: parent?.name ?? '', field, node, definitions: variableDefinitions };
    const own = priceOfField(at);
    if (isLeafType(type)) return together(own, { once: 0, each: leafPoints });
    const asked = entriesRequested(field, node, variableDefinitions);
    const isList = isListType(getNullableType(field.type));
    const usual = times(
      usualLength(at.parent, field.name),
      hasOneOfEachNamed(at.parent, field.name) ? named : 1,
    );
    const entries = isList ? (asked ?? times(page, usual)) : usual;
    const below = {
      parent: type,
      page: isList ? 1 : (asked ?? 1),
      named: entriesNamed(field, node, variableDefinitions) ?? named,
    };
    const inside = node.selectionSet ? ofSelections(node.selectionSet, below) : free;
    const answered = {
      once: inside.once,
      each: times(entries, plus(objectPoints(type.name), inside.each)),
    };
    return together(own, answered);
  };

  return ofSelections;
}
