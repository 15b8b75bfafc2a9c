import { DrizzleQueryError } from 'drizzle-orm';
import {
  damageIn,
  hasCode,
  isFull,
  isUnreachable,
  StorageError,
  StorageFull,
  StorageReadOnly,
  StorageUnreachable,
} from '../read/storage-error.ts';

/** Somebody else changed the log between what a change read and its commit: nothing was written, and it can be tried again. */
export class LogMoved extends StorageError {
  readonly code = 'LOG_MOVED';

  constructor(cause: unknown) {
    super('The record was changed by another process.', cause);
  }
}

/** Whether it is the storage that failed, and not what was asked of it. */
export function isOfStorage(error: unknown): boolean {
  if (error instanceof StorageError || isUnreachable(error)) return true;
  return (
    hasCode(error, 'SQLITE') &&
    !['SQLITE_ERROR', 'SQLITE_CONSTRAINT'].some((code) => hasCode(error, code))
  );
}

/** A failure as whoever asked is told of it. The error of a statement comes without the values that it was filled with: logs keep no articles. */
export function toldError(error: unknown): unknown {
  const bare = error instanceof DrizzleQueryError ? withoutValues(error) : error;
  if (isFull(error)) return new StorageFull(bare);
  if (hasCode(error, 'SQLITE_READONLY')) return new StorageReadOnly(bare);
  return isUnreachable(error) ? new StorageUnreachable(bare) : damageIn(bare);
}

function withoutValues({ cause, query }: DrizzleQueryError): Error {
  return new Error(`This statement failed: ${query}`, { cause });
}
