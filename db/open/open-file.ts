import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { noteBackup } from '../commands/note-backup.ts';
import { type Backup, backUpFile } from '../file/backup/back-up.ts';
import { assertFree, FileBackups } from '../file/backup/file-backups.ts';
import { rescueInto, saveBeside } from '../file/backup/rescue.ts';
import { compactFile, indexesAtFault } from '../file/backup/run-worker.ts';
import { foldLog, openClient, openDriver } from '../file/connection.ts';
import { FilePlaces } from '../file/file-places.ts';
import { assertLogReadable } from '../file/file-state.ts';
import type { FileLocation } from '../file/location.ts';
import { ownDatabase, ownFile } from '../file/lock.ts';
import { type LogFacts, logFactsOf } from '../file/log-facts.ts';
import { lookAtFile } from '../file/look-at-file.ts';
import { migrateSchema, migrationsFolder } from '../file/migrate.ts';
import { SchemaOlder } from '../file/startup-error.ts';
import { lastSeq } from '../queries/event.ts';
import type { BackupOnRecord } from '../queries/status.ts';
import { AsideReader } from '../read/aside/aside-reader.ts';
import { type FileReader, openFileReader } from '../read/read.ts';
import { fileConnection } from '../write/file-connection.ts';
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
  held.hold(ownDatabase(path, options.command));
  held.hold(await ownFile(path));
  const saved = await bringUpToDate(location, options);
  // The first connection gives the file its log: that of a backup is another kind.
  const log = await completeFile(location);

  const { places, reader, saveIfGone } = holdOpen(path, options, held);
  const assertInPlace = () => places.assertInPlace();
  const connect = () => fileConnection(openDriver(path));
  const writer = held.hold(new Writer({ ...options, open: connect, assertInPlace }));
  const note = (backup: Backup) => noteIn(writer, backup);
  const backups = held.hold(new FileBackups(path, note));
  if (saved !== null) await note(saved);
  if (options.migrate ?? true) {
    await compareTexts({ reader, writer }, options.onTextsCompared);
    await projectAnew({ reader, writer });
  }
  // Closed before the writer, which may take its time: whoever waits to read is told at once.
  const aside = held.hold(
    new AsideReader(path, {
      reader,
      mostWaiting: options.mostReadsWaiting,
      // Where the file is gone, it would be another one.
      mayOpen: () => places.fault() === null,
    }),
  );
  return {
    reader,
    written: reader,
    aside: (isCancelled) => aside.of(isCancelled),
    ...log,
    isLocal: true,
    isReadOnly: false,
    write: (request, command) => writer.write(request, command),
    rehearse: (author, rehearsal) => writer.rehearse(author, rehearsal),
    waiting: () => writer.waiting,
    readsWaiting: () => aside.waiting,
    beforeCommit: (listener) => writer.beforeCommit(listener),
    onCommit: (listener) => writer.onCommit(listener),
    fileFault: () => places.fault(),
    async backUp(to, signal) {
      places.assertInPlace();
      return backups.make(to, signal);
    },
    rescue: (to) => rescue(reader, to),
    saveIfGone,
    compact: () =>
      writer.alone(async () => {
        places.assertInPlace();
        await compactFile(path);
        // Who reads holds on to what is in the log.
        await aside.alone(async () => foldLog(path));
      }),
    checkSearch: () =>
      writer.alone(() => {
        places.assertInPlace();
        return indexesAtFault(path);
      }),
    close: () => held.close(),
  };
}

/**
 * Opens the connection that is there as long as the database is open. When it closes, the file alone is the whole
 * database or, where the files are gone, what is open is saved.
 */
function holdOpen(
  path: string,
  { onFault, onRescue = () => {} }: DatabaseOptions,
  held: Holdings,
): Pick<Database, 'saveIfGone'> & { readonly places: FilePlaces; readonly reader: FileReader } {
  let saved: string | null = null;
  held.hold({
    close() {
      if (saved === null) foldLog(path);
    },
  });
  const reader = held.hold(openFileReader(path));
  // The log and its index are there once something was read.
  reader.read(lastSeq);
  const places = new FilePlaces(path, onFault);
  const saveIfGone = (): void => {
    if (saved !== null || places.fault() === null) return;
    saved = saveBeside(reader.copyInto, path);
    onRescue(saved);
  };
  held.hold({ close: saveIfGone });
  return { places, reader, saveIfGone };
}

/** Saves what a connection has still open in a new file. */
async function rescue({ copyInto }: FileReader, to: string): Promise<BackupOnRecord> {
  assertFree(to);
  return { ...(await rescueInto(copyInto, to)), at: Date.now() };
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
  const client = await openClient(location, undefined);
  try {
    await migrateSchema(client, schema);
  } finally {
    client.close();
  }
  return backup;
}

/** Does what migrations left to be done, be it of an earlier start that was broken off, and tells what cursors go by. */
async function completeFile(location: FileLocation): Promise<LogFacts> {
  const client = await openClient(location, undefined);
  try {
    await fillEvidenceVersions(client, client);
    return await logFactsOf(client);
  } finally {
    client.close();
  }
}

function noteIn(writer: Writer, backup: Backup): Promise<number> {
  const request = { author: { token: null }, command: 'noteBackup', input: null };
  return writer.write(request, (tx) => noteBackup(tx, backup));
}
