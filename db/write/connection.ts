import type { Client, InValue, Transaction } from '@libsql/client';

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
  /** Begins a transaction that nobody else can write beside. */
  begin(): void | Promise<void>;
  /** Of values, a boolean is stored as a number, and a date as its milliseconds. */
  execute(text: string, args: readonly InValue[]): Rows | Promise<Rows>;
  /** The first row that a statement answers with. */
  first(text: string, args: readonly InValue[]): unknown;
  commit(): void | Promise<void>;
  rollback(): void | Promise<void>;
  close(): void;
}

/** The connection to a libSQL server. */
export function serverConnection(client: Client): Connection {
  let opened: Transaction | null = null;
  const transaction = (): Transaction => {
    if (opened === null) throw new Error('No transaction was begun.');
    return opened;
  };
  const rowsOf = async (text: string, args: readonly InValue[]) => {
    const { rows } = await transaction().execute({ sql: text, args: [...args] });
    return rows.map((row) => Array.from(row));
  };
  return {
    isFile: false,
    get isOpen() {
      return opened?.closed === false;
    },
    async begin() {
      opened = await client.transaction('write');
    },
    execute: rowsOf,
    first: async (text, args) => (await rowsOf(text, args))[0],
    commit: () => transaction().commit(),
    rollback: () => transaction().rollback(),
    close: () => client.close(),
  };
}
