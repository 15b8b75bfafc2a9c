import { apolloOptions } from './apollo-cache.ts';
import { graphcacheOptionsFor } from './graphcache.ts';

/**
 * What Apollo Client's cache has to know of the record: `typePolicies` and `possibleTypes`. Pages become one list, `nodes`
 * and `edges` alike, and what two queries ask of one standing is kept together. Where you have policies of your own, write
 * them behind ours.
 * @example const client = new ApolloClient({ link, cache: new InMemoryCache(apolloCacheOptions) });
 */
export const apolloCacheOptions = /*#__PURE__*/ apolloOptions();

/**
 * What urql's graphcache has to know of the record: `keys`, `resolvers` for lists in pages, and `possibleTypes`. A `schema`
 * of yours beside them makes it aware of the schema.
 * @example const client = new Client({ url, exchanges: [cacheExchange(graphcacheOptions), fetchExchange] });
 */
export const graphcacheOptions = /*#__PURE__*/ graphcacheOptionsFor();
