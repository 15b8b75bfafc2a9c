import { getColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import Database from 'libsql';

/** Rows on their way into a file that nobody else has open, past every guard that makes a single write slow. */
export interface Bulk {
  insert<T extends SQLiteTable>(table: T, row: InferInsertModel<T>): void;
  /** Puts the indexes back and leaves the file as the server expects it. */
  close(): void;
}

interface Inserter {
  queue(row: Readonly<Record<string, unknown>>): void;
  flush(): void;
}

const rowsPerStatement = 32;
const rowsPerTransaction = 100_000;

/** Opens a migrated file. */
export function openBulk(path: string): Bulk {
  const db = new Database(path);
  db.exec('pragma foreign_keys = off; pragma synchronous = off; pragma cache_size = -262144');
  const indexes = dropped(db, 'index');
  // What each row was is kept as it is inserted.
  const triggers = dropped(db, 'trigger', '%_history_of_%');
  db.exec('begin');
  const inserters = new Map<SQLiteTable, Inserter>();
  let queued = 0;
  return {
    insert(table, row) {
      let inserter = inserters.get(table);
      if (!inserter) {
        inserter = inserterInto(db, table);
        inserters.set(table, inserter);
      }
      inserter.queue(row);
      queued += 1;
      if (queued % rowsPerTransaction === 0) db.exec('commit; begin');
    },
    close() {
      for (const inserter of inserters.values()) inserter.flush();
      for (const index of indexes) db.exec(index);
      // What the triggers would have indexed.
      for (const index of searchIndexes(db))
        db.exec(`insert into ${index} (${index}) values ('rebuild')`);
      for (const trigger of triggers) db.exec(trigger);
      // Rows and events came in no order: as far as the history knows, all was there from the beginning.
      for (const history of histories(db)) db.exec(`update ${history} set since = 0`);
      db.exec('commit; pragma wal_checkpoint(truncate)');
      db.close();
    },
  };
}

const searchIndexes = (db: Database.Database): string[] =>
  namesIn(db, "sql like 'create virtual table % using fts5(%'");

const histories = (db: Database.Database): string[] =>
  namesIn(
    db,
    "type = 'table' and name like '%_history' and name <> 'quote_history' and name not like '%_word_history'",
  );

function namesIn(db: Database.Database, where: string): string[] {
  const rows = db.prepare(`select name from sqlite_schema where ${where}`).raw(true).all();
  return rows.flat().map(String);
}

/** Drops every index that only makes reads faster, or every trigger, but those called so, and answers the statements that make them again. */
function dropped(db: Database.Database, type: 'index' | 'trigger', but = ''): string[] {
  const rows = db
    .prepare(
      'select name, sql from sqlite_schema where type = ? and sql is not null and name not like ?',
    )
    .raw(true)
    .all(type, but);
  return rows.map((row) => {
    if (!Array.isArray(row)) throw new TypeError('The schema is read in rows.');
    db.exec(`drop ${type} ${String(row[0])}`);
    return String(row[1]);
  });
}

function inserterInto(db: Database.Database, table: SQLiteTable): Inserter {
  const columns = Object.entries(getColumns(table)).filter(([, column]) => !column.generated);
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const into = `insert into "${getTableName(table)}" (${names}) values `;
  const place = `(${columns.map(() => '?').join(', ')})`;
  const one = db.prepare(into + place);
  const many = db.prepare(into + Array(rowsPerStatement).fill(place).join(', '));
  let cells: unknown[] = [];
  return {
    queue(row) {
      for (const [key, column] of columns) {
        const value = row[key] ?? null;
        cells.push(value === null ? null : column.mapToDriverValue(value));
      }
      if (cells.length < columns.length * rowsPerStatement) return;
      many.run(cells);
      cells = [];
    },
    flush() {
      for (let i = 0; i < cells.length; i += columns.length) {
        one.run(cells.slice(i, i + columns.length));
      }
      cells = [];
    },
  };
}
