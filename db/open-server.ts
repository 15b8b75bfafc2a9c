import { openConnection } from './connection.ts';
import type { Database, DatabaseOptions } from './database.ts';
import type { Holdings } from './holdings.ts';
import { nameOf, type ServerLocation } from './location.ts';
import { epochOf } from './look-at-file.ts';
import { migrateSchema, migrationsFolder, schemaSeen } from './migrate.ts';
import { clientReader } from './read.ts';
import { NoFileHere, SchemaOlder } from './startup-error.ts';
import { Writer } from './write.ts';

/** Opens a database on a libSQL server, which others may use, too. */
export async function openServer(
  location: ServerLocation,
  options: DatabaseOptions,
  held: Holdings,
): Promise<Database> {
  const connect = () => openConnection(location, options.authToken);
  const client = held.hold(await connect());
  const schema = { migrationsFolder, ...options, location: nameOf(location) };
  if (options.migrate ?? true) await migrateSchema(client, schema);
  const { lacking } = await schemaSeen(client, schema);
  if (lacking.length > 0) throw new SchemaOlder(lacking);

  const writer = held.hold(new Writer({ ...options, open: connect }));
  return {
    reader: clientReader(client),
    epoch: await epochOf(client),
    isLocal: false,
    isReadOnly: false,
    write: (request, command) => writer.write(request, command),
    waiting: () => writer.waiting,
    onCommit: (listener) => writer.onCommit(listener),
    backUp: () => Promise.reject(new NoFileHere(nameOf(location))),
    // Its files are those of whoever runs it.
    compact: () => Promise.resolve(),
    close: () => held.close(),
  };
}
