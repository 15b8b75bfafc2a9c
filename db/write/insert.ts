import { getColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { settledTables } from '../rules/settled-tables.ts';
import type { WriteTx } from './transaction.ts';

/** A whole row: what is unknown is null, not left out. A key that is not given is given by the database. */
export type NewRow<Table extends SQLiteTable> = Required<Omit<InferInsertModel<Table>, 'key'>> & {
  readonly key?: number;
};

/** How rows of one table are inserted: its texts never depend on what is inserted, but for the number of few rows. */
interface Insertion {
  /** The text for `manyRows`, whose values are bound; null where all are inserted by one. */
  readonly full: string | null;
  readonly name: string;
  /** Which of its values is the key of what a row belongs to, where answers rest on that. */
  readonly belonging: string | undefined;
  readonly columns: readonly (readonly [name: string, column: SQLiteColumn])[];
  readonly few: readonly string[];
  readonly many: string;
  readonly hasKey: boolean;
}

// Values that are bound cost half of what it takes to read them from JSON; each number of rows is a text of its own.
const fewRows = 8;
const manyRows = 500;

/** What these are found by is written once a statement, which costs more than their values: all are inserted by one. */
const searched: ReadonlySet<string> = new Set(['actors', 'articles', 'claims', 'evidence']);

const insertions = new WeakMap<SQLiteTable, Insertion>();

/** Inserts a row and tells its key. */
export async function insertRow<Table extends SQLiteTable>(
  tx: Pick<WriteTx, 'run'>,
  table: Table,
  row: NewRow<Table>,
): Promise<number> {
  const [key] = await insertRows(tx, table, [row]);
  if (key === undefined) throw new Error(`${getTableName(table)} has no key.`);
  return key;
}

/**
 * Inserts rows, up to hundreds in one statement, and tells their keys, in the order of the rows; none where the table has no key.
 * What the rows of a settled table belong to is told, too: see RowsWritten.
 */
export async function insertRows<Table extends SQLiteTable>(
  tx: Pick<WriteTx, 'run'>,
  table: Table,
  rows: readonly NewRow<Table>[],
): Promise<readonly number[]> {
  const insertion = insertionInto(table);
  if (rows.length < manyRows || insertion.full === null) return insertTogether(tx, insertion, rows);
  const keys: number[] = [];
  for (let from = 0; from < rows.length; from += manyRows)
    keys.push(...(await insertTogether(tx, insertion, rows.slice(from, from + manyRows))));
  return keys;
}

/** Inserts rows whose keys nobody asks for: a server that gives them is not waited for. */
export async function addRows<Table extends SQLiteTable>(
  tx: Pick<WriteTx, 'run'>,
  table: Table,
  rows: readonly NewRow<Table>[],
): Promise<void> {
  const insertion = { ...insertionInto(table), hasKey: false };
  for (let from = 0; from < rows.length; from += manyRows)
    await insertTogether(tx, insertion, rows.slice(from, from + manyRows));
}

async function insertTogether(
  tx: Pick<WriteTx, 'run'>,
  { columns, few, full, many, hasKey, name, belonging }: Insertion,
  rows: readonly object[],
): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const keys = rows.flatMap((row) => keyIn(row, belonging));
  const isKnown = !hasKey || keys.length === rows.length;
  const ending = isKnown ? '' : returning;
  const text = rows.length === manyRows && full !== null ? full : few[rows.length - 1];
  const inserted = { table: name, keys };
  const told =
    text === undefined
      ? await tx.run(many + ending, [inJson(rows, columns)], isKnown ? inserted : undefined)
      : await tx.run(text + ending, bound(rows, columns), isKnown ? inserted : undefined);
  if (!hasKey) return [];
  return isKnown ? keys : told.map(([key]) => Number(key)).sort((a, b) => a - b);
}

const returning = ' returning "key"';

/** The key of what a row belongs to, where it is given. */
function keyIn(row: object, belonging: string | undefined): number | [] {
  const key: unknown = belonging === undefined ? undefined : Reflect.get(row, belonging);
  return typeof key === 'number' ? key : [];
}

function insertionInto(table: SQLiteTable): Insertion {
  const found = insertions.get(table);
  if (found !== undefined) return found;

  const all: Record<string, SQLiteColumn> = getColumns(table);
  const columns = Object.entries(all).filter(([, column]) => column.generated === undefined);
  const names = columns.map(([, column]) => `"${column.name}"`);
  const hasKey = 'key' in all;
  const name = getTableName(table);
  const told = hasKey ? 'key' : settledTables.get(name)?.key;
  const into = `insert into "${name}" (${names})`;
  const row = `(${columns.map(() => '?')})`;
  const valuesOf = (rows: number) => `${into} values ${Array(rows).fill(row)}`;
  const insertion = {
    name,
    belonging: columns.find(([, column]) => column.name === told)?.[0],
    columns,
    hasKey,
    few: Array.from({ length: fewRows }, (_, index) => valuesOf(index + 1)),
    full: searched.has(name) ? null : valuesOf(manyRows),
    many: `${into} select ${columns.map((_, index) => `value ->> ${index}`)} from json_each(?)`,
  };
  insertions.set(table, insertion);
  return insertion;
}

type Value = string | number | null;

function inJson(rows: readonly object[], columns: Insertion['columns']): string {
  return JSON.stringify(rows.map((row) => bound([row], columns)));
}

/** The values of rows, one behind the other. */
function bound(rows: readonly object[], columns: Insertion['columns']): Value[] {
  const values: Value[] = [];
  for (const row of rows)
    for (const [name, column] of columns) values.push(storedValue(column, Reflect.get(row, name)));
  return values;
}

/** A value as it is stored in a column. */
export function storedValue(column: SQLiteColumn, value: unknown): Value {
  if (value === null || value === undefined) return null;
  const stored = column.mapToDriverValue(value);
  if (typeof stored === 'boolean') return Number(stored);
  if (typeof stored === 'string' || typeof stored === 'number') return stored;
  throw new TypeError(`The column ${column.name} cannot hold what is given.`);
}
