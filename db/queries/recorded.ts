import { type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { given, isGiven } from '../read/filter.ts';

/** When something entered the record, later than the one and earlier than the other moment. */
export interface RecordedFilter {
  readonly recordedAfter?: number | null | undefined;
  readonly recordedBefore?: number | null | undefined;
}

type RecordedTable = SQLiteTable & {
  readonly key: SQLiteColumn;
  readonly recordedAt: SQLiteColumn;
};

/** Keys grow with the record's clock, so that its moments are bounds of the key, which lists are ordered by. */
export function recorded(table: RecordedTable, filter: RecordedFilter, path: string): SQL[] {
  const { key, recordedAt } = table;
  const after = sql`${key} > coalesce((select ${key} from ${table}
    where ${recordedAt} <= ${given(`${path}.recordedAfter`)}
    order by ${recordedAt} desc, ${key} desc limit 1), 0)`;
  const before = sql`${key} < coalesce((select ${key} from ${table}
    where ${recordedAt} >= ${given(`${path}.recordedBefore`)}
    order by ${recordedAt}, ${key} limit 1), 9007199254740991)`;
  return [
    ...(isGiven(filter.recordedAfter) ? [after] : []),
    ...(isGiven(filter.recordedBefore) ? [before] : []),
  ];
}
