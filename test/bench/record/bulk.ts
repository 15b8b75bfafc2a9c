import { getColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import Database from 'libsql';

/** Rows on their way into a file that nobody else has open, past every guard that makes a single write slow. */
export interface Bulk {
  insert<T extends SQLiteTable>(table: T, row: InferInsertModel<T>): void;
  /** Makes a row of the search index. */
  index(rowid: number, title: string, body: string): void;
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
  const triggers = dropped(db, 'trigger');
  db.exec('begin');
  const inserters = new Map<SQLiteTable, Inserter>();
  let queued = 0;
  const search = db.prepare('insert into search (rowid, title, body) values (?, ?, ?)');
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
    index: (rowid, title, body) => void search.run([rowid, title, body]),
    close() {
      for (const inserter of inserters.values()) inserter.flush();
      for (const index of indexes) db.exec(index);
      // What the triggers would have indexed.
      db.exec(`delete from search_public; insert into search_public (rowid, title, outlet, body)
        select key * 4 + noun, title, outlet, body from search_public_words`);
      for (const trigger of triggers) db.exec(trigger);
      db.exec('commit; pragma wal_checkpoint(truncate)');
      db.close();
    },
  };
}

/** Drops every index that only makes reads faster, or every trigger, and answers the statements that make them again. */
function dropped(db: Database.Database, type: 'index' | 'trigger'): string[] {
  const rows = db
    .prepare('select name, sql from sqlite_schema where type = ? and sql is not null')
    .raw(true)
    .all(type);
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
