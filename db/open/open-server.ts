import { openClient } from '../file/connection.ts';
import { nameOf, type ServerLocation } from '../file/location.ts';
import { logFactsOf } from '../file/log-facts.ts';
import { migrateSchema, migrationsFolder, schemaSeen } from '../file/migrate.ts';
import { NoFileHere, NotSynced, SchemaOlder } from '../file/startup-error.ts';
import { cancellable } from '../read/cancellable.ts';
import { askAnyone, askPrimary, levelReader } from '../read/levels.ts';
import { keepShapes, primaryOf } from '../read/read.ts';
import { Durability } from '../write/durability.ts';
import { ServerConnection } from '../write/server-connection.ts';
import { Writer } from '../write/write.ts';
import { checkSearch } from './check-search.ts';
import { compareTexts } from './compare-texts.ts';
import type { Database, DatabaseOptions } from './database.ts';
import { fillEvidenceVersions } from './fill-evidence-versions.ts';
import type { Holdings } from './holdings.ts';
import { projectAnew } from './project-anew.ts';
import { untilFree } from './until-free.ts';
import { tellMigrations } from './upgrade.ts';

/** Opens a database on a libSQL server, which others may use, too. */
export async function openServer(
  location: ServerLocation,
  options: DatabaseOptions,
  held: Holdings,
): Promise<Database> {
  const connect = () => openClient(location, options.authToken);
  const client = held.hold(await connect());
  const primary = primaryOf(client);
  const schema = { migrationsFolder, ...options, location: nameOf(location) };
  const durability = new Durability(options.requireSynced ?? false, options.onDurability);
  await durability.ask(primary);
  if (durability.isRequired && durability.state !== 'synced')
    throw new NotSynced(nameOf(location), durability.state);
  if (options.migrate ?? true) {
    await untilFree(async () => {
      await migrateSchema(
        { ...primary, migrate: (statements) => client.migrate(statements) },
        schema,
        tellMigrations(options.onUpgrade),
      );
      await fillEvidenceVersions(client, primary);
    });
  }
  const { lacking } = await schemaSeen(primary, schema);
  if (lacking.length > 0) throw new SchemaOlder(lacking);

  const shape = keepShapes();
  const reader = levelReader(askAnyone(client), shape);
  const written = levelReader(askPrimary(client), shape);
  const writer = held.hold(
    new Writer({
      ...options,
      open: async () => new ServerConnection(await connect(), durability),
    }),
  );
  if (options.migrate ?? true) {
    const tell = options.onUpgrade ?? (() => {});
    await compareTexts({ reader: written, writer }, tell);
    await projectAnew({ reader: written, writer }, tell);
  }
  const noFile = () => Promise.reject(new NoFileHere(nameOf(location)));
  return {
    reader,
    written,
    // Each operation has levels of its own: nobody waits for the statements of others.
    aside: (isCancelled) => cancellable(levelReader(askAnyone(client), shape), isCancelled),
    ...(await logFactsOf(primary)),
    isLocal: false,
    isReadOnly: false,
    syncState: () => durability.state,
    write: (request, command) => writer.write(request, command),
    rehearse: (author, rehearsal) => writer.rehearse(author, rehearsal),
    waiting: () => writer.waiting,
    readsWaiting: () => 0,
    beforeCommit: (listener) => writer.beforeCommit(listener),
    onCommit: (listener) => writer.onCommit(listener),
    fileFault: () => null,
    fileCheck: () => 'none',
    onDamage: () => () => {},
    backUp: noFile,
    rescue: noFile,
    saveIfGone: () => {},
    // Its files are those of whoever runs it.
    compact: () => Promise.resolve(),
    checkSearch: () => checkSearch({ reader: written, writer }),
    close: () => held.close(),
  };
}
