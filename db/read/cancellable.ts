import type { IsCancelled } from './aside/aside-reader.ts';
import type { Reader } from './read.ts';
import { ReadCancelled } from './storage-error.ts';

/** The reader, until somebody says that nobody waits for its answers any more: no statement is begun then. */
export function cancellable(reader: Reader, isCancelled: IsCancelled): Reader {
  return {
    shape: reader.shape,
    read(statement, args) {
      if (isCancelled()) throw new ReadCancelled();
      return reader.read(statement, args);
    },
  };
}
