import Database from 'libsql';
import { tablesOf } from '../writing/tables.ts';
import { openDurable } from './durable.ts';

/** Inserts all rows of the second file into the first, by prepared statements, many to a transaction, and tells what that took. */
const db = openDurable();
const source = new Database(process.argv[3] ?? '', { readonly: true });
const rowsAtOnce = 2_000;
let [rows, tookMs, cpuMicros] = [0, 0, 0];

for (const { name, columns, hasRowid } of tablesOf(source)) {
  const [held] = db.prepare(`select 1 from "${name}" limit 1`).raw(true).all();
  // What every record has from its start.
  if (held !== undefined) continue;
  const names = columns.map((column) => `"${column}"`).join(', ');
  const insert = db.prepare(`insert into "${name}" (${names}) values (${columns.map(() => '?')})`);
  const order = hasRowid ? 'order by rowid' : '';
  let waiting: unknown[][] = [];
  for (const row of source.prepare(`select ${names} from "${name}" ${order}`).raw(true).iterate()) {
    waiting.push(row as unknown[]);
    if (waiting.length < rowsAtOnce) continue;
    insertAll(insert, waiting);
    waiting = [];
  }
  if (waiting.length > 0) insertAll(insert, waiting);
}
db.close();
console.log(JSON.stringify({ rows, tookMs, cpuMicros }));

function insertAll(insert: Database.Statement, waiting: readonly unknown[][]): void {
  const [since, before] = [performance.now(), process.cpuUsage()];
  db.exec('begin immediate');
  for (const cells of waiting) insert.run(cells);
  db.exec('commit');
  const { user, system } = process.cpuUsage(before);
  rows += waiting.length;
  tookMs += performance.now() - since;
  cpuMicros += user + system;
}
