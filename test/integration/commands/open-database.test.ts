import { existsSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'libsql';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { openDriver } from '../../../db/file/connection.ts';
import { DatabaseOwned, type StartupError } from '../../../db/file/startup-error.ts';
import { openRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { rawRows } from '../../kit/raw-rows.ts';

async function openFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-open-'));
  return {
    path: folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function startupError(options: Parameters<typeof openDatabase>[0]): Promise<StartupError> {
  const outcome: unknown = await openDatabase(options).then(
    async (db) => db.close(),
    (error: unknown) => error,
  );
  expect(outcome).toMatchObject({ code: expect.stringMatching(/^[A-Z_]+$/) });
  expect(outcome).toMatchObject({ message: expect.stringMatching(/^[^\n]+$/) });
  return outcome as StartupError;
}

describe('a file', () => {
  test('is made with its folder, and is the whole database once it is closed', async () => {
    await using folder = await openFolder();
    const path = join(folder.path, 'some', 'where', 'record.db');

    const db = await openDatabase({ url: `file:${path}` });
    await write(db, recordActor, { slug: 'gazette', name: 'Gazette', kind: 'OUTLET' });
    expect(db.isLocal).toBe(true);
    expect(db.epoch).toMatch(/^[0-9a-f]{16}$/);
    await db.close();

    const copy = join(folder.path, 'copy.db');
    await copyFile(path, copy);
    expect(rawRows(copy, 'select slug from actors')).toEqual([{ slug: 'gazette' }]);
  });

  test('has one owner: a second one is told where the first listens', async () => {
    await using record = await openRecord();

    const error = await startupError({ url: `file:${record.path}` });

    expect(error).toBeInstanceOf(DatabaseOwned);
    expect(error).toMatchObject({ code: 'DATABASE_OWNED', socket: `${record.path}.sock` });
    expect(error.message).toContain(`${record.path}.sock`);
  });

  test('is owned by whoever rewrites it for an owner that was killed, until that ends', async () => {
    await using record = await openRecord();
    await record.db.close();
    const worker = new Sqlite(`${record.path}.compact.lock`, { timeout: 0 });
    worker.exec('pragma journal_mode = memory; begin exclusive');

    const error = await startupError({ url: `file:${record.path}` });
    worker.close();
    const db = await openDatabase({ url: `file:${record.path}` });

    expect(error).toMatchObject({ code: 'DATABASE_OWNED' });
    expect(existsSync(`${record.path}.compact.lock`)).toBe(false);
    await db.close();
  });

  test('has one owner under all its names', async () => {
    await using record = await openRecord();
    await using folder = await openFolder();
    const link = join(folder.path, 'link.db');
    await symlink(record.path, link);

    expect(await startupError({ url: `file:${link}` })).toMatchObject({ code: 'DATABASE_OWNED' });
  });

  test('is free again when its owner has closed it', async () => {
    await using record = await openRecord();
    const { epoch } = record.db;
    await record.db.close();

    const again = await openDatabase({ url: `file:${record.path}` });

    expect(again.epoch).toBe(epoch);
    await again.close();
  });

  test('may have a name with spaces and signs', async () => {
    await using folder = await openFolder();
    const path = join(folder.path, 'a record ü#1.db');

    const db = await openDatabase({ url: `file:${encodeURI(path).replace('#', '%23')}` });
    await db.close();

    expect(existsSync(path)).toBe(true);
  });
});

describe('what is stored', () => {
  test('stands in STRICT tables, but for the search and its parts', async () => {
    await using record = await openRecord();

    const loose = rawRows<{ name: string }>(
      record.path,
      `select name from pragma_table_list where schema = 'main' and strict = 0
       and name not like 'sqlite_%' and name not like 'search%' and name <> '__drizzle_migrations'`,
    );

    expect(loose).toEqual([]);
  });

  test('is written with a log that is synced at each commit, and with foreign keys', async () => {
    await using record = await openRecord();
    const driver = openDriver(record.path);
    const pragma = (name: string) => driver.prepare(`pragma ${name}`).raw(true).get([]);

    expect(pragma('journal_mode')).toEqual(['wal']);
    expect(pragma('synchronous')).toEqual([2]);
    expect(pragma('foreign_keys')).toEqual([1]);
    expect(pragma('busy_timeout')).toEqual([50]);
    driver.close();
  });
});

describe('a database that cannot be opened says so in one line', () => {
  test('a newer schema', async () => {
    await using record = await openRecord();
    await record.db.close();
    const file = new Sqlite(record.path);
    file.exec(
      "insert into __drizzle_migrations (hash, created_at, name) values ('x', 1, '20991231000000_later')",
    );
    file.close();

    const error = await startupError({ url: `file:${record.path}` });

    expect(error).toMatchObject({ code: 'SCHEMA_NEWER' });
    expect(error.message).toContain('20991231000000_later');
  });

  test('a schema that lacks migrations, where none are to be run', async () => {
    await using folder = await openFolder();

    const error = await startupError({ url: `file:${folder.path}/new.db`, migrate: false });

    expect(error).toMatchObject({ code: 'SCHEMA_OLDER' });
  });

  test('a file of another program, which stays as it was', async () => {
    await using folder = await openFolder();
    const path = join(folder.path, 'other.db');
    const file = new Sqlite(path);
    file.exec('create table recipes (name text)');
    file.close();

    expect(await startupError({ url: `file:${path}` })).toMatchObject({ code: 'DATABASE_FOREIGN' });
    expect(rawRows(path, "select name from sqlite_schema where type = 'table'")).toEqual([
      { name: 'recipes' },
    ]);
  });

  test('a file that is no database', async () => {
    await using folder = await openFolder();
    const path = join(folder.path, 'letter.db');
    writeFileSync(path, 'Dear Sir or Madam, '.repeat(400));

    expect(await startupError({ url: `file:${path}` })).toMatchObject({ code: 'DATABASE_CORRUPT' });
  });

  test('a folder', async () => {
    await using folder = await openFolder();
    await mkdir(join(folder.path, 'record.db'));

    const error = await startupError({ url: `file:${folder.path}/record.db` });

    expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });

  test.each([
    '',
    'record.db',
    ':memory:',
    'file:',
    'file::memory:',
    'file:x.db?mode=ro',
    'ftp://x/y',
  ])('the address %j', async (url) => {
    expect(await startupError({ url })).toMatchObject({ code: 'DATABASE_URL_INVALID' });
  });

  test('a server that does not answer', async () => {
    const error = await startupError({ url: 'http://127.0.0.1:1' });

    expect(error).toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
  });

  test('and leaves no lock behind', async () => {
    await using folder = await openFolder();
    const url = `file:${folder.path}/record.db`;
    await startupError({ url, migrate: false });

    const db = await openDatabase({ url });

    await db.close();
  });
});
