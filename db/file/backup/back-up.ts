import { existsSync, rmSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { keepMode } from '../file-mode.ts';
import { checksumOf, writeChecksum } from './checksum.ts';
import { type Examined, examinedFile } from './run-worker.ts';
import { syncFolderOf } from './sync-folder.ts';

/** A backup that was made: `bytes` long, of the record up to the event `seq`. */
export interface Backup extends Examined {
  readonly file: string;
}

/** What a file is called while it is written: it gets its name when it is whole. */
export function unfinishedOf(path: string): string {
  return `${path}.part`;
}

/**
 * Copies the database at the address `from` into the file `to`, as it is at this moment, while others read and write
 * it. The copy is examined; its checksum is beside it. What was there before is replaced.
 * @throws StorageFull, FileWorkFailed
 */
export async function backUpFile(
  from: string,
  to: string,
  signal?: AbortSignal | undefined,
): Promise<Backup> {
  const unfinished = unfinishedOf(to);
  const remove = (): void => rmSync(unfinished, { force: true });
  remove();
  // At once, and again when the worker has ended: a process that is killed meanwhile leaves nothing half done.
  signal?.addEventListener('abort', remove, { once: true });
  try {
    const examined = await examinedFile({ from, to: unfinished }, signal);
    writeChecksum(to, examined.sha256);
    keepMode(unfinished, to);
    await rename(unfinished, to);
    syncFolderOf(to);
    return { file: to, ...examined };
  } catch (error) {
    remove();
    if (!existsSync(to)) rmSync(checksumOf(to), { force: true });
    throw error;
  } finally {
    signal?.removeEventListener('abort', remove);
  }
}
