import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import Sqlite from 'libsql';
import { expect, test } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import type { Backup } from '../../db/file/backup/back-up.ts';
import { migrationsFolder } from '../../db/file/migrate.ts';
import { migrateFile } from '../../db/file/migrate-file.ts';
import { recordStatus } from '../../db/queries/status.ts';
import { recordHarbour } from '../kit/harbour.ts';
import { openRecord } from '../kit/open-record.ts';
import { rawRows } from '../kit/raw-rows.ts';

/** A closed record, and a folder with the migrations that it has run and these others. */
async function withMigrations(more: Readonly<Record<string, string>>) {
  const record = await openRecord();
  await recordHarbour(record.db);
  await record.db.close();
  const folder = join(dirname(record.path), 'migrations');
  await cp(migrationsFolder, folder, { recursive: true });
  for (const [name, statements] of Object.entries(more)) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'migration.sql'), statements);
  }
  return {
    record,
    folder,
    url: `file:${record.path}`,
    async [Symbol.asyncDispose]() {
      await record[Symbol.asyncDispose]();
    },
  };
}

const first = '20990101000000_first';
const second = '20990102000000_second';

test('run each in a transaction of its own, behind a backup that holds the record as it was', async () => {
  await using given = await withMigrations({
    [first]: 'create table notes (key integer primary key) strict',
    [second]:
      'create table more (key integer primary key) strict;\n--> statement-breakpoint\ninsert into nowhere values (1)',
  });
  const made: Backup[] = [];

  const opening = openDatabase({
    url: given.url,
    migrationsFolder: given.folder,
    onBackup: (backup) => made.push(backup),
  });

  await expect(opening).rejects.toMatchObject({ message: expect.stringContaining('nowhere') });
  const tables = "select name from sqlite_schema where name in ('notes', 'more')";
  expect(rawRows(given.record.path, tables)).toEqual([{ name: 'notes' }]);
  expect(made).toMatchObject([{ file: `${given.record.path}.before-${first}` }]);
  const [backup] = made;
  expect(rawRows(backup?.file ?? '', 'select count(*) as n from actors')).toEqual([{ n: 6 }]);
  expect(rawRows(backup?.file ?? '', tables)).toEqual([]);
});

test('are told of with their backup, and leave the database as new', async () => {
  await using given = await withMigrations({
    [first]: 'create table notes (key integer primary key) strict',
  });

  const db = await openDatabase({ url: given.url, migrationsFolder: given.folder });

  expect(await recordStatus(db.reader)).toMatchObject({
    migrations: expect.arrayContaining([first]),
    backup: { file: `${given.record.path}.before-${first}` },
    counts: { actors: 6 },
  });
  await db.close();
});

test('of a new database need no backup, and none is made where nothing is missing', async () => {
  await using given = await withMigrations({});
  await openDatabase({ url: given.url, migrationsFolder: given.folder }).then((db) => db.close());
  const fresh = join(dirname(given.record.path), 'fresh.db');

  await openDatabase({ url: `file:${fresh}` }).then((db) => db.close());

  const files = await readdir(dirname(fresh));
  expect(files.filter((name) => name.includes('before'))).toEqual([]);
});

test('that were changed after the database had run them are refused', async () => {
  await using given = await withMigrations({});
  const [name = ''] = rawRows<{ name: string }>(
    given.record.path,
    'select name from __drizzle_migrations',
  ).map((row) => row.name);
  await writeFile(join(given.folder, name, 'migration.sql'), 'create table another (key integer)');

  const opening = openDatabase({ url: given.url, migrationsFolder: given.folder });

  await expect(opening).rejects.toMatchObject({
    code: 'SCHEMA_CHANGED',
    message: expect.stringContaining(name),
  });
});

test('of a newer program are refused', async () => {
  await using given = await withMigrations({});
  const file = new Sqlite(given.record.path);
  file.exec(
    `insert into __drizzle_migrations (hash, created_at, name) values ('x', 1, '${second}')`,
  );
  file.close();

  const opening = openDatabase({ url: given.url });

  await expect(opening).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
});

test('give actors of before their names to be found by in texts, and a review', async () => {
  await using record = await openRecord();
  const url = `file:${join(dirname(record.path), 'older.db')}`;
  const folder = join(dirname(record.path), 'older');
  const [oldest = ''] = (await readdir(migrationsFolder)).sort();
  await cp(join(migrationsFolder, oldest), join(folder, oldest), { recursive: true });
  const options = { migrationsFolder: folder, location: url };
  await migrateFile(url.slice('file:'.length), options, () => {});
  const file = new Sqlite(url.slice('file:'.length));
  file.exec(`insert into actors (id, slug, name, kind, aliases, recorded_at)
    values ('actor_1', 'council', 'The Council', 'GOVERNMENT', '["Élus","council"]', 1)`);
  file.close();

  await (await openDatabase({ url, check: false })).close();

  const path = url.slice('file:'.length);
  expect(rawRows(path, 'select name from actor_names order by name')).toEqual([
    { name: 'Council' },
    { name: 'council' },
    { name: 'Élus' },
  ]);
  expect(rawRows(path, 'select review from actors')).toEqual([{ review: 'VERIFIED' }]);
});
