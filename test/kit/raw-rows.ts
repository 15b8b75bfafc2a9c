import Sqlite from 'libsql';

/** What a select finds. */
type Select = <Row>(select: string, ...args: readonly unknown[]) => Row[];

/** What a select finds in the file, seen from another connection: what is committed, and nothing else. */
export function rawRows<Row>(path: string, select: string, ...args: readonly unknown[]): Row[] {
  return withRawRows(path, (rows) => rows<Row>(select, ...args));
}

/** The same for several selects over one connection: to open one costs more than most selects do. */
export function withRawRows<Found>(path: string, look: (rows: Select) => Found): Found {
  const file = new Sqlite(path, { timeout: 1000 });
  try {
    file.exec('pragma query_only = 1');
    return look(
      <Row>(select: string, ...args: readonly unknown[]) =>
        // The test says what its own select answers.
        file.prepare(select).all(...args) as Row[],
    );
  } finally {
    file.close();
  }
}
