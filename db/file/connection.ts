import { existsSync } from 'node:fs';
import type { Client } from '@libsql/client';
import { createClient } from '@libsql/client/sqlite3';
import Sqlite from 'libsql';
import type { DatabaseLocation } from './location.ts';

// SQLite waits for a lock inside the call, and the whole process with it.
const lockWaitMs = 50;

const pragmas = [
  // NORMAL can lose the last commits at a power cut.
  { name: 'synchronous', value: 'FULL', asserted: 2 },
  { name: 'foreign_keys', value: 'ON', asserted: 1 },
  { name: 'busy_timeout', value: lockWaitMs, asserted: lockWaitMs },
  { name: 'journal_mode', value: 'WAL', asserted: 'wal' },
];

/** A connection of the client's, for migrations and servers: one connection, since a pragma reaches no other. */
export async function openClient(
  location: DatabaseLocation,
  authToken: string | undefined,
): Promise<Client> {
  const { url } = location;
  if (location.kind === 'server') {
    // What speaks to servers is loaded for them alone.
    const library = await import('@libsql/client');
    return library.createClient(authToken === undefined ? { url } : { url, authToken });
  }

  const client = createClient({ url, concurrency: 1, timeout: lockWaitMs });
  try {
    for (const { name, value, asserted } of pragmas) {
      await client.execute(`pragma ${name} = ${value}`);
      const { rows } = await client.execute(`pragma ${name}`);
      assertPragma(name, rows[0]?.[0], asserted);
    }
    return client;
  } catch (error) {
    client.close();
    throw error;
  }
}

/** A connection of the driver's to a file that is to be written, its pragmas asserted. */
export function openDriver(path: string): Sqlite.Database {
  const file = new Sqlite(path, { timeout: lockWaitMs });
  try {
    for (const { name, value, asserted } of pragmas) {
      file.exec(`pragma ${name} = ${value}`);
      const row = file.prepare(`pragma ${name}`).raw(true).get([]);
      assertPragma(name, Array.isArray(row) ? row[0] : undefined, asserted);
    }
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Moves what is in the write-ahead log into the file. The driver does not do it when its last connection closes. */
export function foldLog(path: string): void {
  if (!existsSync(path)) return;
  const file = new Sqlite(path, { timeout: 0 });
  try {
    file.exec('pragma wal_checkpoint(truncate)');
  } finally {
    file.close();
  }
}

function assertPragma(name: string, found: unknown, asserted: string | number): void {
  if (found !== asserted) throw new Error(`${name} is ${found}, and has to be ${asserted}`);
}
