import { type Bound, endsOf, type Order, type Stretch } from '../../db/read/page.ts';
import type { Args } from '../../db/read/read.ts';
import type { NumberSeal } from '../../db/rules/number-seal.ts';
import { codedError } from '../coded.ts';
import type { CountBy } from './count-by.ts';
import type { MaybePromise } from './edge.ts';
import { decodePageCursor, encodePageCursor } from './page-cursor.ts';

/** The arguments by which every connection is paged. */
export interface PageArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/** A list as it was asked for. */
export interface OrderedList {
  /** Its name, order and filter: what its cursors are bound to. */
  readonly name: string;
  readonly order: Order;
}

/** How much of a list is asked for, and from where. */
export interface Window {
  readonly list: OrderedList;
  /** Hides the keys in its cursors. */
  readonly seal: NumberSeal;
  readonly stretch: Stretch;
  readonly size: number;
  readonly hasAfter: boolean;
  readonly hasBefore: boolean;
  /** What its statement takes: one row more than the page, to know whether there is more. */
  readonly args: Args;
}

export const defaultPageSize = 20;
export const maximalPageSize = 100;

/** Throws `BAD_USER_INPUT` for a page that is too large or makes no sense, `CURSOR_INVALID` for a foreign cursor. */
export function windowOf(
  list: OrderedList,
  { first, after, last, before }: PageArgs,
  seal: NumberSeal,
): Window {
  if (isGiven(first) && isGiven(last)) {
    throw codedError('BAD_USER_INPUT', 'Give first or last, not both.');
  }
  const backward = isGiven(last);
  const size = pageSize(last ?? first);
  const [start, end] = endsOf(list.order);
  return {
    list,
    seal,
    size,
    hasAfter: isGiven(after),
    hasBefore: isGiven(before),
    stretch: { backward, isBounded: isGiven(backward ? after : before) },
    args: {
      limit: size + 1,
      ...bound('after', isGiven(after) ? decodePageCursor(seal, list.name, after) : start),
      ...bound('before', isGiven(before) ? decodePageCursor(seal, list.name, before) : end),
    },
  };
}

/** The size of a page, or the default. Throws `BAD_USER_INPUT` above 100 and below 0. */
export function pageSize(wanted: number | null | undefined): number {
  const size = wanted ?? defaultPageSize;
  if (size < 0) throw codedError('BAD_USER_INPUT', 'A page cannot have fewer than 0 entries.');
  if (size > maximalPageSize) {
    throw codedError(
      'BAD_USER_INPUT',
      `A page has at most ${maximalPageSize} entries, not ${size}.`,
    );
  }
  return size;
}

/** What the pages of one answer have in common. */
export interface Listing {
  readonly window: Window;
  /** The number of the last event when they were read, where it was asked for. */
  readonly seq: number | null;
  /** How many rows each list has in all, up to one more than are counted. */
  totals(): MaybePromise<readonly number[]>;
  /** Counts them by what their entries have; where that is not told, they are not counted by anything. */
  readonly countBy?: CountBy;
}

export interface PageEdge<R> {
  readonly cursor: string;
  readonly node: R;
}

/** A page of a connection. What is not asked for is not worked out. */
export class ConnectionPage<R extends object> {
  readonly nodes: readonly R[];
  readonly listing: Listing;
  /** Which of the lists it is a page of. */
  readonly place: number;
  readonly hasMore: boolean;
  // A compiled query reads a property several times.
  #edges: readonly PageEdge<R>[] | null = null;
  #pageInfo: PageInfo | null = null;

  constructor(nodes: readonly R[], listing: Listing, page: { place: number; hasMore: boolean }) {
    this.nodes = nodes;
    this.listing = listing;
    this.place = page.place;
    this.hasMore = page.hasMore;
  }

  get edges(): readonly PageEdge<R>[] {
    this.#edges ??= this.nodes.map((node) => ({ cursor: this.#cursor(node), node }));
    return this.#edges;
  }

  get pageInfo(): PageInfo {
    this.#pageInfo ??= this.#workOutPageInfo();
    return this.#pageInfo;
  }

  #workOutPageInfo(): PageInfo {
    const { hasAfter, hasBefore, stretch } = this.listing.window;
    const [first] = this.nodes;
    const last = this.nodes.at(-1);
    return {
      hasNextPage: stretch.backward ? hasBefore : this.hasMore,
      hasPreviousPage: stretch.backward ? this.hasMore : hasAfter,
      startCursor: first === undefined ? null : this.#cursor(first),
      endCursor: last === undefined ? null : this.#cursor(last),
    };
  }

  #cursor(node: R): string {
    const { window } = this.listing;
    const { column } = window.list.order;
    const value = column === null ? null : property(node, column);
    return cursorOf(window, { key: property(node, 'key'), value });
  }
}

/** The cursor of the row with this key and this value of what its list is ordered by. */
export function cursorOf(
  { list, seal }: Window,
  { key, value }: { readonly key: unknown; readonly value: unknown },
): string {
  return encodePageCursor(seal, list.name, placeOf(key, value));
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

function bound(name: 'after' | 'before', { key, value }: Bound): Args {
  return { [`${name}.key`]: key, [`${name}.value`]: value };
}

function placeOf(key: unknown, value: unknown): Bound {
  if (typeof key !== 'number') throw new TypeError('A row in a page has a key.');
  return { key, value: typeof value === 'string' || typeof value === 'number' ? value : null };
}

const isGiven = <T>(value: T): value is NonNullable<T> => value !== null && value !== undefined;

const property = (row: object, name: string): unknown => Reflect.get(row, name);
