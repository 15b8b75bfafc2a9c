import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { noteBackup } from '../commands/note-backup.ts';
import { type Backup, backUpFile } from '../file/backup/back-up.ts';
import { assertFree, FileBackups } from '../file/backup/file-backups.ts';
import { rescueInto, saveBeside } from '../file/backup/rescue.ts';
import { compactFile, indexesAtFault } from '../file/backup/run-worker.ts';
import { ClosedMark } from '../file/closed-mark.ts';
import { foldLog, openClient, openDriver } from '../file/connection.ts';
import { FileCheck } from '../file/file-check.ts';
import { FilePlaces } from '../file/file-places.ts';
import { assertLogReadable } from '../file/file-state.ts';
import type { FileLocation } from '../file/location.ts';
import { ownDatabase, ownFile } from '../file/lock.ts';
import { type LogFacts, logFactsOf } from '../file/log-facts.ts';
import { lookAtFile } from '../file/look-at-file.ts';
import { migrationsFolder } from '../file/migrate.ts';
import { migrateFile } from '../file/migrate-file.ts';
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
import { tellMigrations } from './upgrade.ts';

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
  const mark = ClosedMark.take(path);
  const { isNew, saved } = await bringUpToDate(location, {
    ...options,
    isClosed: mark.isBelieved,
  });
  const isBeside = options.check === 'beside' && !isNew;
  const wasLookedAt = isNew || options.check !== false || mark.isBelieved;
  // The first connection gives the file its log: that of a backup is another kind.
  const log = await completeFile(location);

  const sum = isBeside && saved === null ? mark.sum : null;
  const opened = holdOpen(path, { ...options, mark, sum, wasLookedAt }, held);
  const { assertInPlace, check, places, reader, saveIfGone } = opened;
  const connect = () => fileConnection(openDriver(path));
  const writer = held.hold(
    new Writer({ ...options, open: connect, assertInPlace, soundness: check }),
  );
  const note = (backup: Backup) => noteIn(writer, backup);
  const backups = held.hold(new FileBackups(path, { note, check }));
  if (saved) await note(saved);
  if (options.migrate ?? true) {
    const tell = options.onUpgrade ?? (() => {});
    await compareTexts({ reader, writer }, tell);
    await projectAnew({ reader, writer }, tell);
  }
  // Closed before the writer, which may take its time: whoever waits to read is told at once.
  const aside = held.hold(
    new AsideReader(path, {
      reader,
      soundness: check,
      mostWaiting: options.mostReadsWaiting,
      // Where the file is gone, it would be another one.
      mayOpen: () => places.fault() === null,
    }),
  );
  if (isBeside) check.start();
  return {
    reader,
    written: reader,
    aside: (isCancelled) => aside.of(isCancelled),
    ...log,
    ...ownFacts,
    write: (request, command) => writer.write(request, command),
    rehearse: (author, rehearsal) => writer.rehearse(author, rehearsal),
    waiting: () => writer.waiting,
    readsWaiting: () => aside.waiting,
    beforeCommit: (listener) => writer.beforeCommit(listener),
    onCommit: (listener) => writer.onCommit(listener),
    fileFault: () => places.fault() ?? check.fault(),
    fileCheck: () => check.state,
    onDamage: (listener) => check.onDamage(listener),
    async backUp(to, signal) {
      assertInPlace();
      return backups.make(to, signal);
    },
    rescue: (to) => rescue(reader, to),
    saveIfGone,
    compact: () => compactAlone(path, { ...opened, aside, writer }),
    checkSearch: () =>
      writer.alone(() => {
        assertInPlace();
        return indexesAtFault(path);
      }),
    close: () => held.close(),
  };
}

const ownFacts = { isLocal: true, isReadOnly: false, syncState: () => 'synced' as const };

/** What is known of a file when it is opened. */
interface OpenedFile {
  readonly mark: ClosedMark;
  /** The checksum that all its bytes are to have, where they are compared. */
  readonly sum: number | null;
  /** Whether it is new, all of it was looked at, or its owner closed it. */
  readonly wasLookedAt: boolean;
}

interface Opened {
  readonly check: FileCheck;
  readonly places: FilePlaces;
  readonly reader: FileReader;
  readonly saveIfGone: () => void;
  /** Passes where what is written is found again. @throws StorageGone, StorageDamaged */
  readonly assertInPlace: () => void;
}

/**
 * Opens the connection that is there as long as the database is open. When it closes, the file alone is the whole
 * database, with a mark beside it, or, where the files are gone, what is open is saved.
 */
function holdOpen(
  path: string,
  { mark, onChecked, onFault, onRescue = () => {}, sum, wasLookedAt }: DatabaseOptions & OpenedFile,
  held: Holdings,
): Opened {
  let saved: string | null = null;
  held.hold({
    async close() {
      if (saved !== null) return;
      foldLog(path);
      await mark.leave(wasLookedAt ? check.verdict : 'unknown');
    },
  });
  const isInPlace = (): boolean => places.fault() === null;
  const check = held.hold(new FileCheck(path, { sum, isInPlace, onChecked }));
  const reader = held.hold(openFileReader(path, { soundness: check }));
  // The log and its index are there once something was read.
  reader.read(lastSeq);
  const places = new FilePlaces(path, onFault);
  const saveIfGone = (): void => {
    if (saved !== null || places.fault() === null) return;
    saved = saveBeside(reader.copyInto, path);
    onRescue(saved);
  };
  held.hold({ close: saveIfGone });
  const assertInPlace = (): void => {
    places.assertInPlace();
    check.assertSound();
  };
  return { assertInPlace, check, places, reader, saveIfGone };
}

async function compactAlone(
  path: string,
  { aside, assertInPlace, check, writer }: Opened & { aside: AsideReader; writer: Writer },
): Promise<void> {
  // What a damaged page says would be written into a sound one.
  await check.untilChecked();
  await writer.alone(async () => {
    assertInPlace();
    await compactFile(path);
    // Who reads holds on to what is in the log.
    await aside.alone(async () => foldLog(path));
  });
}

/** Saves what a connection has still open in a new file. */
async function rescue({ copyInto }: FileReader, to: string): Promise<BackupOnRecord> {
  assertFree(to);
  return { ...(await rescueInto(copyInto, to)), at: Date.now() };
}

/** What became of a file before it is opened. */
interface BroughtUpToDate {
  /** Whether nothing was in it. */
  readonly isNew: boolean;
  /** The backup that was made before it was migrated. */
  readonly saved: Backup | null;
}

/** Looks at the file, at all of it unless it was closed and is checked beside, and runs the migrations that it lacks. */
async function bringUpToDate(
  location: FileLocation,
  {
    check = true,
    isClosed,
    migrate = true,
    onBackup,
    ...options
  }: DatabaseOptions & { readonly isClosed: boolean },
): Promise<BroughtUpToDate> {
  const { path } = location;
  assertLogReadable(path);
  const schema = { migrationsFolder, ...options, location: path };
  const isLater = check === 'beside' && isClosed;
  const look = { ...schema, address: path, whole: check !== false && !isLater };
  const { isNew, lacking } = await lookAtFile(look);
  const [first] = lacking;
  if (first === undefined) return { isNew, saved: null };
  if (!migrate) throw new SchemaOlder(lacking);

  // A backup of what nobody has looked at may take the place of a sound one.
  if (isLater) await lookAtFile({ ...look, whole: true });
  const saved = isNew ? null : await backUpFile(path, `${path}.before-${first}`);
  if (saved !== null) onBackup?.(saved);
  await migrateFile(path, schema, tellMigrations(isNew ? undefined : options.onUpgrade));
  return { isNew, saved };
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
