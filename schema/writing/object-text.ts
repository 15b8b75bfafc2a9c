import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { JsonText } from '../../db/read/json-text.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';
import type { FieldAsked, Writing } from './writing.ts';

/** The object that a field leads to: what `write` makes of each of its fields. */
export function objectText(
  writing: Writing,
  asked: FieldAsked,
  write: (asked: FieldAsked) => JsonText,
): JsonText {
  return objectOf(fieldsBelow(writing, asked, write));
}

/** An object of these fields. */
export const objectOf = (fields: readonly (readonly [string, JsonText])[]): JsonText => [
  '{',
  ...fields.map(([before, text]) => [before, text]),
  '}',
];

/** What `write` makes of each field of the object that a field leads to, with what stands before it. */
export function fieldsBelow<A>(
  { operation, request }: Writing,
  { field, nodes }: FieldAsked,
  write: (asked: FieldAsked) => A,
): readonly (readonly [string, A | string])[] {
  const type = getNamedType(field.type);
  // What it is would decide which fields it has.
  if (!isObjectType(type)) throw new LeftToResolvers();
  const { fragments, schema } = operation;
  const fields = collectSubfields(schema, fragments, request.variables, type, [...nodes]);
  return fieldsOf(type, fields, write);
}

/** The same of an object of this type. */
export function fieldsOf<A>(
  type: GraphQLObjectType,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
  write: (asked: FieldAsked) => A,
): readonly (readonly [string, A | string])[] {
  return [...fields].map(([key, nodes], index) => {
    const before = `${index === 0 ? '' : ','}"${key}":`;
    const name = nodes[0]?.name.value ?? '';
    if (name === '__typename') return [before, JSON.stringify(type.name)];
    const field = type.getFields()[name];
    if (field === undefined) throw new LeftToResolvers();
    return [before, write({ type, field, nodes })];
  });
}
