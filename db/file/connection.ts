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

/** A connection to the database, its pragmas asserted: one connection, since a pragma reaches no other. */
export async function openConnection(
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
    await setPragmas(client);
    return client;
  } catch (error) {
    client.close();
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

async function setPragmas(client: Client): Promise<void> {
  for (const { name, value, asserted } of pragmas) {
    await client.execute(`pragma ${name} = ${value}`);
    const answer = await client.execute(`pragma ${name}`);
    const found = answer.rows[0]?.[0];
    if (found !== asserted) throw new Error(`${name} is ${found}, and has to be ${value}`);
  }
}
