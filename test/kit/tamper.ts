import Sqlite from 'libsql';

/** Does behind the record's back what nothing in it does. */
export function tamper(path: string, sql: string): void {
  const file = new Sqlite(path, { timeout: 1000 });
  try {
    file.exec(`pragma foreign_keys = 0; ${sql}`);
  } finally {
    file.close();
  }
}
