import { createClient, type TransactionMode } from '@libsql/client';
import type { Database } from '../../db/client.ts';
import { cancellable } from '../../db/read/cancellable.ts';
import { askAnyone, askPrimary, levelReader } from '../../db/read/levels.ts';
import { keepShapes } from '../../db/read/read.ts';
import { Durability } from '../../db/write/durability.ts';
import { ServerConnection } from '../../db/write/server-connection.ts';
import { Writer } from '../../db/write/write.ts';
import type { TestRecord } from './open-record.ts';

/** A record in a file, read and written as one on a libSQL server is. */
export interface OpenedAsServer extends AsyncDisposable {
  readonly db: Database;
}

export interface AsServerOptions {
  /** By `pragma synchronous`; 2 unless given. */
  readonly synchronous?: () => number;
  readonly requireSynced?: boolean;
}

export async function openAsServer(
  { db, path }: Pick<TestRecord, 'db' | 'path'>,
  { requireSynced = false, synchronous = () => 2 }: AsServerOptions = {},
): Promise<OpenedAsServer> {
  const connect = () => {
    const client = createClient({ url: `file:${path}`, concurrency: 1 });
    // A transaction leaves its connection to nobody: each one that begins is set anew.
    const set = () => client.execute(`pragma synchronous = ${synchronous()}`);
    const batch: typeof client.batch = async (...asked) => {
      await set();
      return client.batch(...asked);
    };
    const transaction = async (mode: TransactionMode = 'write') => {
      await set();
      return client.transaction(mode);
    };
    return new Proxy(client, {
      get: (_, name) => {
        if (name === 'batch') return batch;
        if (name === 'transaction') return transaction;
        const value: unknown = Reflect.get(client, name);
        return typeof value === 'function' ? value.bind(client) : value;
      },
    });
  };
  const reading = connect();
  const durability = new Durability(requireSynced);
  await durability.ask(reading);
  const writer = new Writer({
    open: async () => new ServerConnection(connect(), durability),
  });
  const shape = keepShapes();
  return {
    db: {
      ...db,
      reader: levelReader(askAnyone(reading), shape),
      written: levelReader(askPrimary(reading), shape),
      aside: (isCancelled) => cancellable(levelReader(askAnyone(reading), shape), isCancelled),
      isLocal: false,
      syncState: () => durability.state,
      write: (request, command) => writer.write(request, command),
      onCommit: (listener) => writer.onCommit(listener),
    },
    async [Symbol.asyncDispose]() {
      await writer.close();
      reading.close();
    },
  };
}
