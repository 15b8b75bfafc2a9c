import { existsSync, rmSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import Sqlite from 'libsql';
import { hasCode } from '../read/storage-error.ts';
import { DatabaseOwned, DatabaseUnavailable } from './startup-error.ts';

const takeAlone = 'pragma journal_mode = memory; begin exclusive';

/**
 * Makes this process the owner of a database file until `close` is called or the process ends.
 * @throws DatabaseOwned when another owner is alive, in this process or another
 */
export function ownDatabase(path: string): { close(): void } {
  // The kernel frees it at kill -9; a file that holds a process id would outlive its process.
  const own = locked(path, lockOf(path), takeAlone);
  try {
    assertNoWorker(path);
    return own;
  } catch (error) {
    own.close();
    throw error;
  }
}

/** Passes when nobody rewrites the file in the name of an owner that was killed. @throws DatabaseOwned */
function assertNoWorker(path: string): void {
  const lock = `${path}.compact.lock`;
  if (!existsSync(lock)) return;
  locked(path, lock, takeAlone).close();
  rmSync(lock, { force: true });
}

/**
 * Keeps owners away from a database that this process may not own, since it cannot write there. Others may do the same.
 * Where the owners' lock is not there, it cannot be made either: then nothing is kept away.
 * @throws DatabaseOwned when an owner is alive
 */
export function shareDatabase(path: string): { close(): void } {
  if (!existsSync(lockOf(path))) return { close: () => {} };
  return locked(
    path,
    `${pathToFileURL(lockOf(path)).href}?mode=ro`,
    'begin; select count(*) from sqlite_schema',
  );
}

function lockOf(path: string): string {
  return `${path}.lock`;
}

function locked(path: string, address: string, take: string): { close(): void } {
  const lock = openLock(path, address);
  try {
    lock.exec(take);
  } catch (error) {
    lock.close();
    if (hasCode(error, 'SQLITE_BUSY')) throw new DatabaseOwned(path);
    throw new DatabaseUnavailable(path, error);
  }
  return { close: () => lock.close() };
}

function openLock(path: string, address: string): Sqlite.Database {
  try {
    return new Sqlite(address, { timeout: 0 });
  } catch (error) {
    throw new DatabaseUnavailable(path, error);
  }
}
