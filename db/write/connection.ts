import type { InValue } from '@libsql/client';

/** What a statement answers with: rows of cells, none where it answers with none. Blobs are ArrayBuffers. */
export type Rows = readonly (readonly unknown[])[];

/**
 * The one connection that the record is changed through, and its one transaction: whoever began it ends it. A file answers at
 * once, a server with a promise.
 */
export interface Connection {
  /**
   * Whether it is that of a file: a transaction that could not be committed is not on record, and a lock that was met leaves the
   * connection as it was. Of a server neither is known.
   */
  readonly isFile: boolean;
  /** Whether the transaction is still open: an error may have taken it back. */
  readonly isOpen: boolean;
  /** Begins a transaction: what it commits is as if nobody else had written beside it. */
  begin(): void | Promise<void>;
  /** Tells the number of the last event that the transaction rests on, where that is not locked: another makes its commit fail. */
  expectLast?(seq: number): void;
  /** Of values, a boolean is stored as a number, and a date as its milliseconds. */
  execute(text: string, args: readonly InValue[]): Rows | Promise<Rows>;
  /** The first row that a statement answers with. */
  first(text: string, args: readonly InValue[]): unknown;
  /** Asks ahead what `first` will be asked with the same text and arguments before anything is written. */
  readAhead?(text: string, args: readonly InValue[]): void;
  /** The first row of what is read behind all that is written, in the commit; it is answered once that is done. */
  readWithCommit?(text: string, args: readonly InValue[]): Promise<unknown>;
  commit(): void | Promise<void>;
  rollback(): void | Promise<void>;
  close(): void;
}
