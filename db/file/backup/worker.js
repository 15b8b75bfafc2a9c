import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  fsyncSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { crc32 } from 'node:zlib';
import Sqlite from 'libsql';

// Plain JavaScript, so that it runs as it stands: from the sources, too, the process starts without a loader.

const lockWaitMs = 5000;
const bytesAtOnce = 1024 * 1024;
const parent = process.ppid;

/**
 * Writes a copy of the database `from` into the new file `to`, then examines it.
 * @param {{ from: string, to: string }} paths
 */
function copy({ from, to }) {
  const file = new Sqlite(from, { timeout: lockWaitMs });
  // Two processes that fold a log at once can lose what was committed: that is for its owner.
  file.exec('pragma wal_autocheckpoint = 0');
  file.prepare('vacuum into ?').run(to);
  file.close();
  const copied = openSync(to, 'r+');
  fsyncSync(copied);
  closeSync(copied);
  if (process.ppid !== parent) {
    // Whoever asked was killed meanwhile.
    rmSync(to);
    process.exit();
  }
  return examine({ from: to });
}

/**
 * Looks at every page, index and reference of a file that nobody writes.
 * @param {{ from: string }} paths
 */
function examine({ from }) {
  const file = new Sqlite(from, { timeout: 0 });
  const cell = (/** @type {string} */ query) => Object(file.prepare(query).raw(true).get())[0];
  const fault = cell('pragma integrity_check(1)');
  const broken = cell('select "table" from pragma_foreign_key_check limit 1');
  const seq = cell('select coalesce(max(seq), 0) from events');
  file.close();
  if (fault !== 'ok') throw new Error(`The copy is damaged: ${fault}`);
  if (broken !== undefined) throw new Error(`A row of ${broken} refers to one that is not there.`);
  return { seq, bytes: statSync(from).size, sha256: hashOf(from) };
}

/**
 * The CRC-32 of a file that nobody folds a log into meanwhile, some 1 ms a MiB: any change by accident makes it another.
 * @param {{ from: string }} paths
 */
async function sum({ from }) {
  let sum = 0;
  for await (const piece of createReadStream(from, { highWaterMark: bytesAtOnce }))
    sum = crc32(piece, sum);
  return sum;
}

/**
 * Looks at every page, index and reference of a database that others read and write: what is wrong with it, or null. Each
 * table is looked at as it is when its turn comes, since nobody can fold the log past what is being read.
 * @param {{ from: string }} paths
 */
function inspect({ from }) {
  const file = new Sqlite(from, { timeout: lockWaitMs });
  file.exec('pragma wal_autocheckpoint = 0; pragma query_only = 1');
  const cell = (/** @type {string} */ query) => Object(file.prepare(query).raw(true).get())[0];
  for (const table of tablesOf(file)) {
    if (process.ppid !== parent) leaveAtOnce();
    const fault = cell(`pragma integrity_check("${table}")`);
    if (fault !== 'ok') return `${table}: ${fault}`;
    const broken = cell(`select "table" from pragma_foreign_key_check('${table}') limit 1`);
    if (broken !== undefined) return `a row of ${broken} refers to one that is not there`;
  }
  return null;
}

/**
 * Ends without closing a database: where its owner was killed meanwhile, whoever closes it last folds the log, which is for
 * the next owner.
 */
function leaveAtOnce() {
  process.kill(process.pid, 'SIGKILL');
}

/** @param {Sqlite.Database} file */
function tablesOf(file) {
  const rows = file.prepare("select name from sqlite_schema where type = 'table'").raw(true).all();
  return ['sqlite_schema', ...rows.map((row) => String(Object(row)[0]))];
}

/**
 * Rewrites the database, so that nothing is left in it of what was deleted. Nobody else may write meanwhile.
 * @param {{ from: string }} paths
 */
function compact({ from }) {
  // Where its owner is killed, the next one is not to begin before this has ended: see lock.ts.
  const lock = new Sqlite(`${from}.compact.lock`, { timeout: 0 });
  lock.exec('pragma journal_mode = memory; begin exclusive');
  const file = new Sqlite(from, { timeout: lockWaitMs });
  file.exec('pragma wal_autocheckpoint = 0');
  // The indexes of the search only note what is gone, until they are merged into one piece.
  for (const index of searchIndexes(file))
    file.exec(`insert into ${index} (${index}) values ('optimize')`);
  // The second copy that this takes would stand in memory otherwise.
  file.exec('pragma temp_store = file; vacuum');
  file.close();
  rmSync(`${from}.compact.lock`);
  lock.close();
  return null;
}

/**
 * Looks whether each index of the search holds the words that its view tells, and no others: the names of those that do not.
 * It only asks, but by an insert, so that nobody else may write meanwhile.
 * @param {{ from: string }} paths
 */
function checkSearch({ from }) {
  const file = new Sqlite(from, { timeout: lockWaitMs });
  file.exec('pragma wal_autocheckpoint = 0; begin immediate');
  const atFault = searchIndexes(file).filter((index) => {
    try {
      file.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
      return false;
    } catch (error) {
      if (!String(Object(error).code).startsWith('SQLITE_CORRUPT')) throw error;
      return true;
    }
  });
  file.exec('rollback');
  file.close();
  return atFault;
}

/** @param {Sqlite.Database} file */
function searchIndexes(file) {
  const rows = file.prepare(
    "select name from sqlite_schema where sql like 'create virtual table % using fts5(%'",
  );
  return rows
    .raw(true)
    .all()
    .map((row) => String(Object(row)[0]));
}

/** @param {string} path */
function hashOf(path) {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(bytesAtOnce);
  const file = openSync(path, 'r');
  for (;;) {
    const read = readSync(file, chunk);
    if (read === 0) break;
    hash.update(chunk.subarray(0, read));
  }
  closeSync(file);
  return hash.digest('hex');
}

/** @type {Readonly<Record<string, (paths: { from: string, to: string }) => unknown>>} */
const tasks = { copy, examine, sum, inspect, compact, checkSearch };

process.once('message', async (asked) => {
  const { task, from, to } = Object(asked);
  let told;
  try {
    told = { done: await tasks[task]?.({ from, to }) };
  } catch (error) {
    const { code, message } = Object(error);
    told = { failed: { code: String(code), message: String(message) } };
  }
  process.send?.(told, () => (task === 'inspect' ? leaveAtOnce() : process.disconnect()));
});
