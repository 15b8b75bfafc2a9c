import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { newestFirst, type Order } from './page.ts';
import type { Args } from './read.ts';

/** The values of a filter by the path of their key, and its shape: which keys it has, and which flags are set. */
export interface FlatFilter {
  readonly shape: string;
  readonly args: Args;
}

/** Takes a filter apart, so that a statement can be built from its shape and filled with its values. */
export function flatten(filter: object, path: string): FlatFilter {
  const args: Record<string, string | number> = {};
  const shape: string[] = [];
  const visit = (value: unknown, at: string): void => {
    if (value === null || value === undefined) return;
    if (typeof value === 'boolean') {
      args[at] = value ? 1 : 0;
      shape.push(`${at}=${value}`);
      return;
    }
    shape.push(at);
    if (typeof value === 'string' || typeof value === 'number') args[at] = value;
    else for (const [key, inner] of Object.entries(value)) visit(inner, `${at}.${key}`);
  };
  visit(filter, path);
  return { shape: shape.join(), args };
}

/** The name of a list under this filter, which tells it from those of other shapes, and the values that it takes. */
export function filtered(name: string, filter: object): { readonly name: string; args: Args } {
  const { args, shape } = flatten(filter, 'filter');
  return { name: `${name} ${shape}`, args };
}

/** Where the value at this path stands in a statement. */
export const valueAt = (path: string): SQL => sql`${sql.placeholder(path)}`;

/** Whether a filter's key was given. Null is as good as absent. */
export const isGiven = <T>(value: T): value is NonNullable<T> =>
  value !== null && value !== undefined;

/** The keys of a filter that are given. */
export const keysGiven = (filter: object): readonly string[] =>
  Object.entries(filter).flatMap(([key, value]) => (isGiven(value) ? key : []));

/** What a condition may go by besides the value of its key. */
export interface ConditionPlace {
  /** The path of the key, under which its value comes with a request. */
  readonly path: string;
  /** The order of the list. */
  readonly order: Order;
}

/** What rows must meet for the value of one key of a filter: built once for each shape, so it goes by no plain value. */
export type Condition<V> = (value: V, at: ConditionPlace) => SQL | readonly SQL[];

/** The filter whose keys these conditions are for; what is not given does not matter. */
export type FilterBy<C> = {
  readonly [K in keyof C]?: C[K] extends Condition<infer V> ? V | null | undefined : never;
};

/** What rows must meet for all of a filter, in the order of the table of its conditions. */
export function conditionsFor<C extends object>(
  conditions: C,
  filter: FilterBy<C>,
  { path, order = newestFirst }: { readonly path: string; readonly order?: Order | undefined },
): SQL[] {
  const given = new Map(Object.entries(filter).filter(([, value]) => isGiven(value)));
  const found: SQL[] = [];
  for (const [key, condition] of Object.entries(conditions)) {
    const value = given.get(key);
    if (value !== undefined) found.push(condition(value, { path: `${path}.${key}`, order }));
    given.delete(key);
  }
  for (const key of given.keys()) throw new TypeError(`There is no condition for ${path}.${key}.`);
  return found.flat();
}

/** Equal to the value. A list in another order than by key is read along the index of that order: a plus keeps this from leading to its own. */
export const equal =
  <C extends SQLiteColumn>(column: C): Condition<C['_']['data']> =>
  (_value, { path, order }) =>
    sql`${order.by === null ? sql`` : sql`+`}${column} = ${valueAt(path)}`;

/** Above the value; never where there is none. */
export const above =
  <V = number>(column: SQLiteColumn | SQL): Condition<V> =>
  (_value, { path }) =>
    sql`${column} > ${valueAt(path)}`;

/** Below the value; never where there is none. */
export const below =
  <V = number>(column: SQLiteColumn | SQL): Condition<V> =>
  (_value, { path }) =>
    sql`${column} < ${valueAt(path)}`;

/** The column holds the key of the row that a reference names; `keyAt` finds it. */
export const refersTo =
  <R>(column: SQLiteColumn, keyAt: (by: R, path: string) => SQL): Condition<R> =>
  (by, { path }) =>
    sql`${column} = ${keyAt(by, path)}`;

/** For a key by which the list itself says who is in it. */
export const saidByList =
  <V>(): Condition<V> =>
  () => [];
