import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import { type JsonText, joined } from '../../db/read/json-text.ts';
import { LeftToResolvers } from './left-to-resolvers.ts';
import type { FieldAsked, Writing } from './writing.ts';

/** What is written of a field. */
export type WriteField = (asked: FieldAsked) => JsonText | string;

/** The object that a field leads to. */
export function objectText(
  { operation, request }: Writing,
  { field, nodes }: FieldAsked,
  write: WriteField,
): JsonText {
  const type = getNamedType(field.type);
  // What it is would decide which fields it has.
  if (!isObjectType(type)) throw new LeftToResolvers();
  const { fragments, schema } = operation;
  const fields = collectSubfields(schema, fragments, request.variables, type, [...nodes]);
  return fieldsText(type, fields, write);
}

/** An object of this type with these fields. */
export function fieldsText(
  type: GraphQLObjectType,
  fields: ReadonlyMap<string, readonly FieldNode[]>,
  write: WriteField,
): JsonText {
  const pieces: (JsonText | string)[] = ['{'];
  for (const [key, nodes] of fields) {
    const name = nodes[0]?.name.value ?? '';
    const field = type.getFields()[name];
    pieces.push(`${pieces.length === 1 ? '' : ','}"${key}":`);
    if (name === '__typename') pieces.push(JSON.stringify(type.name));
    else if (field === undefined) throw new LeftToResolvers();
    else pieces.push(write({ type, field, nodes }));
  }
  return joined([...pieces, '}']);
}
