import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { schema } from '../../../../schema/schema.ts';

/** The object type of this name. */
export function typeNamed(name: string): GraphQLObjectType {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type.`);
  return type;
}

export const fieldsOf = (type: GraphQLObjectType): readonly Field[] =>
  Object.values(type.getFields());

export type Field = GraphQLField<unknown, unknown>;

/** Every scalar of a type that is told without an argument; texts of articles are a question of their own. */
function leavesOf(type: GraphQLObjectType): string {
  const leaves = fieldsOf(type).filter(
    ({ name, type }) => isLeafType(getNamedType(type)) && name !== 'totalCount' && name !== 'text',
  );
  const text = type.name === 'Article' ? [] : fieldsOf(type).filter(({ name }) => name === 'text');
  return ['__typename', ...[...leaves, ...text].map(({ name }) => name)].join(' ');
}

/** What the field leads to, told in full: all scalars of it, or of a page of it. */
export function selected(field: Field): string {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return isLeafType(type) ? '' : `{ ${onEachType(type.name)} }`;
  const nodes = type.getFields().nodes;
  if (nodes === undefined) return `{ ${leavesOf(type)} }`;
  return `{ nodes ${selected(nodes)} pageInfo { hasNextPage endCursor } }`;
}

function onEachType(name: string): string {
  const types = schema.getPossibleTypes(abstractNamed(name));
  return [
    '__typename',
    ...types
      .filter((type) => type.name !== 'Token')
      .map((type) => `... on ${type.name} { ${aliasedLeavesOf(type)} }`),
  ].join(' ');
}

/** What two types tell by one name is not of one kind. */
function aliasedLeavesOf(type: GraphQLObjectType): string {
  return leavesOf(type)
    .split(' ')
    .map((leaf) =>
      leaf.startsWith('__') || leaf === 'id' ? leaf : `${type.name}_${leaf}: ${leaf}`,
    )
    .slice(0, 3)
    .join(' ');
}

function abstractNamed(name: string) {
  const type = schema.getType(name);
  if (!type || !('resolveType' in type)) throw new Error(`${name} is no abstract type.`);
  return type;
}

/** Its arguments for a page of this size, where it has pages or a length. */
export function sized(field: Field, size: number, more: readonly string[] = []): string {
  const takesFirst = field.args.some(({ name }) => name === 'first');
  const args = [...(takesFirst ? [`first: ${size}`] : []), ...more];
  return `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
}

/** Whether it leads to objects, one or many. */
export const isEdge = ({ type }: Field): boolean => !isLeafType(getNamedType(type));

export const isPaged = ({ type }: Field): boolean => {
  const named = getNamedType(type);
  return isObjectType(named) && named.getFields().totalCount !== undefined;
};
