import type { IsCancelled, ReaderAside } from './aside/aside-reader.ts';
import type { Reader } from './read.ts';
import { ReadCancelled } from './storage-error.ts';

/** The reader of one operation on a libSQL server: no statement is begun once nobody waits for its answers any more. */
export function cancellable(reader: Reader, isCancelled: IsCancelled = () => false): ReaderAside {
  return {
    shape: reader.shape,
    read(statement, args) {
      if (isCancelled()) throw new ReadCancelled();
      return reader.read(statement, args);
    },
    // It is the server that spends it.
    spentMs: 0,
  };
}
