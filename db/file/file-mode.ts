import { chmodSync, statSync } from 'node:fs';

const others = 0o066;

/** Those files of the database at `path` that others on this machine can read or write. */
export function openToOthers(path: string): readonly string[] {
  return [path, `${path}-wal`].filter((file) => {
    const mode = statSync(file, { throwIfNoEntry: false })?.mode ?? 0;
    return (mode & others) !== 0;
  });
}

/** Gives a file that is about to take the place of another the mode of that one. */
export function keepMode(unfinished: string, path: string): void {
  const there = statSync(path, { throwIfNoEntry: false });
  if (there !== undefined) chmodSync(unfinished, there.mode & 0o777);
}
