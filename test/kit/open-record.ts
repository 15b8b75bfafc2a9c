import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { type Database, type DatabaseOptions, openDatabase } from '../../db/client.ts';
import { removeWithUs } from './keep.ts';

/** A record of its own for one test: `await using record = await openRecord()`. */
export interface TestRecord extends AsyncDisposable {
  readonly db: Database;
  readonly path: string;
}

/** Puts something on record. */
type Fill = (db: Database) => Promise<void>;

export interface RecordOptions extends Omit<DatabaseOptions, 'url'> {
  /** The file of a record that is closed, to begin with. */
  readonly copyOf?: string;
  /** What the record holds to begin with, nothing unless given: put on record once for all who ask for it, by the usual clock. */
  readonly filled?: Fill | undefined;
}

const nothing: Fill = async () => {};
const made = new Map<Fill, Promise<string>>();

/** Opens a record in a file of its own, with a log of its own: a copy of one that was made once for many. */
export async function openRecord({
  copyOf,
  filled = nothing,
  ...options
}: RecordOptions = {}): Promise<TestRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
  const path = join(folder, 'record.db');
  await copyFile(copyOf ?? (await fileFilled(filled)), path);
  renameLog(path);
  // What was just made here is not looked through for damage.
  const check = copyOf !== undefined;
  const db = await openDatabase({ url: `file:${path}`, check, ...options });
  return {
    db,
    path,
    async [Symbol.asyncDispose]() {
      await db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function renameLog(path: string): void {
  const file = new Sqlite(path);
  file.exec("update meta set value = lower(hex(randomblob(8))) where name = 'epoch'");
  file.close();
}

function fileFilled(fill: Fill): Promise<string> {
  const known = made.get(fill) ?? makeFile(fill);
  made.set(fill, known);
  return known;
}

async function makeFile(fill: Fill): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-filled-'));
  removeWithUs(folder);
  const path = join(folder, 'record.db');
  const db = await openDatabase({ url: `file:${path}` });
  await fill(db);
  await db.close();
  return path;
}
