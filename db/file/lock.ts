import { once } from 'node:events';
import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { pathToFileURL } from 'node:url';
import Sqlite from 'libsql';
import { hasCode } from '../read/storage-error.ts';
import { noteOwner, type Owner, ownerOf } from './owner.ts';
import {
  DatabaseLinked,
  DatabaseOpenElsewhere,
  DatabaseOwned,
  DatabaseUnavailable,
} from './startup-error.ts';

const takeAlone = 'pragma journal_mode = memory; begin exclusive';

/**
 * Makes this process the owner of a database file until `close` is called or the process ends; others are told the
 * `command` that it is.
 * @throws DatabaseOwned when another owner is alive, in this process or another
 */
export function ownDatabase(path: string, command?: string | undefined): { close(): void } {
  // The kernel frees it at kill -9; a file that holds a process id would outlive its process.
  const owner = () => ownerOf(path);
  const own = locked(path, { address: lockOf(path), take: takeAlone, owner });
  try {
    assertNoWorker(path);
  } catch (error) {
    own.close();
    throw error;
  }
  const note = command === undefined ? null : noteOwner(path, command);
  return {
    close() {
      note?.close();
      own.close();
    },
  };
}

/**
 * Makes this process the owner of the file itself, by whatever name, until `close` is called or the process ends: the lock
 * of `ownDatabase` goes by one name. A file that is not there is made.
 * @throws DatabaseLinked, DatabaseOpenElsewhere
 */
export async function ownFile(path: string): Promise<{ close(): Promise<void> }> {
  if (!existsSync(path)) writeFileSync(path, '', { flag: 'wx' });
  assertOneName(path);
  const { dev, ino } = statSync(path, { bigint: true });
  const server = createServer((socket) => socket.destroy()).unref();
  try {
    // No file: a name that Linux keeps for as long as the process lives.
    server.listen(`\0onrecord:${dev}:${ino}`);
    await once(server, 'listening');
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) throw new DatabaseOpenElsewhere(path);
    // Other systems know no such names.
    return { close: async () => {} };
  }
  return {
    async close() {
      await once(server.close(), 'close');
    },
  };
}

/** Passes when the file has one name. @throws DatabaseLinked */
export function assertOneName(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() && found.nlink > 1) throw new DatabaseLinked(path, found.nlink);
}

/** Passes when nobody rewrites the file in the name of an owner that was killed. @throws DatabaseOwned */
function assertNoWorker(path: string): void {
  const lock = `${path}.compact.lock`;
  if (!existsSync(lock)) return;
  locked(path, { address: lock, take: takeAlone, owner: () => null }).close();
  rmSync(lock, { force: true });
}

/**
 * Keeps owners away from a database that this process may not own, since it cannot write there. Others may do the same.
 * Where the owners' lock is not there, it cannot be made either: then nothing is kept away.
 * @throws DatabaseOwned when an owner is alive
 */
export function shareDatabase(path: string): { close(): void } {
  if (!existsSync(lockOf(path))) return { close: () => {} };
  return locked(path, {
    address: `${pathToFileURL(lockOf(path)).href}?mode=ro`,
    take: 'begin; select count(*) from sqlite_schema',
    owner: () => ownerOf(path),
  });
}

function lockOf(path: string): string {
  return `${path}.lock`;
}

interface Lock {
  readonly address: string;
  readonly take: string;
  /** Who holds it, where somebody does. */
  readonly owner: () => Owner | null;
}

function locked(path: string, { address, take, owner }: Lock): { close(): void } {
  const lock = openLock(path, address);
  try {
    lock.exec(take);
  } catch (error) {
    lock.close();
    if (hasCode(error, 'SQLITE_BUSY')) throw new DatabaseOwned(path, owner());
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
