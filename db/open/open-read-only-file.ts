import { rmSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Sqlite from 'libsql';
import { indexesAtFault } from '../file/backup/run-worker.ts';
import { FilePlaces } from '../file/file-places.ts';
import { assertLogReadable, hasLog, mayWrite } from '../file/file-state.ts';
import { assertOneName, ownDatabase, shareDatabase } from '../file/lock.ts';
import { type LogFacts, logFactsOf } from '../file/log-facts.ts';
import { lookAtFile, queryable } from '../file/look-at-file.ts';
import { migrationsFolder } from '../file/migrate.ts';
import { LogUnfolded, SchemaOlder } from '../file/startup-error.ts';
import { lastSeq } from '../queries/event.ts';
import { AsideReader } from '../read/aside/aside-reader.ts';
import { openFileReader } from '../read/read.ts';
import { StorageReadOnly } from '../read/storage-error.ts';
import { InputInvalid } from '../rules/errors.ts';
import type { Database, DatabaseOptions } from './database.ts';
import type { Holdings } from './holdings.ts';

const copyIt = 'The database can only be read, so that nobody changes it: copy the file.';

/** Opens a database file that this process cannot write: what is on record is read, and nothing is recorded. */
export async function openReadOnlyFile(
  path: string,
  { check = true, ...options }: DatabaseOptions,
  held: Holdings,
): Promise<Database> {
  const ownsFolder = mayWrite(dirname(path));
  held.hold(ownsFolder ? ownDatabase(path, options.command) : shareDatabase(path));
  assertLogReadable(path);
  assertOneName(path);
  const address = addressOf(path, ownsFolder);
  if (address === path) held.hold({ close: () => rmSync(`${path}-shm`, { force: true }) });

  const look = { migrationsFolder, ...options, location: path, address, whole: check !== false };
  const { lacking } = await lookAtFile(look);
  if (lacking.length > 0) throw new SchemaOlder(lacking);
  const reader = held.hold(openFileReader(address, { isReadOnly: true }));
  reader.read(lastSeq);
  const places = new FilePlaces(path, options.onFault);
  const aside = held.hold(
    new AsideReader(address, {
      reader,
      mostWaiting: options.mostReadsWaiting,
      mayOpen: () => places.fault() === null,
    }),
  );
  return {
    reader,
    written: reader,
    aside: (isCancelled) => aside.of(isCancelled),
    ...(await logFactsIn(address)),
    isLocal: true,
    isReadOnly: true,
    syncState: () => 'synced',
    write: () => Promise.reject(new StorageReadOnly()),
    rehearse: () => Promise.reject(new StorageReadOnly()),
    waiting: () => 0,
    readsWaiting: () => aside.waiting,
    beforeCommit: () => () => {},
    onCommit: () => () => {},
    fileFault: () => places.fault(),
    fileCheck: () => 'none',
    onDamage: () => () => {},
    backUp: () => Promise.reject(new InputInvalid(copyIt, ['file'])),
    rescue: () => Promise.reject(new InputInvalid(copyIt, ['file'])),
    saveIfGone: () => {},
    compact: () => Promise.reject(new StorageReadOnly()),
    checkSearch: () => checkCopyOf(path),
    close: () => held.close(),
  };
}

/**
 * Where SQLite reads such a file. It wants to write an index of the log, even of an empty one, unless it is told that
 * nobody changes the file.
 * @throws LogUnfolded
 */
function addressOf(path: string, ownsFolder: boolean): string {
  if (!hasLog(path)) return `${pathToFileURL(path).href}?immutable=1`;
  if (!ownsFolder) throw new LogUnfolded(path);
  return path;
}

/** The indexes of the search are asked by a connection that may write: one to a copy, since nobody changes the file. */
async function checkCopyOf(path: string): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-'));
  try {
    const copy = join(folder, basename(path));
    await copyFile(path, copy);
    if (hasLog(path)) await copyFile(`${path}-wal`, `${copy}-wal`);
    return await indexesAtFault(copy);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function logFactsIn(address: string): Promise<LogFacts> {
  const file = new Sqlite(address, { timeout: 0 });
  try {
    return await logFactsOf(queryable(file));
  } finally {
    file.close();
  }
}
