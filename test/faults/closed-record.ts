import { open, stat, utimes } from 'node:fs/promises';
import { type Database, type DatabaseOptions, openDatabase } from '../../db/client.ts';
import { recordClaim } from '../../db/commands/record-claim.ts';
import { recordStance } from '../../db/commands/record-stance.ts';
import type { CheckOutcome } from '../../db/file/file-check.ts';
import { bridgePromised, mayorDenies, recordHarbour } from '../kit/harbour.ts';
import { openRecord } from '../kit/open-record.ts';
import { write } from '../kit/owner.ts';
import { rawRows } from '../kit/raw-rows.ts';

/** A database as a server opens it, and what comes of the check beside it. */
interface Served {
  readonly db: Database;
  readonly checked: Promise<CheckOutcome>;
}

export async function servedAt(
  path: string,
  options: Partial<DatabaseOptions> = {},
): Promise<Served> {
  let tell: (outcome: CheckOutcome) => void = () => {};
  const checked = new Promise<CheckOutcome>((resolve) => {
    tell = resolve;
  });
  const url = `file:${path}`;
  const db = await openDatabase({ url, check: 'beside', onChecked: tell, ...options });
  return { db, checked };
}

async function recordSome(db: Database): Promise<void> {
  await recordHarbour(db);
  await write(db, recordClaim, bridgePromised);
  await write(db, recordStance, mayorDenies);
}

/** A record that was closed cleanly. */
export async function closedRecord() {
  const record = await openRecord({ filled: recordSome });
  await record.db.close();
  // What is opened without a look leaves no mark.
  const looked = await openDatabase({ url: `file:${record.path}` });
  await looked.close();
  return {
    path: record.path,
    mark: `${record.path}.closed`,
    serve: (options: Partial<DatabaseOptions> = {}) => servedAt(record.path, options),
    [Symbol.asyncDispose]: () => record[Symbol.asyncDispose](),
  };
}

const pageBytes = 4096;

/** Loses the pages of a table as a disk does it: the file looks as it was closed. */
export async function losePagesOf(path: string, table: string): Promise<void> {
  const pages = rawRows<{ page: number }>(
    path,
    `select pageno as page from dbstat where name = '${table}'`,
  );
  await changeUnseen(path, async (write) => {
    for (const { page } of pages) await write(Buffer.alloc(pageBytes), (page - 1) * pageBytes);
  });
}

/** Writes into a file, and sets its moment back. */
export async function changeUnseen(
  path: string,
  change: (write: (bytes: Buffer, at: number) => Promise<unknown>, all: Buffer) => Promise<void>,
): Promise<void> {
  const { atime, mtime, size } = await stat(path);
  const file = await open(path, 'r+');
  const all = Buffer.alloc(size);
  await file.read(all, 0, size, 0);
  await change((bytes, at) => file.write(bytes, 0, bytes.length, at), all);
  await file.close();
  await utimes(path, atime, mtime);
}
