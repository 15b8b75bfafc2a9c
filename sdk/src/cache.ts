import { type ApolloCacheOptions, apolloOptions } from './apollo-cache.ts';
import { type GraphcacheOptions, graphcacheOptionsFor } from './graphcache.ts';

/**
 * What Apollo Client's cache has to know of the record: `typePolicies` and `possibleTypes`. Pages become one list, `nodes`
 * and `edges` alike, and what two queries ask of one standing is kept together. Where you have policies of your own, write
 * them behind ours.
 * @example const client = new ApolloClient({ link, cache: new InMemoryCache(apolloCacheOptions) });
 */
export const apolloCacheOptions: ApolloCacheOptions = /*#__PURE__*/ apolloOptions();

/**
 * What urql's graphcache has to know of the record: `keys`, `resolvers` for lists in pages, and as much of the schema as
 * tells which fragment is on which type. With a whole `schema` of yours behind them it shows what it knows of an answer.
 * @example const client = new Client({ url, exchanges: [cacheExchange(graphcacheOptions), fetchExchange] });
 */
export const graphcacheOptions: GraphcacheOptions = /*#__PURE__*/ graphcacheOptionsFor();
