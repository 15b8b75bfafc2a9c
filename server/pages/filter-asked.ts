import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType } from 'graphql';
import { schema } from '../../schema/schema.ts';
import type { ClaimFilter } from './generated/documents.ts';

/** The fields of ClaimFilter: what they hold is checked by whoever executes the question. */
const filterType = schema.getType('ClaimFilter');
const fields = isInputObjectType(filterType) ? filterType.getFields() : {};

/** What an address may ask for by name. */
export const filterNames: ReadonlySet<string> = new Set(Object.keys(fields));

/** A page is as strangers see it. */
const ofEditors: ReadonlySet<string> = new Set(['notAsked', 'review']);

const most = 200;

/**
 * The filter that an address asks for by the names of ClaimFilter: an actor or article by its slug, several values with commas
 * between them, what has fields of its own as JSON. `others` are names that are none of a filter. Undefined where a name or a
 * value is none that is known; what else is wrong with it the graph says.
 */
export function filterAsked(
  search: URLSearchParams,
  others: readonly string[] = [],
): ClaimFilter | undefined {
  const filter: Record<string, unknown> = {};
  for (const [name, text] of search) {
    if (others.includes(name)) continue;
    const value =
      Object.hasOwn(filter, name) || ofEditors.has(name) ? undefined : valueAsked(name, text);
    if (value === undefined) return undefined;
    filter[name] = value.is;
  }
  // Each has the name and the kind of value that its field says, and is checked again where it is used.
  return filter as ClaimFilter;
}

function valueAsked(name: string, text: string): { readonly is: unknown } | undefined {
  if (text === '' || text.length > most) return undefined;
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  const type = field && getNullableType(field.type);
  const named = getNamedType(type);
  if (type === undefined || named === undefined) return undefined;
  if (named.name === 'Boolean')
    return /^(true|false)$/.test(text) ? { is: text === 'true' } : undefined;
  if (isInputObjectType(named)) return referenceOrJson(named.name, text);
  if (!isListType(type)) return isKnown(named, text) ? { is: text } : undefined;
  const values = text.split(',');
  return values.every((value) => isKnown(named, value)) ? { is: values } : undefined;
}

const isKnown = (type: ReturnType<typeof getNamedType>, value: string): boolean =>
  !isEnumType(type) || type.getValue(value) !== undefined;

function referenceOrJson(type: string, text: string): { readonly is: unknown } | undefined {
  if (type.endsWith('By')) return { is: { slug: text } };
  try {
    return { is: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
