import { differingKeys } from '../rules/difference.ts';

/** What a row is to become: null makes a value unknown, undefined leaves it. */
export type Wanted<Row> = { readonly [Key in keyof Row]?: Row[Key] | undefined };

/** The values that change, and what they were; null where none does. */
export interface Change<Row> {
  readonly changed: Partial<Row>;
  readonly before: Partial<Row>;
}

export function changeOf<Row extends object>(known: Row, wanted: Wanted<Row>): Change<Row> | null {
  const given = Object.entries(wanted).filter(([, value]) => value !== undefined);
  const keys = new Set(differingKeys(known, Object.fromEntries(given)));
  if (keys.size === 0) return null;
  const only = (row: object) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => keys.has(key)));
  // Both have keys of the row alone, with its values.
  return { changed: only(wanted) as Partial<Row>, before: only(known) as Partial<Row> };
}
