import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import Sqlite from 'libsql';
import { syncFolderOf } from './backup/sync-folder.ts';
import { hasLog } from './file-state.ts';

/** What tells a file from what it was, or from a copy of it. */
interface FileIdentity {
  readonly bytes: number;
  /** In milliseconds. */
  readonly changedAt: number;
  readonly inode: string;
  /** How often SQLite has changed it, by its header. */
  readonly changes: number;
}

/** A file as it was when its owner closed it. */
interface Closed extends FileIdentity {
  /** The checksum of all its bytes; null where there was no time for it. */
  readonly sum: number | null;
}

/** What is known of a file: `unknown` while it is not compared yet with what it was when it was closed. */
export type Verdict = 'sound' | 'unknown' | 'damaged';

/**
 * The mark beside a database file that says that it was closed cleanly. It is there while nobody has the file open, and it
 * is believed of the very file that it was made for, as long as nobody has written that.
 */
export class ClosedMark {
  readonly #path: string;
  readonly #found: Closed | null;

  private constructor(path: string, found: Closed | null) {
    this.#path = path;
    this.#found = found;
  }

  /** Reads the mark and takes it away, before the file is opened: whatever ends this process, it does not come back. */
  static take(path: string): ClosedMark {
    const found = readMark(path);
    rmSync(markOf(path), { force: true });
    if (found !== null) syncFolderOf(path);
    return new ClosedMark(path, found !== null && isStill(path, found) ? found : null);
  }

  /** Whether the file is what its owner closed. */
  get isBelieved(): boolean {
    return this.#found !== null;
  }

  /** The checksum that the file had when it was closed, where that is known. */
  get sum(): number | null {
    return this.#found?.sum ?? null;
  }

  /**
   * Leaves a mark once the log is in the file and nobody writes any more: none of a file that is damaged, and of one that
   * is not known to be sound only where nobody has written it meanwhile.
   */
  async leave(verdict: Verdict): Promise<void> {
    const path = this.#path;
    if (verdict === 'damaged' || hasLog(path)) return;
    if (this.#found !== null && isStill(path, this.#found)) return writeMark(path, this.#found);
    if (verdict === 'unknown') return;
    const identity = identityOf(path);
    if (identity === null) return;
    // A process that is told to end does not wait for all of a large file to be read.
    writeMark(path, { ...identity, sum: null });
    writeMark(path, { ...identity, sum: await sumOf(path) });
  }
}

function markOf(path: string): string {
  return `${path}.closed`;
}

/** What stands in the mark; null where there is none that can be read. */
function readMark(path: string): Closed | null {
  try {
    const text = readFileSync(markOf(path), 'utf8');
    const { bytes, changedAt, inode, changes, sum = null } = JSON.parse(text);
    return { bytes, changedAt, inode, changes, sum };
  } catch {
    return null;
  }
}

/** Whole or not at all, and as durable as the file. Where it cannot be written, the file is looked at first next time. */
function writeMark(path: string, closed: Closed): void {
  const unfinished = `${markOf(path)}.part`;
  try {
    writeFileSync(unfinished, `${JSON.stringify(closed)}\n`, { flush: true });
    renameSync(unfinished, markOf(path));
    syncFolderOf(path);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/** What sets the moment of a file back knows no less than this. */
const clockMs = 1;

function isStill(path: string, known: FileIdentity): boolean {
  const found = hasLog(path) ? null : identityOf(path);
  return (
    found !== null &&
    found.bytes === known.bytes &&
    Math.abs(found.changedAt - known.changedAt) <= clockMs &&
    found.inode === known.inode &&
    found.changes === known.changes
  );
}

/** Null where there is no file, or none of SQLite's. */
function identityOf(path: string): FileIdentity | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (found === undefined || found.size === 0n) return null;
  return {
    bytes: Number(found.size),
    changedAt: Number(found.mtimeNs) / 1e6,
    inode: String(found.ino),
    changes: changesOf(path),
  };
}

// Through SQLite, and by no descriptor of ours: to close one lets go of all locks that this process has on the file.

/** See "File change counter" in SQLite's file format. */
function changesOf(path: string): number {
  const [header] = pagesOf(path, 'where pgno = 1');
  return header?.readUInt32BE(24) ?? 0;
}

const pagesInTurn = 1000;

/** The CRC-32 of all pages, some 2 ms a MiB: that of the file, where the log is in it. */
async function sumOf(path: string): Promise<number> {
  let [sum, pages] = [0, 0];
  for (const page of pagesOf(path)) {
    sum = crc32(page, sum);
    pages += 1;
    if (pages % pagesInTurn === 0) await nextTurn();
  }
  return sum;
}

function* pagesOf(path: string, where = ''): Generator<Buffer, void> {
  const file = new Sqlite(path, { timeout: 0 });
  try {
    const pages = file.prepare(`select data from sqlite_dbpage ${where}`).raw(true);
    for (const row of pages.iterate()) yield Object(row)[0];
  } finally {
    file.close();
  }
}
