import { type SQL, sql } from 'drizzle-orm';
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

/** Where the value at this path stands in a statement. */
export const given = (path: string): SQL => sql`${sql.placeholder(path)}`;

/** Whether a filter's key was given. Null is as good as absent. */
export const isGiven = <T>(value: T): value is NonNullable<T> =>
  value !== null && value !== undefined;
