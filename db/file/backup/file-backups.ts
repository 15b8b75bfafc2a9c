import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import type { BackupOnRecord } from '../../queries/status.ts';
import { Conflict, InputInvalid } from '../../rules/errors.ts';
import type { FileCheck } from '../file-check.ts';
import { mayWrite } from '../file-state.ts';
import { type Backup, backUpFile } from './back-up.ts';

export interface BackupOptions {
  /** Puts it on record that a backup was made, and tells when. */
  readonly note: (backup: Backup) => Promise<number>;
  /** A backup waits until a check that runs has ended, and is made of a file that is not known to be damaged. */
  readonly check: Pick<FileCheck, 'untilChecked'>;
}

/** Makes the backups of an open file, one at a time. */
export class FileBackups {
  readonly #address: string;
  readonly #options: BackupOptions;
  readonly #closing = new AbortController();
  #running: Promise<unknown> | null = null;

  constructor(address: string, options: BackupOptions) {
    this.#address = address;
    this.#options = options;
  }

  /** @throws InputInvalid, Conflict, StorageDamaged, StorageFull */
  async make(to: string, signal?: AbortSignal): Promise<BackupOnRecord> {
    assertFree(to);
    if (this.#running !== null) {
      const facts = { noun: 'backup', reference: to, keys: ['file'] };
      throw new Conflict(facts, ['file']);
    }
    const ends = [this.#closing.signal, ...(signal === undefined ? [] : [signal])];
    const running = this.#backUp(to, AbortSignal.any(ends));
    this.#running = running;
    try {
      const backup = await running;
      return { ...backup, at: await this.#options.note(backup) };
    } finally {
      this.#running = null;
    }
  }

  async #backUp(to: string, signal: AbortSignal): Promise<Backup> {
    await this.#options.check.untilChecked(signal);
    return backUpFile(this.#address, to, signal);
  }

  /** Ends the backup that runs; nothing is left of it. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running?.catch(() => {});
  }
}

/** Passes when a file can be made there. @throws InputInvalid */
export function assertFree(to: string): void {
  const refuse = (because: string): never => {
    throw new InputInvalid(because, ['file']);
  };
  if (!isAbsolute(to)) refuse(`${to} is no absolute path.`);
  if (existsSync(to)) refuse(`There is a file ${to}: backups do not replace anything.`);
  const folder = statSync(dirname(to), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true) refuse(`There is no folder ${dirname(to)}.`);
  if (!mayWrite(dirname(to))) refuse(`The folder ${dirname(to)} cannot be written.`);
}
