import type { Backup } from '../file/backup/back-up.ts';
import type { CheckOutcome, CheckState } from '../file/file-check.ts';
import type { FileFault } from '../file/file-places.ts';
import type { LogFacts } from '../file/log-facts.ts';
import type { BackupOnRecord } from '../queries/status.ts';
import type { IsCancelled, ReaderAside } from '../read/aside/aside-reader.ts';
import type { Reader } from '../read/read.ts';
import type { Touched } from '../rules/grounds.ts';
import type { SyncState } from '../write/durability.ts';
import type { Author } from '../write/transaction.ts';
import type { Command, Rehearsal, WriteRequest } from '../write/write-request.ts';
import type { TellUpgrade } from './upgrade.ts';

/** The record: what is stored, and the only ways to read and to change it. Whoever opens it closes it. */
export interface Database extends LogFacts {
  /** Hot reads, on a connection of their own: of a file, at once. For statements that look at few rows. */
  readonly reader: Reader;
  /**
   * Reads what was written last, also where `reader` reads a replica that comes later: for the answers to changes, and for
   * what is looked up to check them.
   */
  readonly written: Reader;
  /**
   * The reader of one operation, for statements that may look at many rows: of a file, in a thread, while everything else
   * goes on. With `isCancelled` its `read` throws ReadCancelled once that says so, and ReadersBusy where too many wait.
   */
  aside(isCancelled?: IsCancelled): ReaderAside;
  /** Whether it is a file that this process owns. */
  readonly isLocal: boolean;
  /** Whether it is a file that this process can only read: every write is refused. */
  readonly isReadOnly: boolean;
  /** Whether what is acknowledged is synced, as it was told last: a file always is, a libSQL server as it is set. */
  syncState(): SyncState;
  /** Runs the command in a transaction, after all that were asked for before it. Its answer is JSON. @throws StorageError */
  write<T>(request: WriteRequest, command: Command<T>): Promise<T>;
  /** Runs the command as `write` does, lets `look` read what would be on record, and takes all of it back. @throws StorageError */
  rehearse<T>(author: Author, rehearsal: Rehearsal<T>): Promise<T>;
  /** How many writes wait or run. */
  waiting(): number;
  /** How many operations wait for their turn to read aside; none does on a server. */
  readsWaiting(): number;
  /**
   * Calls `listener` right before each commit of this process that changes what is answered, until the returned function is
   * called: of a file that it owns, nothing is read between the two. What it is told of may yet fail to be committed.
   */
  beforeCommit(listener: (touched: Touched) => void): () => void;
  /** Calls `listener` after each commit of this process that appended events, until the returned function is called. */
  onCommit(listener: (lastSeq: number) => void): () => void;
  /**
   * Copies the file into the new file `to`, once a check that runs has passed, while reads and writes go on. The copy is
   * examined, and its checksum stands beside it.
   * @throws InputInvalid, NoFileHere, StorageDamaged, StorageFull, StorageGone
   */
  backUp(to: string, signal?: AbortSignal): Promise<BackupOnRecord>;
  /**
   * Looks where the files are that this process has open: what became of them, or `file damaged` where the check has found
   * that; null where all is well.
   */
  fileFault(): FileFault | 'file damaged' | null;
  /** How the check of the whole file beside its work stands: `none` where none was asked for. */
  fileCheck(): CheckState;
  /**
   * Calls `listener` when the check finds the file damaged, until the returned function is called. From then on nothing is
   * read from it, and nothing written.
   */
  onDamage(listener: () => void): () => void;
  /**
   * The same as `backUp` from what this process still has open, also where the file is gone; everything else waits, and it
   * is not noted.
   * @throws InputInvalid, NoFileHere, StorageFull
   */
  rescue(to: string): Promise<BackupOnRecord>;
  /** Saves what is open beside the place of the file, where that is gone, before anything else is done; `close` does it, too. */
  saveIfGone(): void;
  /** Rewrites the file, so that nothing is left in it of what was deleted. Writes wait meanwhile. A server is left as it is. */
  compact(): Promise<void>;
  /**
   * Looks whether each index of the search holds the words that it is to hold, and no others, and tells the names of those that
   * do not. Writes wait meanwhile.
   */
  checkSearch(): Promise<readonly string[]>;
  /** Carries out the writes that wait, saves what is open where the files are gone, then lets go of everything. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** `file:PATH`, or the address of a libSQL server. */
  readonly url: string;
  readonly authToken?: string | undefined;
  /** Whether a server that does not sync what it acknowledges is refused, and every write to it from when it ceases to. */
  readonly requireSynced?: boolean | undefined;
  /** Told what a server says of how it commits, each time that it says something else. */
  readonly onDurability?: (state: SyncState) => void;
  /** The command that opens it, for whoever finds the file owned. */
  readonly command?: string | undefined;
  /** Whether missing migrations are run; true unless said otherwise. */
  readonly migrate?: boolean;
  /** Where they are; those of this program unless said otherwise. */
  readonly migrationsFolder?: string;
  /**
   * Whether every page and reference of a file is looked at first, some 10 ms a MiB; true unless said otherwise. `beside`: of
   * a file that was closed cleanly after it was opened, in a process that lets all else go first; of any other both.
   */
  readonly check?: boolean | 'beside';
  /** Told what came of the check beside. */
  readonly onChecked?: (outcome: CheckOutcome) => void;
  /** Told of the backup of a file that is to be migrated. */
  readonly onBackup?: (backup: Backup) => void;
  /** Told how far it is with migrations, and with what they left to be done. */
  readonly onUpgrade?: TellUpgrade | undefined;
  /** Told when a file of the database is found gone or replaced; of null when all are back. */
  readonly onFault?: (fault: FileFault | null) => void;
  /** Told where what was open was saved, when a database whose files are gone is closed. */
  readonly onRescue?: (file: string) => void;
  /** Called each time that a write met someone else's lock. */
  readonly onBusy?: () => void;
  /** Told how long a write waited for those before it. */
  readonly onWait?: (waitedMs: number) => void;
  /** For how long a transaction of a file takes on changes that wait, in milliseconds; 20 unless said otherwise. */
  readonly groupMs?: number;
  /** How many operations may wait for their turn to read aside; 64 unless said otherwise. */
  readonly mostReadsWaiting?: number;
  readonly now?: () => number;
}
