import { getColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { settledTables } from '../rules/settled-tables.ts';
import { storedValue } from './insert.ts';
import type { WriteTx } from './transaction.ts';

/** What is to be another in one row. */
interface RowChange<Table extends SQLiteTable> {
  readonly key: number;
  readonly set: Partial<Omit<InferInsertModel<Table>, 'key'>>;
}

/** By the names of the columns that are set: few ever are. */
type Texts = Map<string, string>;

const texts = new WeakMap<SQLiteTable, Texts>();

/** Sets columns of the row with this key, and tells which row it is where answers rest on that: see RowsWritten. */
export async function updateRow<Table extends SQLiteTable>(
  tx: Pick<WriteTx, 'run'>,
  table: Table,
  { key, set }: RowChange<Table>,
): Promise<void> {
  const columns: Record<string, SQLiteColumn> = getColumns(table);
  const changed = Object.entries(set).flatMap(([name, value]) => {
    const column = columns[name];
    return column === undefined || value === undefined ? [] : [{ name, column, value }];
  });
  if (changed.length === 0) return;
  const values = changed.map(({ column, value }) => storedValue(column, value));
  const name = getTableName(table);
  const told = settledTables.get(name)?.mayChange ? { table: name, keys: [key] } : undefined;
  await tx.run(textOf(table, changed), [...values, key], told);
}

function textOf(
  table: SQLiteTable,
  changed: readonly { readonly name: string; readonly column: SQLiteColumn }[],
): string {
  const known: Texts = texts.get(table) ?? new Map();
  texts.set(table, known);
  const names = changed.map(({ name }) => name).join();
  const found = known.get(names);
  if (found !== undefined) return found;
  const sets = changed.map(({ column }) => `"${column.name}" = ?`);
  const text = `update "${getTableName(table)}" set ${sets} where "key" = ?`;
  known.set(names, text);
  return text;
}
