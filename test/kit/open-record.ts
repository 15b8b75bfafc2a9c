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

/** Opens an empty record in a file of its own, with a log of its own: migrated once for all tests of a file, then copied. */
export async function openRecord(options: Omit<DatabaseOptions, 'url'> = {}): Promise<TestRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
  const path = join(folder, 'record.db');
  migrated ??= migrateOnce();
  await copyFile(await migrated, path);
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
