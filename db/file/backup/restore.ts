import { randomBytes } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Sqlite from 'libsql';
import { keepMode } from '../file-mode.ts';
import { hasLog } from '../file-state.ts';
import { ownDatabase } from '../lock.ts';
import { assertFileSchema } from '../look-at-file.ts';
import { BackupDamaged, BackupNotFound, DatabaseExists } from '../startup-error.ts';
import { type Backup, unfinishedOf } from './back-up.ts';
import { checksumOf, readChecksum } from './checksum.ts';
import { type Examined, examinedFile, FileWorkFailed } from './run-worker.ts';
import { syncFolderOf } from './sync-folder.ts';

/**
 * Makes the database `to` of the backup `from`, where there is none. Its log of events goes on under a new name, so
 * that no cursor of the database that was backed up leads to what did not happen here.
 * @throws BackupNotFound, BackupDamaged, DatabaseExists, DatabaseOwned, SchemaNewer, SchemaChanged, DatabaseForeign
 */
export async function restoreFile(
  from: string,
  to: string,
  signal?: AbortSignal | undefined,
): Promise<Backup> {
  if (!existsSync(from)) throw new BackupNotFound(from);
  const checksum = await readChecksum(from);
  if (checksum === null) throw new BackupNotFound(checksumOf(from));
  mkdirSync(dirname(to), { recursive: true });
  const owned = ownDatabase(to, 'restore');
  const unfinished = unfinishedOf(to);
  try {
    const isThere = (statSync(to, { throwIfNoEntry: false })?.size ?? 0) > 0;
    if (isThere || hasLog(to)) throw new DatabaseExists(to);
    // Not by `copyFile`, which gives the copy the mode of the backup.
    await pipeline(createReadStream(from), createWriteStream(unfinished));
    const examined = await examinedCopy(from, unfinished, signal);
    if (examined.sha256 !== checksum) {
      throw new BackupDamaged(from, 'it has another checksum than the one beside it');
    }
    await assertFileSchema(unfinished, from);
    renameLog(unfinished);
    keepMode(unfinished, to);
    await rename(unfinished, to);
    syncFolderOf(to);
    return { file: to, ...examined };
  } finally {
    rmSync(unfinished, { force: true });
    owned.close();
  }
}

async function examinedCopy(
  from: string,
  copy: string,
  signal: AbortSignal | undefined,
): Promise<Examined> {
  try {
    return await examinedFile({ from: copy }, signal);
  } catch (error) {
    throw error instanceof FileWorkFailed ? new BackupDamaged(from, error.message) : error;
  }
}

/** Gives the log of events a new random name. The change is synced when it is committed. */
function renameLog(path: string): void {
  const file = new Sqlite(path, { timeout: 0 });
  try {
    const epoch = randomBytes(8).toString('hex');
    file.prepare("update meta set value = ? where name = 'epoch'").run(epoch);
  } finally {
    file.close();
  }
}
