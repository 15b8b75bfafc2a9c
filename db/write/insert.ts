import { getColumns, getTableName, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';
import { settledTables } from '../rules/settled-tables.ts';

/** A whole row but for its key, which the database gives: what is unknown is null, not left out. */
export type NewRow<Table extends SQLiteTable> = Required<Omit<InferInsertModel<Table>, 'key'>>;

/** How rows of one table are inserted: built once, its text never depends on what is inserted. */
interface Insertion {
  readonly columns: readonly (readonly [name: string, column: SQLiteColumn])[];
  readonly text: SQL;
  readonly ending: SQL;
  readonly hasKey: boolean;
}

const insertions = new WeakMap<SQLiteTable, Insertion>();

/** Inserts a row and tells its key. */
export async function insertRow<Table extends SQLiteTable>(
  db: SqliteRemoteDatabase,
  table: Table,
  row: NewRow<Table>,
): Promise<number> {
  const [key] = await insertRows(db, table, [row]);
  if (key === undefined) throw new Error(`${getTableName(table)} has no key.`);
  return key;
}

/**
 * Inserts rows in one statement and tells their keys, in the order of the rows; none where the table has no key. The statement
 * tells, too, what the rows of a settled table belong to: see RowsWritten.
 */
export async function insertRows<Table extends SQLiteTable>(
  db: SqliteRemoteDatabase,
  table: Table,
  rows: readonly NewRow<Table>[],
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const { columns, text, ending, hasKey } = insertionInto(table);
  const values = JSON.stringify(rows.map((row) => valuesOf(row, columns)));
  const inserted = await db.values<[number]>(sql`${text}${values})${ending}`);
  if (!hasKey) return [];
  return inserted.map(([key]) => key).sort((a, b) => a - b);
}

function insertionInto(table: SQLiteTable): Insertion {
  const found = insertions.get(table);
  if (found !== undefined) return found;

  const all: Record<string, SQLiteColumn> = getColumns(table);
  const columns = Object.entries(all).filter(
    ([name, column]) => name !== 'key' && column.generated === undefined,
  );
  const names = columns.map(([, column]) => `"${column.name}"`);
  const values = columns.map((_, index) => `value ->> ${index}`);
  const hasKey = 'key' in all;
  const told = hasKey ? 'key' : settledTables.get(getTableName(table))?.key;
  const insertion = {
    columns,
    hasKey,
    text: sql.raw(
      `insert into "${getTableName(table)}" (${names}) select ${values} from json_each(`,
    ),
    ending: sql.raw(told === undefined ? '' : ` returning "${told}"`),
  };
  insertions.set(table, insertion);
  return insertion;
}

function valuesOf(row: object, columns: Insertion['columns']): unknown[] {
  const given = new Map(Object.entries(row));
  return columns.map(([name, column]) => {
    const value: unknown = given.get(name);
    return value === null || value === undefined ? null : column.mapToDriverValue(value);
  });
}
