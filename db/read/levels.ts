import type { Client, InValue } from '@libsql/client';
import type { Rows } from '../write/connection.ts';
import { cellOf, type Reader, valuesOf } from './read.ts';
import { damageIn, isUnreachable, StorageUnreachable } from './storage-error.ts';

/** A statement as a server takes it. */
export interface ServerStatement {
  readonly sql: string;
  readonly args: InValue[];
}

/** Asks a server several statements at once, in one round trip and as of one moment. */
export type AskTogether = (statements: readonly ServerStatement[]) => Promise<readonly Rows[]>;

interface Asked extends ServerStatement {
  readonly resolve: (rows: Rows) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Asks together all that is asked in one turn of the event loop: what resolvers ask at one level of a document is one round
 * trip. One that fails does not fail the others.
 */
function inLevels(askTogether: AskTogether): (statement: ServerStatement) => Promise<Rows> {
  let level: Asked[] = [];
  const ask = async (asked: readonly Asked[]): Promise<void> => {
    try {
      const answers = await askTogether(asked);
      for (const [place, { resolve }] of asked.entries()) resolve(answers[place] ?? []);
    } catch (error) {
      if (asked.length === 1 || isUnreachable(error))
        for (const { reject } of asked) reject(toldError(error));
      else for (const one of asked) void ask([one]);
    }
  };
  const askLevel = (): void => {
    const asked = level;
    level = [];
    void ask(asked);
  };
  return (statement) =>
    new Promise((resolve, reject) => {
      // By then all has been asked that waits for no answer.
      if (level.length === 0) setImmediate(askLevel);
      level.push({ ...statement, resolve, reject });
    });
}

/** Reads a server, level by level; statements are built once for all readers that share `shape`. */
export function levelReader(askTogether: AskTogether, shape: Reader['shape']): Reader {
  const ask = inLevels(askTogether);
  return {
    shape,
    async read(statement, args = {}) {
      const [row] = await ask({ sql: statement.text, args: valuesOf(statement, args) });
      return statement.unpack(cellOf(row));
    },
  };
}

/** Asks whoever is there, which may be a replica. */
export function askAnyone(client: Pick<Client, 'batch' | 'execute'>): AskTogether {
  return async (statements) => {
    const [first, ...more] = statements;
    if (first !== undefined && more.length === 0) return [rowsOf(await client.execute(first))];
    return (await client.batch([...statements], 'read')).map(rowsOf);
  };
}

/** Asks whoever takes the writes, with no lock: a replica hands on a transaction that is left open. */
export function askPrimary(client: Pick<Client, 'transaction'>): AskTogether {
  return async (statements) => {
    const opened = await client.transaction('deferred');
    try {
      return (await opened.batch([...statements])).map(rowsOf);
    } finally {
      opened.close();
    }
  };
}

/** The cells of what the client answers with. */
export function rowsOf({ rows }: { readonly rows: readonly ArrayLike<unknown>[] }): Rows {
  return rows.map((row) => Array.from(row));
}

function toldError(error: unknown): unknown {
  return isUnreachable(error) ? new StorageUnreachable(error) : damageIn(error);
}
