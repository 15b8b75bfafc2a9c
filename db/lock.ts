import Sqlite from 'libsql';
import { DatabaseOwned, DatabaseUnavailable } from './startup-error.ts';
import { hasCode } from './storage-error.ts';

/**
 * Makes this process the owner of a database file until `close` is called or the process ends.
 * @throws DatabaseOwned when another owner is alive, in this process or another
 */
export function ownDatabase(path: string): { close(): void } {
  const lock = openLock(path);
  try {
    // The kernel frees it at kill -9; a file that holds a process id would outlive its process.
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    lock.close();
    if (hasCode(error, 'SQLITE_BUSY')) throw new DatabaseOwned(path);
    throw new DatabaseUnavailable(path, error);
  }
  return { close: () => lock.close() };
}

function openLock(path: string): Sqlite.Database {
  try {
    return new Sqlite(`${path}.lock`, { timeout: 0 });
  } catch (error) {
    throw new DatabaseUnavailable(path, error);
  }
}
