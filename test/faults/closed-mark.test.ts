import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { type Database, openDatabase } from '../../db/client.ts';
import { recordActor } from '../../db/commands/record-actor.ts';
import { migrationsFolder } from '../../db/file/migrate.ts';
import { openPlace } from '../integration/cli/run-cli.ts';
import { write } from '../kit/owner.ts';
import { rawRows } from '../kit/raw-rows.ts';
import { changeUnseen, closedRecord, losePagesOf, servedAt } from './closed-record.ts';
import { serveAt } from './serving.ts';

vi.setConfig({ testTimeout: 120_000 });

const later = { slug: 'later', name: 'Later', kind: 'PERSON' } as const;
const record = (db: Database) => write(db, recordActor, later);

test('a file that was closed has a mark, which is gone while it is open and comes back', async () => {
  await using closed = await closedRecord();
  expect(existsSync(closed.mark)).toBe(true);

  const { db, checked } = await closed.serve();

  expect([db.fileCheck(), existsSync(closed.mark)]).toEqual(['running', false]);
  await record(db);
  expect(await checked).toMatchObject({ fault: null });
  expect(db.fileCheck()).toBe('passed');
  await db.close();
  expect(existsSync(closed.mark)).toBe(true);
});

test('what is written while the bytes are compared is found in the file when it is closed', async () => {
  await using closed = await closedRecord();
  const { db, checked } = await closed.serve();
  for (let turn = 0; turn < 30; turn += 1)
    await write(db, recordActor, { ...later, slug: `later-${turn}` });
  await checked;
  await db.close();

  const again = await closed.serve();

  expect(await again.checked).toMatchObject({ fault: null });
  await again.db.close();
  const found = rawRows(closed.path, "select count(*) as n from actors where slug like 'later-%'");
  expect(found).toEqual([{ n: 30 }]);
});

test('a byte that is another since is found, whatever it says', async () => {
  await using closed = await closedRecord();
  await changeUnseen(closed.path, async (write, all) => {
    await write(Buffer.from('Gazelle'), all.indexOf('Gazette'));
  });

  const { db, checked } = await closed.serve();

  expect(db.fileCheck()).toBe('running');
  expect(await checked).toMatchObject({ fault: expect.stringContaining('when it was closed') });
  await db.close();
  expect(existsSync(closed.mark)).toBe(false);
});

test('a start that is over before the bytes are compared leaves the mark where it wrote nothing, and none where it did', async () => {
  await using closed = await closedRecord();

  for (const turn of [1, 2]) {
    const { db } = await closed.serve();
    await db.close();
    expect([turn, existsSync(closed.mark)]).toEqual([turn, true]);
  }
  const { db } = await closed.serve();
  await record(db);
  await db.close();

  expect(existsSync(closed.mark)).toBe(false);
});

test.each<[what: string, change: (path: string) => Promise<string>]>([
  [
    'a copy with its mark',
    async (path) => {
      const copy = `${path}.copy`;
      await cp(path, copy, { preserveTimestamps: true });
      await cp(`${path}.closed`, `${copy}.closed`, { preserveTimestamps: true });
      return copy;
    },
  ],
  ['a file that was touched', async (path) => utimes(path, 1, 1).then(() => path)],
  [
    'a file whose mark is not ours',
    async (path) => writeFile(`${path}.closed`, 'soundly closed').then(() => path),
  ],
  [
    'a file with a log',
    async (path) => writeFile(`${path}-wal`, Buffer.alloc(8192)).then(() => path),
  ],
])('%s is looked at before it is opened', async (_what, change) => {
  await using closed = await closedRecord();
  const path = await change(closed.path);
  await losePagesOf(path, 'articles');

  const opening = servedAt(path);

  await expect(opening).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  expect(existsSync(`${path}.closed`)).toBe(false);
});

test('no mark is made for a file that nobody looked at, and that nobody closed', async () => {
  await using closed = await closedRecord();
  await rm(closed.mark);

  const db = await openDatabase({ url: `file:${closed.path}`, check: false });
  await db.close();

  expect(existsSync(closed.mark)).toBe(false);
});

test('a file that lacks migrations is looked at before it is backed up over what is there', async () => {
  await using closed = await closedRecord();
  const folder = join(dirname(closed.path), 'migrations');
  const name = '20990101000000_first';
  await cp(migrationsFolder, folder, { recursive: true });
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, 'migration.sql'), 'create table notes (key integer) strict');
  const sound = `${closed.path}.before-${name}`;
  await copyFile(closed.path, sound);
  const before = await stat(sound);
  await losePagesOf(closed.path, 'articles');

  const opening = closed.serve({ migrationsFolder: folder });

  await expect(opening).rejects.toMatchObject({ code: 'DATABASE_CORRUPT' });
  expect((await stat(sound)).ino).toBe(before.ino);
});

test('no mark is made for a backup, and none stays after a kill', async () => {
  await using place = await openPlace({ env: { LOG_LEVEL: 'info' } });
  const backup = place.file('backup.db');
  const { server } = await serveAt(place);
  await place.run('backup', backup);
  server.process.kill('SIGKILL');
  await server.ended();
  expect([existsSync(`${place.database}.closed`), existsSync(`${backup}.closed`)]).toEqual([
    false,
    false,
  ]);

  const again = await serveAt(place);
  again.server.process.kill('SIGTERM');
  await again.server.ended();

  expect(existsSync(`${place.database}.closed`)).toBe(true);
});
