import { getColumns, getTableName, type InferInsertModel, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy';

/** A whole row but for its key, which the database gives: what is unknown is null, not left out. */
export type NewRow<Table extends SQLiteTable> = Required<Omit<InferInsertModel<Table>, 'key'>>;

/** How rows of one table are inserted: built once, its text never depends on what is inserted. */
interface Insertion {
  readonly columns: readonly (readonly [name: string, column: SQLiteColumn])[];
  readonly text: SQL;
  readonly ending: SQL | null;
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

/** Inserts rows in one statement and tells their keys, in the order of the rows; none where the table has no key. */
export async function insertRows<Table extends SQLiteTable>(
  db: SqliteRemoteDatabase,
  table: Table,
  rows: readonly NewRow<Table>[],
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const { columns, text, ending } = insertionInto(table);
  const values = JSON.stringify(rows.map((row) => valuesOf(row, columns)));
  if (ending === null) {
    await db.run(sql`${text}${values})`);
    return [];
  }
  const inserted = await db.values<[number]>(sql`${text}${values})${ending}`);
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
  const insertion = {
    columns,
    text: sql.raw(
      `insert into "${getTableName(table)}" (${names}) select ${values} from json_each(`,
    ),
    ending: 'key' in all ? sql.raw(' returning "key"') : null,
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
