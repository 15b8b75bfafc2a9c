import type Database from 'libsql';
import { z } from 'zod';
import { openDurable, serveWrites } from './durable.ts';

/** Inserts the rows that our server wrote, by prepared statements, in groups that share one transaction and one sync. */
const db = openDurable();
const groupSize = 16;

/** The rows of one change: of each its table and its cells. */
const change = z.array(z.tuple([z.string(), z.array(z.union([z.string(), z.number(), z.null()]))]));
type Change = z.infer<typeof change>;

const inserts = new Map<string, Database.Statement>();
let waiting: { readonly rows: Change; readonly answer: (body: string) => void }[] = [];

serveWrites((body, answer) => {
  waiting.push({ rows: JSON.parse(body), answer });
  if (waiting.length < groupSize) return;
  const group = waiting;
  waiting = [];
  insertGroup(group.map(({ rows }) => rows));
  for (const { answer } of group) answer('{"data":{}}');
});

/** Without HTTP: what the inserts alone cost. */
process.on('message', (message) => {
  const { data } = z.object({ insert: z.array(change) }).safeParse(message);
  if (data === undefined) return;
  const before = process.cpuUsage();
  for (let from = 0; from < data.insert.length; from += groupSize)
    insertGroup(data.insert.slice(from, from + groupSize));
  const { user, system } = process.cpuUsage(before);
  process.send?.({ inserted: user + system });
});

function insertGroup(changes: readonly Change[]): void {
  db.exec('begin immediate');
  for (const rows of changes)
    for (const [table, cells] of rows) insertInto(table, cells).run(cells);
  db.exec('commit');
}

function insertInto(table: string, cells: Change[number][1]): Database.Statement {
  let insert = inserts.get(table);
  if (insert === undefined) {
    // Without those that are generated.
    const names = db.prepare(`select name from pragma_table_info('${table}')`).raw(true).all();
    const places = cells.map(() => '?').join(', ');
    insert = db.prepare(`insert into "${table}" ("${names.join('", "')}") values (${places})`);
    inserts.set(table, insert);
  }
  return insert;
}
