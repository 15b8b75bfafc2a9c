import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { noteBackup } from '../commands/note-backup.ts';
import { type Backup, backUpFile } from '../file/backup/back-up.ts';
import { FileBackups } from '../file/backup/file-backups.ts';
import { compactFile } from '../file/backup/run-worker.ts';
import { foldLog, openConnection } from '../file/connection.ts';
import { assertLogReadable } from '../file/file-state.ts';
import type { FileLocation } from '../file/location.ts';
import { ownDatabase } from '../file/lock.ts';
import { epochOf, lookAtFile } from '../file/look-at-file.ts';
import { migrateSchema, migrationsFolder } from '../file/migrate.ts';
import { SchemaOlder } from '../file/startup-error.ts';
import { AsideReader } from '../read/aside/aside-reader.ts';
import { openFileReader } from '../read/read.ts';
import { Writer } from '../write/write.ts';
import { compareTexts } from './compare-texts.ts';
import type { Database, DatabaseOptions } from './database.ts';
import { fillEvidenceVersions } from './fill-evidence-versions.ts';
import type { Holdings } from './holdings.ts';
import { projectAnew } from './project-anew.ts';

/** Opens a database file, makes it where there is none, and makes this process its owner. */
export async function openFile(
  location: FileLocation,
  options: DatabaseOptions,
  held: Holdings,
): Promise<Database> {
  const { path } = location;
  mkdirSync(dirname(path), { recursive: true });
  held.hold(ownDatabase(path));
  const saved = await bringUpToDate(location, options);
  // Once everything else is closed, the file alone is the whole database.
  held.hold({ close: () => foldLog(path) });

  // The first connection gives the file its log: that of a backup is another kind.
  const epoch = await completeFile(location);
  const reader = held.hold(openFileReader(path));
  const aside = held.hold(
    new AsideReader(path, { shape: reader.shape, mostWaiting: options.mostReadsWaiting }),
  );
  const connect = () => openConnection(location, undefined);
  const writer = held.hold(new Writer({ ...options, open: connect }));
  const note = (backup: Backup) => noteIn(writer, backup);
  const backups = held.hold(new FileBackups(path, note));
  if (saved !== null) await note(saved);
  if (options.migrate ?? true) {
    await compareTexts({ reader, writer }, options.onTextsCompared);
    await projectAnew({ reader, writer });
  }
  return {
    reader,
    aside: (isCancelled) => aside.of(isCancelled),
    epoch,
    isLocal: true,
    isReadOnly: false,
    write: (request, command) => writer.write(request, command),
    rehearse: (author, rehearsal) => writer.rehearse(author, rehearsal),
    waiting: () => writer.waiting,
    readsWaiting: () => aside.waiting,
    onCommit: (listener) => writer.onCommit(listener),
    backUp: (to, signal) => backups.make(to, signal),
    compact: () =>
      writer.alone(async () => {
        await compactFile(path);
        // Who reads holds on to what is in the log.
        await aside.alone(async () => foldLog(path));
      }),
    close: () => held.close(),
  };
}

/** Looks at the file and runs the migrations that it lacks; tells of the backup that was made before. */
async function bringUpToDate(
  location: FileLocation,
  { check = true, migrate = true, onBackup, ...options }: DatabaseOptions,
): Promise<Backup | null> {
  const { path } = location;
  assertLogReadable(path);
  const schema = { migrationsFolder, ...options, location: path };
  const look = await lookAtFile({ ...schema, address: path, whole: check });
  const [first] = look.lacking;
  if (first === undefined) return null;
  if (!migrate) throw new SchemaOlder(look.lacking);

  const backup = look.isNew ? null : await backUpFile(path, `${path}.before-${first}`);
  if (backup !== null) onBackup?.(backup);
  const client = await openConnection(location, undefined);
  try {
    await migrateSchema(client, schema);
  } finally {
    client.close();
  }
  return backup;
}

/** Does what migrations left to be done, be it of an earlier start that was broken off, and tells the name of the log. */
async function completeFile(location: FileLocation): Promise<string> {
  const client = await openConnection(location, undefined);
  try {
    await fillEvidenceVersions(client);
    return await epochOf(client);
  } finally {
    client.close();
  }
}

function noteIn(writer: Writer, backup: Backup): Promise<number> {
  const request = { author: { token: null }, command: 'noteBackup', input: null };
  return writer.write(request, (tx) => noteBackup(tx, backup));
}
