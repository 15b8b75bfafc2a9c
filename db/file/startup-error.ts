import type { Owner } from './owner.ts';

/** The database cannot be opened as asked. Its message is one line, for the person who started the program. */
export abstract class StartupError extends Error {
  abstract readonly code: string;

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
  }
}

/** The address of the database is not one that this program can open. */
export class DatabaseUrlInvalid extends StartupError {
  readonly code = 'DATABASE_URL_INVALID';

  constructor(url: string) {
    super(
      `The database address ${url} is not understood: give file:PATH, libsql://, https://, http://, wss:// or ws://.`,
    );
  }
}

/** Another process owns the file. */
export class DatabaseOwned extends StartupError {
  readonly code = 'DATABASE_OWNED';
  readonly path: string;
  /** Where the owner listens for those who would work through it; null where the path is too long for a socket. */
  readonly socket: string | null;
  /** Who that is; null where it is not known. */
  readonly owner: Owner | null;

  constructor(path: string, owner: Owner | null = null) {
    const socket = socketOf(path);
    super(ownedText(path, { owner, socket }));
    this.path = path;
    this.socket = socket;
    this.owner = owner;
  }
}

function ownedText(
  path: string,
  { owner, socket }: Pick<DatabaseOwned, 'owner' | 'socket'>,
): string {
  if (owner !== null && owner.command !== 'serve') {
    return `onrecord ${owner.command} (process ${owner.pid}) works on the database ${path} at this moment: try again when it has ended.`;
  }
  return socket === null
    ? `Another process owns the database ${path}, whose path is too long for a socket: work through its address, or stop it.`
    : `Another process owns the database ${path}: work through its socket ${socket}, or stop it.`;
}

/** The same file is open elsewhere, by whatever name: each name has a log of its own, and two owners would lose writes. */
export class DatabaseOpenElsewhere extends StartupError {
  readonly code = 'DATABASE_OPEN_ELSEWHERE';

  constructor(path: string) {
    super(
      `Another process has the database ${path} open, by this name or another: stop it, and give it one name.`,
    );
  }
}

/** The file has several names: what is logged under one of them is not read under another. */
export class DatabaseLinked extends StartupError {
  readonly code = 'DATABASE_LINKED';

  constructor(path: string, links: number) {
    super(
      `The database ${path} is one file under ${links} names (hard links), and each would have a log of its own: remove the others, or copy the file.`,
    );
  }
}

/** The database was migrated by a newer version of this program. */
export class SchemaNewer extends StartupError {
  readonly code = 'SCHEMA_NEWER';

  constructor(migrations: readonly string[]) {
    super(
      `The database was migrated by a newer onrecord (${migrations.join(', ')}): upgrade this one.`,
    );
  }
}

/** The database lacks migrations, and none were asked for. */
export class SchemaOlder extends StartupError {
  readonly code = 'SCHEMA_OLDER';

  constructor(migrations: readonly string[]) {
    super(`The database lacks migrations (${migrations.join(', ')}): run onrecord migrate.`);
  }
}

/** A migration that the database has run is another one here. */
export class SchemaChanged extends StartupError {
  readonly code = 'SCHEMA_CHANGED';

  constructor(migrations: readonly string[]) {
    super(
      `The database ran other migrations under these names: ${migrations.join(', ')}. Open it with the onrecord that made it.`,
    );
  }
}

/** The database holds tables, and none of them is ours. */
export class DatabaseForeign extends StartupError {
  readonly code = 'DATABASE_FOREIGN';

  constructor(location: string) {
    super(`${location} is a database of another program: nothing in it was touched.`);
  }
}

/** The file is no database, or a damaged one. */
export class DatabaseCorrupt extends StartupError {
  readonly code = 'DATABASE_CORRUPT';

  constructor(location: string, cause: unknown) {
    super(
      `${location} is not a sound SQLite database: restore a backup. (${inOneLine(cause)})`,
      cause,
    );
  }
}

/** What the database had yet to fold in cannot be read, and may hold what was acknowledged. */
export class LogCorrupt extends StartupError {
  readonly code = 'LOG_CORRUPT';

  constructor(path: string) {
    super(
      `${path} is no log of SQLite: what it held cannot be read. Restore a backup, or move it away to go on without.`,
    );
  }
}

/** The file can only be read, and part of the record stands in a log that would have to be folded into it. */
export class LogUnfolded extends StartupError {
  readonly code = 'LOG_UNFOLDED';

  constructor(path: string) {
    super(
      `${path} cannot be written, and was not closed: open it once where it can, so that its log is folded in.`,
    );
  }
}

/** What is asked of a file is asked of a database that is none. */
export class NoFileHere extends StartupError {
  readonly code = 'NO_FILE_HERE';

  constructor(location: string) {
    super(`${location} is a libSQL server: back it up there, or take an export.`);
  }
}

/** The libSQL server was to sync what it acknowledges, and does not, or does not tell. */
export class NotSynced extends StartupError {
  readonly code = 'DATABASE_NOT_SYNCED';

  constructor(location: string, state: 'synced' | 'unsynced' | 'unknown') {
    super(
      state === 'unknown'
        ? `${location} does not tell whether it syncs what it acknowledges, and REQUIRE_SYNCED is true.`
        : `${location} acknowledges what it has not synced, and REQUIRE_SYNCED is true: set its durability_mode to strong, as docs/operate.md shows.`,
    );
  }
}

/** There is no such backup, or not its checksum. */
export class BackupNotFound extends StartupError {
  readonly code = 'BACKUP_NOT_FOUND';

  constructor(path: string) {
    super(`There is no file ${path}: a backup is a file with its checksum beside it.`);
  }
}

/** The backup is not what was written, or cannot be used. */
export class BackupDamaged extends StartupError {
  readonly code = 'BACKUP_DAMAGED';

  constructor(path: string, because: string) {
    super(`The backup ${path} is damaged: ${inOneLine(because)}.`);
  }
}

/** A backup is restored where there is no database. */
export class DatabaseExists extends StartupError {
  readonly code = 'DATABASE_EXISTS';

  constructor(path: string) {
    super(
      `There is a database at ${path}: move it away, and its -wal file with it, or restore elsewhere.`,
    );
  }
}

/** The file cannot be created or opened, or the server does not answer. */
export class DatabaseUnavailable extends StartupError {
  readonly code = 'DATABASE_UNAVAILABLE';

  constructor(location: string, cause: unknown) {
    super(`The database ${location} cannot be opened: ${inOneLine(cause)}`, cause);
  }
}

function inOneLine(cause: unknown): string {
  const because = cause instanceof Error ? cause.message : String(cause);
  return because.replaceAll(/\s+/g, ' ');
}

// The system cuts a longer path without a word, and two databases would share what is left of it.
const socketPathBytes = 103;

/** The unix socket beside a database file, on which its owner listens; null where its path would be too long for one. */
export function socketOf(path: string): string | null {
  const socket = `${path}.sock`;
  return Buffer.byteLength(socket) <= socketPathBytes ? socket : null;
}
