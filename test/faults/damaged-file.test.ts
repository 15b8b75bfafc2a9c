import { copyFile, mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { recordActor } from '../../db/commands/record-actor.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import { recordHarbour } from '../kit/harbour.ts';
import { openRecord } from '../kit/open-record.ts';
import { write } from '../kit/owner.ts';
import { rawRows } from '../kit/raw-rows.ts';

/** A record that was closed, whole in its file, and what its folder holds. */
async function closedRecord() {
  const record = await openRecord();
  await recordHarbour(record.db);
  await record.db.close();
  return record;
}

/** What is told of a file that cannot be opened. */
async function refusal(path: string): Promise<unknown> {
  return openDatabase({ url: `file:${path}` }).then(
    async (db) => db.close(),
    (error: unknown) => error,
  );
}

async function overwrite(path: string, at: number, bytes: Buffer): Promise<void> {
  const file = await open(path, 'r+');
  await file.write(bytes, 0, bytes.length, at);
  await file.close();
}

const pageBytes = 4096;

/** The number of a page that holds rows of this table. */
function pageOf(path: string, table: string): number {
  const [found] = rawRows<{ page: number }>(
    path,
    `select max(pageno) as page from dbstat where name = '${table}'`,
  );
  return found?.page ?? 0;
}

const oneLine = expect.stringMatching(/^[^\n]+$/);

describe('a damaged file is refused, and left as it is', () => {
  test.each<[what: string, damage: (path: string) => Promise<void>, because: RegExp]>([
    [
      'its header',
      (path) => overwrite(path, 0, Buffer.from('Dear Sir or Madam, ')),
      /file is not a database/,
    ],
    [
      'a page of a table',
      (path) => overwrite(path, (pageOf(path, 'articles') - 1) * pageBytes, Buffer.alloc(200, 7)),
      /malformed|Tree|page/,
    ],
    [
      'a page of the search',
      (path) =>
        overwrite(
          path,
          (pageOf(path, 'search_all_articles_data') - 1) * pageBytes,
          Buffer.alloc(50, 7),
        ),
      /search|malformed|page/,
    ],
    ['its end, cut off', (path) => truncate(path, 40 * pageBytes + 100), /malformed|page|Tree/],
    [
      'a reference',
      async (path) => {
        const file = new Sqlite(path);
        file.exec("pragma foreign_keys = off; delete from actors where slug = 'gazette'");
        file.close();
      },
      /a row of (actor_names|articles) refers to one that is not there/,
    ],
  ])('%s', async (_what, damage, because) => {
    await using record = await closedRecord();
    await damage(record.path);
    const damaged = await readFile(record.path);

    const error = await refusal(record.path);

    expect(error).toMatchObject({ code: 'DATABASE_CORRUPT', message: oneLine });
    expect(error).toMatchObject({ message: expect.stringMatching(because) });
    expect((await readFile(record.path)).equals(damaged)).toBe(true);
  });

  test('by a command that looks at no more than it needs, too', async () => {
    await using record = await closedRecord();
    await overwrite(record.path, 0, Buffer.from('Dear Sir or Madam, '));

    const outcome = openDatabase({ url: `file:${record.path}`, check: false });

    await expect(outcome).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  });
});

describe('a log beside the file', () => {
  test('that is junk is refused, and what is in the file is there without it', async () => {
    await using record = await closedRecord();
    await writeFile(`${record.path}-wal`, 'This is no log. '.repeat(500));

    expect(await refusal(record.path)).toMatchObject({ code: 'LOG_CORRUPT', message: oneLine });

    await rm(`${record.path}-wal`);
    const db = await openDatabase({ url: `file:${record.path}` });
    expect(await verifyRecord(db)).toMatchObject({ faultCount: 0, checked: { actors: 6 } });
    await db.close();
  });

  test('that was not begun when the power went holds nothing, and is no fault', async () => {
    await using record = await closedRecord();
    await writeFile(`${record.path}-wal`, Buffer.alloc(8192));

    expect(await refusal(record.path)).toBeUndefined();
  });

  test('that was torn at its end gives back every commit before it', async () => {
    await using record = await openRecord();
    await using folder = await openFolder();
    await recordHarbour(record.db);
    const killed = join(folder.path, 'killed.db');
    await copyFile(record.path, killed);
    const log = await readFile(`${record.path}-wal`);
    await writeFile(`${killed}-wal`, Buffer.concat([log, Buffer.alloc(3000, 7)]));

    const db = await openDatabase({ url: `file:${killed}` });

    expect(await verifyRecord(db)).toMatchObject({ faultCount: 0, checked: { actors: 6 } });
    const more = { slug: 'later', name: 'Later', kind: 'PERSON' } as const;
    expect(await write(db, recordActor, more)).toMatchObject({ created: true });
    await db.close();
  });
});

async function openFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'onrecord-fault-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
