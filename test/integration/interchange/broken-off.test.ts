import Sqlite from 'libsql';
import { expect, test } from 'vitest';
import { importFiles } from '../../../db/interchange/import.ts';
import type { LineSource } from '../../../db/interchange/source.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { owner } from '../../kit/owner.ts';
import { randomRecord } from '../../kit/random-record.ts';
import { everyLine } from './every-line.ts';
import { exported, fileOf } from './files.ts';

const linesAtOnce = 9;
const now = () => Date.parse('2026-01-01');

/** Imports a file until so many batches were written, and tells whether all of it is. */
async function importSome({ db }: TestRecord, file: LineSource, batches: number): Promise<boolean> {
  const abort = new AbortController();
  let written = 0;
  const onProgress = ({ doing }: { readonly doing: string }) => {
    if (doing === 'writing') written += 1;
    if (written === batches) abort.abort();
  };
  const { signal } = abort;
  return importFiles(db, [file], { author: owner, linesAtOnce, signal, onProgress }).then(
    () => true,
    (error: unknown) => {
      if (signal.aborted) return false;
      throw error;
    },
  );
}

/** All events as they are stored, but for public ids, which are never the same. */
function eventsOf({ path }: TestRecord): unknown {
  const file = new Sqlite(path);
  try {
    return file
      .prepare('select seq, type, noun, subject, at, visibility, payload from events')
      .all();
  } finally {
    file.close();
  }
}

test.each([
  ['of every line', everyLine],
  ['of a random record', fileOf(randomRecord(3))],
])(
  'an import %s that is broken off after each batch comes to what one run comes to',
  async (_, file) => {
    await using whole = await openRecord({ now });
    await using pieced = await openRecord({ now });
    expect(await importSome(whole, file, Number.POSITIVE_INFINITY)).toBe(true);

    let runs = 1;
    while (!(await importSome(pieced, file, 1))) runs += 1;

    expect(runs).toBeGreaterThan(3);
    expect(eventsOf(pieced)).toEqual(eventsOf(whole));
    expect(await exported(pieced.db)).toBe(await exported(whole.db));
  },
);
