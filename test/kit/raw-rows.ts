import Sqlite from 'libsql';

/** What a select finds in the file, seen from another connection: what is committed, and nothing else. */
export function rawRows<Row>(path: string, select: string, ...args: readonly unknown[]): Row[] {
  const file = new Sqlite(path, { timeout: 1000 });
  try {
    file.exec('pragma query_only = 1');
    // The test says what its own select answers.
    return file.prepare(select).all(...args) as Row[];
  } finally {
    file.close();
  }
}
