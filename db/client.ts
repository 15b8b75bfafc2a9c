import type { Database, DatabaseOptions } from './database.ts';
import { isReadOnly } from './file-state.ts';
import { Holdings } from './holdings.ts';
import { databaseLocation, nameOf } from './location.ts';
import { openFile } from './open-file.ts';
import { openReadOnlyFile } from './open-read-only-file.ts';
import { openServer } from './open-server.ts';
import { DatabaseCorrupt, DatabaseUnavailable, StartupError } from './startup-error.ts';
import { hasCode } from './storage-error.ts';

export type { Database, DatabaseOptions } from './database.ts';

/**
 * Opens the record and, where it is a file, makes this process its owner. A file that this process cannot write is
 * opened for reading.
 * @throws StartupError
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const location = databaseLocation(options.url);
  const held = new Holdings();
  try {
    if (location.kind === 'server') return await openServer(location, options, held);
    const { path } = location;
    return isReadOnly(path)
      ? await openReadOnlyFile(path, options, held)
      : await openFile(location, options, held);
  } catch (error) {
    await held.close();
    throw startupError(error, nameOf(location));
  }
}

function startupError(error: unknown, location: string): StartupError {
  if (error instanceof StartupError) return error;
  const isCorrupt = hasCode(error, 'SQLITE_NOTADB') || hasCode(error, 'SQLITE_CORRUPT');
  const Reason = isCorrupt ? DatabaseCorrupt : DatabaseUnavailable;
  return new Reason(location, error);
}
