import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Backup, unfinishedOf } from './back-up.ts';
import { hashOf, writeChecksum } from './checksum.ts';
import { examinedFile } from './run-worker.ts';
import { syncFolderOf } from './sync-folder.ts';

/** Copies all that a connection that is open sees into a new file, also where its own file is gone. */
type CopyInto = (to: string) => void;

/**
 * Saves what is still open of a database in the new file `to`, with its checksum beside it, while all else waits; then
 * examines it.
 * @throws FileWorkFailed where it is damaged; it stays all the same
 */
export async function rescueInto(copyInto: CopyInto, to: string): Promise<Backup> {
  save(copyInto, to);
  return { file: to, ...(await examinedFile({ from: to }, undefined)) };
}

/**
 * Saves it beside the place where the database was or, where nothing can be written there, in the folder in which this
 * process runs, or in that for temporary files; tells the file.
 */
export function saveBeside(copyInto: CopyInto, path: string): string {
  const moment = new Date().toISOString().replaceAll(/[:.]/g, '-');
  const name = `${basename(path)}.rescued-${moment}`;
  let failure: unknown;
  for (const folder of [dirname(path), process.cwd(), tmpdir()]) {
    try {
      mkdirSync(folder, { recursive: true });
      save(copyInto, join(folder, name));
      return join(folder, name);
    } catch (error) {
      failure ??= error;
    }
  }
  throw failure;
}

/** Nothing is awaited: a process that is told to end leaves it whole or not at all. */
function save(copyInto: CopyInto, to: string): void {
  const unfinished = unfinishedOf(to);
  rmSync(unfinished, { force: true });
  try {
    copyInto(unfinished);
    const file = openSync(unfinished, 'r+');
    fsyncSync(file);
    closeSync(file);
    writeChecksum(to, hashOf(unfinished));
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  syncFolderOf(to);
}
