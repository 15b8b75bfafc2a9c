import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Who owns a database file. */
export interface Owner {
  /** The command that it is, `serve` or another. */
  readonly command: string;
  readonly pid: number;
}

/** Writes down beside the file who owns it, for those who find it owned: the lock itself tells nothing. */
export function noteOwner(path: string, command: string): { close(): void } {
  const note = noteOf(path);
  try {
    writeFileSync(note, `${command} ${process.pid}\n`);
  } catch {
    // Where there is no room, others are told less.
  }
  return {
    close() {
      try {
        rmSync(note, { force: true });
      } catch {
        // It stays, and is replaced by the next owner's.
      }
    },
  };
}

/** Who owns the file, where somebody does; null where that is not known. */
export function ownerOf(path: string): Owner | null {
  try {
    const [, command, pid] = /^(.+) (\d+)\n$/.exec(readFileSync(noteOf(path), 'utf8')) ?? [];
    return command === undefined ? null : { command, pid: Number(pid) };
  } catch {
    return null;
  }
}

function noteOf(path: string): string {
  return `${path}.owner`;
}
