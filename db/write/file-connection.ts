import type { InValue } from '@libsql/client';
import type Sqlite from 'libsql';
import { LastUsed } from '../read/last-used.ts';
import type { Connection, Rows } from './connection.ts';

// Some texts vary with what they are asked for, such as those of lists.
const keptStatements = 500;

interface Prepared {
  readonly statement: Sqlite.Statement;
  readonly answers: boolean;
}

const none: Rows = [];

/** The connection to a file, which it closes. Its statements are prepared once, and those used last are kept. */
export function fileConnection(file: Sqlite.Database): Connection {
  const kept = new LastUsed<string, Prepared>(keptStatements);
  const prepared = (text: string): Prepared => kept.get(text, () => prepare(file, text));
  const run = (text: string): void => {
    prepared(text).statement.run([]);
  };
  return {
    isFile: true,
    get isOpen() {
      return file.inTransaction;
    },
    begin: () => run('begin immediate'),
    execute(text, args) {
      const { answers, statement } = prepared(text);
      const values = args.map(bound);
      // Read to its end: one that is left in the midst of its rows lets nothing be committed.
      if (answers) return statement.all(values).map(cellsOf);
      statement.run(values);
      return none;
    },
    first: (text, args) => prepared(text).statement.get(args.map(bound)),
    commit: () => run('commit'),
    rollback: () => run('rollback'),
    close() {
      try {
        // Kept statements keep it open, and what it began: until they are forgotten, nobody else could write.
        if (file.inTransaction) run('rollback');
      } catch {
        // It is given up.
      }
      file.close();
    },
  };
}

function prepare(file: Sqlite.Database, text: string): Prepared {
  const statement = file.prepare(text);
  const answers = statement.reader;
  return { statement: answers ? statement.raw(true) : statement, answers };
}

/** A value as the driver takes it: at a boolean it would end the process, and it would store what is missing as null. */
function bound(value: InValue | undefined): unknown {
  if (typeof value === 'string' || value === null) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof ArrayBuffer) return Buffer.from(value);
  if (value instanceof Date) return value.valueOf();
  if (value === undefined || typeof value === 'number')
    throw new TypeError(`A statement cannot take the value ${value}.`);
  return value;
}

function cellsOf(row: unknown): readonly unknown[] {
  if (!Array.isArray(row)) throw new TypeError('A row is a list of cells.');
  const cells: unknown[] = row;
  for (const [place, cell] of cells.entries()) {
    if (cell instanceof Uint8Array) cells[place] = cell.buffer;
  }
  return cells;
}
