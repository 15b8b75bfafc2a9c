import { statSync } from 'node:fs';
import { StorageGone } from '../read/storage-error.ts';

const files = { file: '', log: '-wal', index: '-shm' } as const;

/** What became of one of the files of an open database. */
export type FileFault = `${keyof typeof files} ${'gone' | 'replaced'}`;

/** What a file is, whatever it is called. */
interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/**
 * The files of a database, as they are when it is opened. What is written into a file that was removed or replaced is in
 * none that a later start would find.
 */
export class FilePlaces {
  readonly #path: string;
  readonly #known: readonly (readonly [name: keyof typeof files, identity: Identity])[];
  readonly #onFault: ((fault: FileFault | null) => void) | undefined;
  #last: FileFault | null = null;

  /** Those that are there now are watched. `onFault` is told when what `fault` tells changes. */
  constructor(path: string, onFault?: (fault: FileFault | null) => void) {
    this.#path = path;
    this.#onFault = onFault;
    this.#known = names.flatMap((name) => {
      const found = identityOf(path + files[name]);
      return found === null ? [] : [[name, found] as const];
    });
  }

  /** Looks where they are: one `stat` each. Null where all are in their places. */
  fault(): FileFault | null {
    const fault = this.#look();
    if (fault !== this.#last) this.#onFault?.(fault);
    this.#last = fault;
    return fault;
  }

  /** @throws StorageGone */
  assertInPlace(): void {
    const fault = this.fault();
    if (fault !== null) throw new StorageGone(fault);
  }

  #look(): FileFault | null {
    for (const [name, { dev, ino }] of this.#known) {
      const found = identityOf(this.#path + files[name]);
      if (found === null) return `${name} gone`;
      if (found.ino !== ino || found.dev !== dev) return `${name} replaced`;
    }
    return null;
  }
}

const names = ['file', 'log', 'index'] as const;

/** Null where there is nothing, or nothing that may be looked at. */
function identityOf(path: string): Identity | null {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}
