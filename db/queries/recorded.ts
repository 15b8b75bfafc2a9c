import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type Condition, valueAt } from '../read/filter.ts';

type RecordedTable = SQLiteTable & {
  readonly key: SQLiteColumn;
  readonly recordedAt: SQLiteColumn;
};

/**
 * When something entered the record. Keys grow with the record's clock, so that its moments are bounds of the key, which
 * lists are ordered by. `all` is the table itself where the rows are those of an alias.
 */
export function recorded({ key }: Pick<RecordedTable, 'key'>, all: RecordedTable) {
  const earlier = (path: string): SQL => sql`(select ${all.key} from main.${all}
    where ${all.recordedAt} <= ${valueAt(path)}
    order by ${all.recordedAt} desc, ${all.key} desc limit 1)`;
  const later = (path: string): SQL => sql`(select ${all.key} from main.${all}
    where ${all.recordedAt} >= ${valueAt(path)}
    order by ${all.recordedAt}, ${all.key} limit 1)`;
  const recordedAfter: Condition<number> = (_moment, { path }) =>
    sql`${key} > coalesce(${earlier(path)}, 0)`;
  const recordedBefore: Condition<number> = (_moment, { path }) =>
    sql`${key} < coalesce(${later(path)}, 9007199254740991)`;
  return { recordedAfter, recordedBefore };
}
