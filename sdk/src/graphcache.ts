import { connections, fieldsOf, possibleTypes, values } from './generated/cache.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** Graphcache's cache, as far as it is asked here. */
interface Cache {
  resolve(entity: string, field: string, args?: never): unknown;
}

/** Where a field stands that is read. */
interface Place {
  readonly parentKey: string;
  readonly fieldName: string;
}

/** What graphcache takes for a list: the key of a page of it, or the list itself. */
type Resolved = string | null | undefined | Joined;

interface Joined {
  readonly [field: string]: string | string[] | Record<string, string | boolean | null>;
}

type Resolver = (
  ...call: [parent: unknown, args: Arguments, cache: Cache, place: Place]
) => Resolved;

/** Options of `cacheExchange` of `@urql/exchange-graphcache`. */
export interface GraphcacheOptions {
  readonly keys: Record<string, () => null>;
  readonly resolvers: Record<string, Record<string, Resolver>>;
  readonly schema: { readonly __schema: ReturnType<typeof typesAlone> };
}

/** Makes the options of `cacheExchange` of `@urql/exchange-graphcache`. */
export function graphcacheOptionsFor(): GraphcacheOptions {
  const resolvers: Record<string, Record<string, Resolver>> = {};
  for (const [type, fields] of Object.entries(connections))
    resolvers[type] = Object.fromEntries(Object.keys(fields).map((field) => [field, pages]));
  return {
    keys: Object.fromEntries(values.map((type) => [type, () => null])),
    resolvers,
    schema: { __schema: typesAlone() },
  };
}

/**
 * The schema as far as graphcache needs one to tell which fragment is on which type. No field may be null by it: so nothing
 * is said to be null that the cache merely does not know.
 */
function typesAlone() {
  const type = { kind: 'NON_NULL', ofType: { kind: 'SCALAR', name: 'Any' } };
  const abstract = Object.entries(possibleTypes);
  const objects = Object.entries(fieldsOf).map(([name, fields]) => ({
    kind: 'OBJECT',
    name,
    fields: fields.split(' ').map((field) => ({ name: field, type, args: [] })),
    interfaces: abstract.filter(([, types]) => types.includes(name)).map(([of]) => ({ name: of })),
  }));
  const others = abstract.map(([name, types]) => ({
    kind: 'UNION',
    name,
    possibleTypes: types.map((of) => ({ name: of })),
  }));
  return {
    queryType: { name: 'Query' },
    mutationType: { name: 'Mutation' },
    subscriptionType: { name: 'Subscription' },
    types: [...objects, ...others],
  };
}

/**
 * A list with all its pages that are in the cache, from the first on, each where the one before it ends. Any other is read
 * by itself: its list begins otherwise by now, or nobody has read its beginning.
 */
function pages(...[, args, cache, place]: [unknown, Arguments, Cache, Place]): Resolved {
  // What it takes for arguments, and for nothing else, is as its own types have it.
  const pageWith = (given: Arguments) =>
    cache.resolve(place.parentKey, place.fieldName, given as never);
  const own = pageWith(args);
  if (typeof own !== 'string') return undefined;

  const asked = ['nodes', 'edges'].filter((list) => Array.isArray(cache.resolve(own, list)));
  const isWhole = (page: unknown): page is string =>
    typeof page === 'string' && asked.every((list) => Array.isArray(cache.resolve(page, list)));
  const { after: _, ...first } = args;
  const found: string[] = [];
  let page = pageWith(first) ?? pageWith({ ...first, after: null });
  while (isWhole(page) && !found.includes(page)) {
    found.push(page);
    page = pageWith({ ...first, after: endOf(page, cache) });
  }
  return found.length > 1 && found.includes(own) ? joined(found, asked, cache) : own;
}

/** The cursor behind which the next page begins. */
function endOf(page: string, cache: Cache): unknown {
  const end = cache.resolve(String(cache.resolve(page, 'pageInfo')), 'endCursor');
  if (end !== undefined) return end ?? '';
  const edges = cache.resolve(page, 'edges');
  const last: unknown = Array.isArray(edges) ? edges.at(-1) : undefined;
  return (typeof last === 'string' ? cache.resolve(last, 'cursor') : undefined) ?? '';
}

/** One list of many pages. What is not told here is that of the page which was asked for. */
function joined(found: readonly string[], asked: readonly string[], cache: Cache): Joined {
  const [first = '', last = ''] = [found[0], found.at(-1)];
  const infoOf = (page: string, ...fields: readonly string[]) => {
    const info = String(cache.resolve(page, 'pageInfo'));
    const told = fields.map((field) => [field, cache.resolve(info, field)] as const);
    return Object.fromEntries(told.filter(([, value]) => value !== undefined));
  };
  const all = (list: string) => found.flatMap((page) => cache.resolve(page, list) as string[]);
  const things = new Set<unknown>();
  const isNew = (thing: unknown) => !things.has(thing) && things.add(thing);
  return {
    __typename: String(cache.resolve(first, '__typename')),
    pageInfo: {
      __typename: 'PageInfo',
      ...infoOf(first, 'startCursor', 'hasPreviousPage'),
      ...infoOf(last, 'endCursor', 'hasNextPage'),
    },
    ...(asked.includes('nodes') && { nodes: [...new Set(all('nodes'))] }),
    ...(asked.includes('edges') && {
      edges: all('edges').filter((edge) => isNew(cache.resolve(edge, 'node') ?? edge)),
    }),
  };
}
