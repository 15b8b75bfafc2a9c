import type { InValue } from '@libsql/client';
import {
  type Args,
  cellOf,
  keepShapes,
  type Reader,
  type Statement,
  valuesOf,
} from '../read/read.ts';
import { isUnreachable, StorageUnreachable } from '../read/storage-error.ts';
import type { Connection, Rows } from './connection.ts';
import { LoopTurns } from './loop-turns.ts';

/**
 * A connection whose transactions leave room for whoever reads: a file answers without leaving the turn, and a long
 * transaction would hold up everything else.
 */
export class Opened {
  readonly connection: Connection;
  /** Reads what the transaction has written so far, too. */
  readonly reader: Reader;
  #turns = new LoopTurns();

  constructor(connection: Connection) {
    this.connection = connection;
    this.reader = {
      shape: keepShapes(),
      read: (statement, args = {}) => {
        const values = valuesOf(statement, args);
        const row = this.#inTurn(() => connection.first(statement.text, values));
        if (row instanceof Promise)
          return row.then((found) => statement.unpack(cellOf(found)), fail);
        return statement.unpack(cellOf(row));
      },
    };
  }

  readAhead(statement: Statement<unknown>, args: Args): void {
    this.connection.readAhead?.(statement.text, valuesOf(statement, args));
  }

  readWithCommit<Row>(statement: Statement<Row>, args: Args): Promise<readonly Row[]> | undefined {
    const row = this.connection.readWithCommit?.(statement.text, valuesOf(statement, args));
    return row?.then((found) => statement.unpack(cellOf(found)));
  }

  begin(): void | Promise<void> {
    this.#turns = new LoopTurns();
    return this.connection.begin();
  }

  execute(text: string, args: readonly InValue[]): Rows | Promise<Rows> {
    return this.#inTurn(() => this.connection.execute(text, args));
  }

  /** Lets all else have its turn, where this has held it for long; a server is waited for anyway. */
  giveWay(): void | Promise<void> {
    return this.connection.isFile ? this.#turns.leaveRoom() : undefined;
  }

  #inTurn<T>(ask: () => T | Promise<T>): T | Promise<T> {
    const waiting = this.giveWay();
    return waiting instanceof Promise ? waiting.then(ask) : ask();
  }
}

function fail(error: unknown): never {
  throw isUnreachable(error) ? new StorageUnreachable(error) : error;
}
