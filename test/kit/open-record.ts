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

let migrated: Promise<string> | undefined;

export interface RecordOptions extends Omit<DatabaseOptions, 'url'> {
  /** The file of a record that is closed, to begin with. */
  readonly copyOf?: string;
}

/** Opens a record in a file of its own, with a log of its own: a copy, or an empty one that was migrated once for many. */
export async function openRecord({ copyOf, ...options }: RecordOptions = {}): Promise<TestRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
  const path = join(folder, 'record.db');
  if (copyOf === undefined) migrated ??= migrateOnce();
  await copyFile(copyOf ?? (await migrated) ?? '', path);
  renameLog(path);
  const db = await openDatabase({ url: `file:${path}`, ...options });
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

async function migrateOnce(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-migrated-'));
  removeWithUs(folder);
  const path = join(folder, 'record.db');
  const db = await openDatabase({ url: `file:${path}` });
  await db.close();
  return path;
}
