import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';

/** The file beside a backup that holds its checksum, as `sha256sum` writes and reads it. */
export function checksumOf(path: string): string {
  return `${path}.sha256`;
}

/** Writes the checksum of a backup beside it. */
export async function writeChecksum(path: string, sha256: string): Promise<void> {
  await writeFile(checksumOf(path), `${sha256}  ${basename(path)}\n`);
}

/** The checksum that stands beside a backup; null where none does. */
export async function readChecksum(path: string): Promise<string | null> {
  const text = await readFile(checksumOf(path), 'utf8').catch(() => '');
  return /^([0-9a-f]{64})\b/.exec(text)?.[1] ?? null;
}
