import { isReadOnly } from './file/file-state.ts';
import { databaseLocation, nameOf } from './file/location.ts';
import { DatabaseCorrupt, DatabaseUnavailable, StartupError } from './file/startup-error.ts';
import type { Database, DatabaseOptions } from './open/database.ts';
import { Holdings } from './open/holdings.ts';
import { openFile } from './open/open-file.ts';
import { openReadOnlyFile } from './open/open-read-only-file.ts';
import { openServer } from './open/open-server.ts';
import { hasCode } from './read/storage-error.ts';

export type { Database, DatabaseOptions } from './open/database.ts';

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
