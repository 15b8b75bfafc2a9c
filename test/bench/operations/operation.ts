import type Database from 'libsql';

/** One question, put to each contender in its own way; all have to answer it alike. */
export interface Operation {
  readonly name: string;
  /** The one field of the query that it asks for. */
  readonly field: string;
  readonly document: string;
  /** The floor: one statement, the best there is, whose one cell is the whole answer. */
  readonly floor: string;
  /** Prepares statements, two at most, and tells how their rows become what stands in the field. */
  readonly rows: (db: Database.Database) => (args: Args) => unknown;
  /** What is asked for, each time something else. */
  readonly values: (db: Database.Database, cursors: Cursors) => readonly Value[];
}

/** The page cursors of the list of all claims, by key. */
export type Cursors = (claim: number) => string;

/** What is asked for: as variables of the document, and, in their order, as arguments of the statements. */
export interface Value {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly args: Args;
}

export type Args = readonly (string | number)[];
export type Row = readonly unknown[];

/** How many different things an operation asks for, where the record has as many. */
export const valuesPerOperation = 200;

/** Prepares a statement that answers with rows of cells. */
export function rowsOf(db: Database.Database, sql: string): (args: Args) => readonly Row[] {
  const prepared = db.prepare(sql).raw(true);
  // With raw(true) every row is an array.
  return (args) => prepared.all(args) as readonly Row[];
}

/** As many rows as there are values, at even distances. */
export function everyNth(rows: readonly Row[]): readonly Row[] {
  const count = Math.min(valuesPerOperation, rows.length);
  return Array.from({ length: count }, (_, i) => rows[Math.floor((i * rows.length) / count)] ?? []);
}
