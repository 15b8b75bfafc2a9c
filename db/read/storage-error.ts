import type { Soundness } from './soundness.ts';

/** The record cannot be read or written at the moment, for a reason that lies in the storage and not in the request. */
export abstract class StorageError extends Error {
  abstract readonly code: string;

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
  }
}

/** Someone else holds the write lock, and held it for longer than we wait. */
export class StorageBusy extends StorageError {
  readonly code = 'STORAGE_BUSY';

  constructor(cause: unknown) {
    super('The database is locked by another process.', cause);
  }
}

/** There is no room left for the change; nothing of it was written. */
export class StorageFull extends StorageError {
  readonly code = 'STORAGE_FULL';

  constructor(cause: unknown) {
    super('There is no room left to write to.', cause);
  }
}

/** The file, or the folder that it stands in, may not be written by this process. */
export class StorageReadOnly extends StorageError {
  readonly code = 'STORAGE_READ_ONLY';

  constructor(cause?: unknown) {
    super('The database can only be read.', cause);
  }
}

/**
 * A file of the database was removed or replaced while it was open. What is on record is still read, through what is open;
 * what was written now would be lost.
 */
export class StorageGone extends StorageError {
  readonly code = 'STORAGE_GONE';

  /** `fault` says which file, and what became of it. */
  constructor(fault: string) {
    super(
      `The database is not where it was opened (${fault}): put it back, save it by onrecord backup --rescue FILE, or stop the server, which saves it, too.`,
    );
  }
}

/** The file is not what was written into it: a page of it is lost, or another stands in its place. */
export class StorageDamaged extends StorageError {
  readonly code = 'DATABASE_CORRUPT';

  constructor(cause?: unknown) {
    super('The database is damaged: whoever operates the server has to restore a backup.', cause);
  }
}

/** The libSQL server does not answer. A change that was under way may have been carried out. */
export class StorageUnreachable extends StorageError {
  readonly code = 'STORAGE_UNREACHABLE';

  constructor(cause: unknown) {
    super('The database cannot be reached.', cause);
  }
}

/** The libSQL server acknowledges what it has not synced, and was to be one that does; nothing of the change was written. */
export class StorageUnsynced extends StorageError {
  readonly code = 'STORAGE_UNSYNCED';

  constructor() {
    super('The database does not sync what it acknowledges: whoever operates it has to set that.');
  }
}

/** The database was closed. */
export class StorageClosed extends StorageError {
  readonly code = 'STORAGE_CLOSED';

  constructor() {
    super('The database is closed.');
  }
}

/** So many wait to read already that one more would wait too long. */
export class ReadersBusy extends StorageError {
  readonly code = 'READERS_BUSY';

  constructor() {
    super('Too many ask for what takes long to find. Ask again in a moment.');
  }
}

/** Nobody waits for the answer any more: whoever asked has left, or the time is over. */
export class ReadCancelled extends StorageError {
  readonly code = 'READ_CANCELLED';

  constructor() {
    super('This was given up: whoever asked has left, or it took too long.');
  }
}

/** Whether SQLite gave this code, somewhere down the chain of causes: `SQLITE_BUSY` stands for its extended codes, too. */
export function hasCode(error: unknown, code: string): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const given = 'code' in cause ? cause.code : undefined;
    if (typeof given === 'string' && (given === code || given.startsWith(`${code}_`))) return true;
  }
  return false;
}

const fullCodes = ['SQLITE_FULL', 'SQLITE_IOERR_SHMSIZE', 'ENOSPC', 'EDQUOT'];

/** Whether there was no room: for the file, the index of its log, or another file. */
export function isFull(error: unknown): boolean {
  return fullCodes.some((code) => hasCode(error, code));
}

const damageCodes = [
  'SQLITE_CORRUPT',
  'SQLITE_NOTADB',
  'SQLITE_IOERR_READ',
  'SQLITE_IOERR_SHORT_READ',
  'SQLITE_IOERR_DATA',
  'SQLITE_IOERR_CORRUPTFS',
];

/** Whether SQLite met a page that is not what it has to be, or cannot be read. */
export function isDamage(error: unknown): error is Error {
  return error instanceof Error && damageCodes.some((code) => hasCode(error, code));
}

/** What a statement failed with, as whoever reads is told of it. */
export function damageIn(error: unknown, soundness?: Soundness): unknown {
  if (error instanceof StorageDamaged || !isDamage(error)) return error;
  soundness?.noteDamage();
  return new StorageDamaged(error);
}

/** Whether it is the line to a libSQL server that failed, and nothing on it. */
export function isUnreachable(error: unknown): boolean {
  if (hasCode(error, 'HRANA')) return true;
  const isFetch = error instanceof TypeError && error.message === 'fetch failed';
  return isFetch || (error instanceof Error && error.cause !== error && isUnreachable(error.cause));
}
