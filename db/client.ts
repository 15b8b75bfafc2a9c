import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Client } from '@libsql/client';
import { foldLog, openConnection } from './connection.ts';
import { type DatabaseLocation, databaseLocation } from './location.ts';
import { ownDatabase } from './lock.ts';
import { prepareSchema } from './migrate.ts';
import { clientReader, openFileReader, type Reader } from './read.ts';
import { DatabaseCorrupt, DatabaseUnavailable, StartupError } from './startup-error.ts';
import { hasCode } from './storage-error.ts';
import { type Command, type WriteRequest, Writer } from './write.ts';

/** The record: what is stored, and the only ways to read and to change it. Whoever opens it closes it. */
export interface Database {
  /** Hot reads, on a connection of their own. */
  readonly reader: Reader;
  /** The random name of this database's event log. */
  readonly epoch: string;
  /** Whether it is a file that this process owns. */
  readonly isLocal: boolean;
  /** Runs the command in a transaction, after all that were asked for before it. Its answer is JSON. */
  write<T>(request: WriteRequest, command: Command<T>): Promise<T>;
  /** Calls `listener` after each commit of this process that appended events, until the returned function is called. */
  onCommit(listener: (lastSeq: number) => void): () => void;
  /** Carries out the writes that wait, then lets go of everything. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `file:PATH`, or the address of a libSQL server. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** Whether missing migrations are run; true unless said otherwise. */
  readonly migrate?: boolean;
  /** Called each time that a write met someone else's lock. */
  readonly onBusy?: () => void;
  readonly now?: () => number;
}

/**
 * Opens the record and, where it is a file, makes this process its owner.
 * @throws StartupError
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const location = databaseLocation(options.url);
  const held: Held[] = [];
  try {
    if (location.kind === 'file') held.push(ownFile(location.path));
    const connect = () => openConnection(location, options.authToken);
    const epoch = await prepare(connect, location, options.migrate ?? true);
    if (location.kind === 'file') held.push(foldedLog(location.path));

    const reader = await openReader(location, connect);
    held.push(reader);
    const writer = new Writer({
      open: connect,
      now: options.now ?? Date.now,
      onBusy: options.onBusy ?? (() => {}),
    });
    held.push(writer);
    return {
      reader,
      epoch,
      isLocal: location.kind === 'file',
      write: (request, command) => writer.write(request, command),
      onCommit: (listener) => writer.onCommit(listener),
      close: () => closeAll(held),
    };
  } catch (error) {
    await closeAll(held);
    throw startupError(error, location);
  }
}

/** Something that is let go of when the database is closed: what was taken last goes first. */
interface Held {
  close(): void | Promise<void>;
}

async function closeAll(held: Held[]): Promise<void> {
  for (const one of held.splice(0).reverse()) await one.close();
}

function ownFile(path: string): Held {
  mkdirSync(dirname(path), { recursive: true });
  return ownDatabase(path);
}

/** Once everything else is closed, the file alone is the whole database. */
function foldedLog(path: string): Held {
  return { close: () => foldLog(path) };
}

async function prepare(
  connect: () => Promise<Client>,
  location: DatabaseLocation,
  migrate: boolean,
): Promise<string> {
  const client = await connect();
  try {
    await prepareSchema(client, { location: nameOf(location), migrate });
    const answer = await client.execute("select value from meta where name = 'epoch'");
    return String(answer.rows[0]?.value);
  } finally {
    client.close();
  }
}

async function openReader(
  location: DatabaseLocation,
  connect: () => Promise<Client>,
): Promise<Reader & Held> {
  if (location.kind === 'file') return openFileReader(location.path);
  const client = await connect();
  return { ...clientReader(client), close: () => client.close() };
}

function startupError(error: unknown, location: DatabaseLocation): StartupError {
  if (error instanceof StartupError) return error;
  const isCorrupt = hasCode(error, 'SQLITE_NOTADB') || hasCode(error, 'SQLITE_CORRUPT');
  const Reason = isCorrupt ? DatabaseCorrupt : DatabaseUnavailable;
  return new Reason(nameOf(location), error);
}

function nameOf(location: DatabaseLocation): string {
  // What stands behind a question mark may be a secret.
  return location.kind === 'file' ? location.path : location.url.replace(/[?].*$/, '');
}
