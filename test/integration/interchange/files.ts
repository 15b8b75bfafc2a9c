import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Database } from '../../../db/client.ts';
import { exportLines } from '../../../db/interchange/export.ts';
import { importFiles } from '../../../db/interchange/import.ts';
import { LinesRefused } from '../../../db/interchange/lines-refused.ts';
import type { LineSource } from '../../../db/interchange/source.ts';
import { owner } from '../../kit/owner.ts';

/** The first line of every file. */
const header = { type: 'record', format: 'onrecord/1' };

/** A whole file of these lines; the line that names the format comes first by itself. */
export function fileOf(lines: readonly (object | string)[], name = 'test.jsonl'): LineSource {
  const texts = [header, ...lines].map((line) =>
    typeof line === 'string' ? line : JSON.stringify(line),
  );
  return { name, isWhole: true, lines: () => texts };
}

/** The founding record, beside this repository. */
export function foundingFile(): LineSource {
  const folder = new URL('../../../../shared/seeds/', import.meta.url);
  return {
    name: 'record.jsonl',
    isWhole: true,
    lines: () => readFileSync(new URL('record.jsonl', folder), 'utf8').split('\n'),
    readText: async (textFile) => readFileSync(new URL(textFile, folder), 'utf8'),
  };
}

export function imported(db: Database, ...files: LineSource[]) {
  return importFiles(db, files, { author: owner });
}

/** The whole export as one text. */
export async function exported(db: Database): Promise<string> {
  const lines: string[] = [];
  for await (const line of exportLines(db.reader)) lines.push(`${line}\n`);
  return lines.join('');
}

/** A file that holds what was exported. */
export function exportFile(text: string): LineSource {
  return { name: 'export.jsonl', isWhole: true, lines: () => text.split('\n') };
}

/** What is wrong with these files: line, path and code of each fault. */
export async function faultsOf(db: Database, ...files: LineSource[]): Promise<string[]> {
  const refusal: unknown = await imported(db, ...files).then(
    () => 'they were not refused',
    (error: unknown) => error,
  );
  if (!(refusal instanceof LinesRefused)) throw refusal;
  return refusal.faults.map(
    ({ line, refusal: { code, path } }) => `${line} ${path.join('.')} ${code}`,
  );
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** New records and unchanged ones, by type. */
export function tally(counts: Readonly<Record<string, { created: number; unchanged: number }>>) {
  const told = Object.entries(counts).filter(
    ([, { created, unchanged }]) => created + unchanged > 0,
  );
  return Object.fromEntries(
    told.map(([type, { created, unchanged }]) => [type, [created, unchanged]]),
  );
}
