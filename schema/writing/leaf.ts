import {
  type GraphQLOutputType,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
} from 'graphql';
import type { Manner } from '../../db/read/json-text.ts';

/** How a value of this type is written; null where it has fields of its own. */
export function mannerOf(type: GraphQLOutputType): Manner | null {
  const named = getNullableType(type);
  if (isListType(named)) return isLeafList(named.ofType) ? 'json' : null;
  if (isEnumType(named)) return 'quoted';
  return isScalarType(named) ? (manners.get(named.name) ?? null) : null;
}

/** Whether there may be no value. */
export const isNullable = (type: GraphQLOutputType): boolean => !isNonNullType(type);

// A Date and a URL are stored as they are told.
const manners: ReadonlyMap<string, Manner> = new Map([
  ['ID', 'quoted'],
  ['String', 'quoted'],
  ['URL', 'quoted'],
  ['Date', 'quoted'],
  ['Int', 'quoted'],
  ['Boolean', 'boolean'],
  ['Float', 'float'],
  ['DateTime', 'moment'],
]);

function isLeafList(item: GraphQLOutputType): boolean {
  const manner = mannerOf(item);
  return manner === 'quoted' || manner === 'boolean';
}
