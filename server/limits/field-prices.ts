import {
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type VariableDefinitionNode,
} from 'graphql';
import { argumentOf, byArgument } from './arguments.ts';
import { type Price, plus } from './cost-formula.ts';
import {
  argumentWeights,
  countPoints,
  facetPoints,
  rolePoints,
  rootPoints,
  statementPoints,
  weights,
  writtenPoints,
} from './weights.ts';

export interface PricedField {
  readonly parent: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  readonly definitions: readonly VariableDefinitionNode[];
}

/** The field of this name, where the type has it. */
export function fieldNamed(
  schema: GraphQLSchema,
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** What a field costs besides the objects and values that it answers with. */
export function priceOfField({ definitions, field, node, parent }: PricedField): Price {
  if (field.name === 'totalCount') return { once: statementPoints, each: countPoints };
  if (field.name === 'facets') return { once: statementPoints, each: facetPoints };
  const coordinate = `${parent}.${field.name}`;
  const { each = 0, once = 0 } = weights[coordinate] ?? {};
  const given = Object.entries(argumentWeights[coordinate] ?? {}).map(([name, weight]) =>
    byArgument(argumentOf(node, name), definitions, weight),
  );
  const written =
    parent === 'Mutation' ? byArgument(argumentOf(node, 'input'), definitions, writtenPoints) : 0;
  return {
    once: plus(plus(once, written), takesStatement(parent, field) ? statementOf(parent) : 0),
    each: [each, needsRole(field) ? rolePoints : 0, ...given].reduce(plus),
  };
}

/** Whether it is told to some roles alone: that is looked at for each object. */
function needsRole({ extensions }: GraphQLField<unknown, unknown>): boolean {
  return Object.hasOwn(Object(extensions.pothosOptions), 'authScopes');
}

function statementOf(parent: string): number {
  return parent === 'Query' ? rootPoints : statementPoints;
}

/** Pages and their edges hold what was read already. */
function takesStatement(parent: string, { type }: GraphQLField<unknown, unknown>): boolean {
  return !isLeafType(getNamedType(type)) && !/(Connection|Edge)$/.test(parent);
}
