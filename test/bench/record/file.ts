import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../../db/client.ts';
import { openBulk } from './bulk.ts';
import { generateRecord } from './generate.ts';

const root = join(import.meta.dirname, '../../..');
/** What a generated file depends on. */
const sources = [
  /^db\/migrations\//,
  /^db\/rules\/(likeness|sketch|standing)/,
  /^test\/bench\/record\//,
];

/** A generated record of this many claims, kept for the next run. Copy it before you write. */
export async function recordFile(claims: number): Promise<string> {
  const folder = join(tmpdir(), 'onrecord-bench');
  const path = join(folder, `${claims}-${fingerprint()}.db`);
  if (isThere(path)) return path;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${claims}-`)) rmSync(join(folder, name));
  }
  const unfinished = `${path}.unfinished`;
  await writeRecord(unfinished, claims);
  renameSync(unfinished, path);
  return path;
}

/** Writes a generated record of this many claims into a new file. */
export async function writeRecord(path: string, claims: number): Promise<void> {
  const database = await openDatabase({ url: `file:${path}` });
  await database.close();
  const bulk = openBulk(path);
  generateRecord(bulk, claims);
  bulk.close();
  rmSync(`${path}.lock`, { force: true });
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const folder of ['db', 'test/bench']) {
    for (const name of readdirSync(join(root, folder), { recursive: true }).map(String).sort()) {
      const path = `${folder}/${name}`;
      const isSource = path.includes('.') && sources.some((source) => source.test(path));
      if (isSource) hash.update(path).update(readFileSync(join(root, path)));
    }
  }
  return hash.digest('hex').slice(0, 12);
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
