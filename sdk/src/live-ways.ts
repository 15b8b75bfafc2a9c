import type { Page } from './list.ts';
import type { LiveOptions } from './live.ts';
import type { Given, List, Read } from './operation.ts';

/** A page that knows at which cursor of the record it was read: a feed that begins there misses nothing. */
interface PageOnRecord<Node> extends Page<Node> {
  readonly feedCursor: string;
}

/** What can be watched: a page of a list, or a claim. */
export type LiveAnswer =
  | PageOnRecord<unknown>
  | { readonly text: string; readonly standing: unknown }
  | null;

/**
 * The way to watch a question, as the method `live` of it.
 * @example for await (const page of record.claims.live({ first: 5, signal })) show(page);
 */
export type LiveWay<Via extends readonly unknown[], Variables, Value> = (
  ...call: [...via: Via, ...given: Given<Variables, LiveOptions>]
) => AsyncGenerator<Value, void, undefined>;

/**
 * A list that can be watched.
 * @example const { nodes, pageInfo } = await record.claims({ filter: { status: 'DISPUTED' }, first: 20 });
 */
export interface LiveList<
  Via extends readonly unknown[],
  Variables,
  OfPage extends PageOnRecord<unknown>,
> extends List<Via, Variables, OfPage> {
  /**
   * The page, then the page again each time that a change of the record shows in it: at once, then at most once in two
   * seconds. Nothing is missed in between, nor while the server restarts. It ends when `signal` falls.
   * @example for await (const { nodes } of record.claims.live({ filter: { status: 'DISPUTED' }, signal })) show(nodes);
   */
  live: LiveWay<Via, Variables, OfPage>;
}

/**
 * A question about one thing that can be watched.
 * @example const claim = await record.claim({ by: { slug: 'call-happened' } });
 */
export interface LiveRead<Via extends readonly unknown[], Variables, Value>
  extends Read<Via, Variables, Value> {
  /**
   * The thing, then again each time that it has changed, its standing included: at once, then at most once in two seconds;
   * null while it is not on record. Nothing is missed in between, nor while the server restarts. It ends when `signal` falls.
   * @example for await (const claim of record.claim.live({ by: { slug: 'call-happened' }, signal })) show(claim?.standing.summary);
   */
  live: LiveWay<Via, Variables, Value>;
}
