import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** The file beside a backup that holds its checksum, as `sha256sum` writes and reads it. */
export function checksumOf(path: string): string {
  return `${path}.sha256`;
}

/** Writes the checksum of a backup beside it. */
export function writeChecksum(path: string, sha256: string): void {
  writeFileSync(checksumOf(path), `${sha256}  ${basename(path)}\n`);
}

/** The checksum that stands beside a backup; null where none does. */
export async function readChecksum(path: string): Promise<string | null> {
  const text = await readFile(checksumOf(path), 'utf8').catch(() => '');
  return /^([0-9a-f]{64})\b/.exec(text)?.[1] ?? null;
}

const bytesAtOnce = 1024 * 1024;

/** The checksum of a file, worked out while all else waits. */
export function hashOf(path: string): string {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(bytesAtOnce);
  const file = openSync(path, 'r');
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      hash.update(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}
