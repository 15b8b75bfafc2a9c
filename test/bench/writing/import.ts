import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { openDatabase } from '../../../db/client.ts';
import { runCommand } from './command.ts';
import { claimsIn, measureFile } from './file-size.ts';

/** What one import cost, beside inserts of the same rows. */
export interface ImportRound {
  readonly claims: number;
  readonly tookMs: number;
  readonly cpuMicros: number;
  readonly anonymousBytes: number | null;
  /** Of the file that was made. */
  readonly bytesPerClaim: number;
  /** How many rows there are in all tables. */
  readonly rows: number;
  readonly insertedMs: number;
  readonly insertedMicros: number;
}

export interface ImportOptions {
  readonly build: string;
  /** The record whose export is imported. */
  readonly record: string;
  readonly rounds: number;
}

const inserted = z.object({ rows: z.number(), tookMs: z.number(), cpuMicros: z.number() });

/** Imports the export of a record into an empty file, and inserts all rows that this has made into another. */
export async function measureImport({
  build,
  record,
  rounds,
}: ImportOptions): Promise<readonly ImportRound[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-import-'));
  const file = (name: string) => join(folder, name);
  const onrecord = (path: string, ...args: string[]) =>
    runCommand({ build, folder, args, environment: { DATABASE_URL: `file:${path}` } });
  try {
    const empty = await openDatabase({ url: `file:${file('empty.db')}` });
    await empty.close();
    copyFileSync(record, file('record.db'));
    await onrecord(file('record.db'), 'export', file('lines.jsonl'));
    rmSync(file('record.db'));
    const played: ImportRound[] = [];
    while (played.length < rounds) {
      const [ours, same] = [file(`ours-${played.length}.db`), file(`same-${played.length}.db`)];
      for (const path of [ours, same]) copyFileSync(file('empty.db'), path);
      const { out: _said, ...cost } = await onrecord(ours, 'import', file('lines.jsonl'));
      const { claims, bytesPerClaim } = measureFile(ours);
      if (claims !== claimsIn(record)) throw new Error(`Only ${claims} claims were imported.`);
      const script = 'test/bench/contenders/insert-all.js';
      const { out } = await runCommand({ build, folder, script, args: [same, ours] });
      const { rows, ...bare } = inserted.parse(JSON.parse(out));
      played.push({
        ...cost,
        claims,
        bytesPerClaim,
        rows,
        insertedMs: bare.tookMs,
        insertedMicros: bare.cpuMicros,
      });
      for (const path of [ours, same]) removeDatabase(path);
    }
    return played;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function removeDatabase(path: string): void {
  for (const end of ['', '-wal', '-shm', '.lock']) rmSync(`${path}${end}`, { force: true });
}
