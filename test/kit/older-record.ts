import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { migrationsFolder } from '../../db/file/migrate.ts';
import { migrateFile } from '../../db/file/migrate-file.ts';
import { standingOf } from '../../db/rules/standing-stored.ts';

/** The last migration of the program before actors and claims could be one with others. */
const lastBefore = '20261122132709_reading';

/** Makes the database at `path`, with the migrations up to the one of this name. */
export async function databaseOf(path: string, last: string): Promise<void> {
  const folder = `${path}.migrations`;
  await mkdir(folder);
  for (const name of (await readdir(migrationsFolder)).sort()) {
    if (name <= last)
      await cp(join(migrationsFolder, name), join(folder, name), { recursive: true });
  }
  await migrateFile(path, { migrationsFolder: folder, location: path }, () => {});
}

/**
 * Makes a record of before `Identity` at `path`, with what the record at `from` holds of it: rows as that program wrote them.
 * Nothing in it may be one with anything else, or what that program did not know.
 */
export async function olderRecord(path: string, from: string): Promise<void> {
  await databaseOf(path, lastBefore);
  const file = new Sqlite(path);
  file.exec('pragma foreign_keys = off');
  file.prepare('attach ? as newer').run([from]);
  file.exec('begin');
  const tables = namesIn(file, "select name from pragma_table_list where schema = 'main'");
  const isOfRecord = (name: string) => !/search|^sqlite_|^__|^meta$/.test(name);
  for (const table of tables.filter(isOfRecord)) {
    const known = `select name from pragma_table_xinfo('${table}', 'main') where hidden = 0`;
    const told = `select name from pragma_table_xinfo('${table}', 'newer') where hidden = 0`;
    const columns = namesIn(file, `${known} intersect ${told}`).map((name) => `"${name}"`);
    file.exec(`insert into main."${table}" (${columns}) select ${columns} from newer."${table}"`);
  }
  writeStandingsAsThen(file);
  file.exec('commit; detach newer; pragma wal_checkpoint(truncate)');
  file.close();
}

function writeStandingsAsThen(file: Sqlite.Database): void {
  const update = file.prepare('update main.standings set standing = ? where claim = ?');
  const rows = file.prepare('select claim, standing from newer.standings').raw(true).all();
  for (const row of rows) {
    if (!Array.isArray(row)) throw new TypeError('Rows are read as arrays.');
    update.run([JSON.stringify(standingOf(String(row[1]))), row[0]]);
  }
}

function namesIn(file: Sqlite.Database, select: string): string[] {
  return file.prepare(select).raw(true).all().flat().map(String);
}
