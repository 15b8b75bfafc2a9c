import type { Server } from 'node:http';
import Database from 'libsql';
import { readerPragmas } from '../../../db/read/read.ts';

/** As long as the server's own, and longer than others have their turn: no connection is closed between two questions. */
export const keepAliveTimeout = 65_000;

/** The record named on the command line, with the pragmas of the server's own reader. */
export function openRecord(): Database.Database {
  const db = new Database(process.argv[2] ?? '');
  db.exec(readerPragmas);
  return db;
}

/** Tells the port of a server that listens, and ends with whoever started it. */
export function standBy(server: Server): void {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.({ port: address.port });
  // A profile is written by a process that exits, not by one that is killed.
  process.on('SIGTERM', () => process.exit());
  process.on('disconnect', () => process.exit());
}
