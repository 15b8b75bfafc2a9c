import { existsSync } from 'node:fs';
import { copyFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../db/client.ts';
import { restoreFile } from '../../db/file/backup/restore.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import { openPlaceInProcess, type PlaceInProcess } from '../integration/cli/in-process.ts';
import { rawRows } from '../kit/raw-rows.ts';
import { asked, created, recordActor } from './serving.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A server over a record with one actor, in a folder of its own below the place. */
interface Served extends AsyncDisposable {
  readonly place: PlaceInProcess;
  /** The database file, and the folder that it is in. */
  readonly database: string;
  readonly data: string;
  readonly metrics: string;
  ask(query: string): ReturnType<typeof asked>;
  readyz(): Promise<readonly [number, unknown]>;
  /** Ends the server cleanly, and tells its log where it is a process. */
  stop(): Promise<string>;
}

async function served({ isProcess = false } = {}): Promise<Served> {
  const outer = await openPlaceInProcess();
  const data = outer.file('data');
  const database = join(data, 'record.db');
  const env = { DATABASE_URL: `file:${database}`, LOG_LEVEL: isProcess ? 'warn' : 'silent' };
  const place = await openPlaceInProcess({ env });
  const args = ['serve', '--no-sample', '--metrics-port', '0'];
  const server = isProcess ? place.spawn(...args) : place.start(...args);
  const welcome = await server.until('createClient');
  const url = /http:\S+\/graphql/.exec(welcome)?.[0] ?? '';
  const token = /onr_[\w-]{43}/.exec(welcome)?.[0] ?? '';
  const ask = (query: string) => asked(url, query, token);
  expect(await ask(recordActor('before'))).toMatchObject({ data: created });
  return {
    place,
    database,
    data,
    metrics: /http:\S+\/metrics/.exec(welcome)?.[0] ?? '',
    ask,
    async readyz() {
      const response = await fetch(url.replace('/graphql', '/readyz'));
      return [response.status, await response.json()];
    },
    async stop() {
      if ('process' in server) server.process.kill('SIGTERM');
      else server.interrupt();
      const { code, err } = await server.ended();
      expect(code).toBe(0);
      return err;
    },
    async [Symbol.asyncDispose]() {
      await place[Symbol.asyncDispose]();
      await outer[Symbol.asyncDispose]();
    },
  };
}

/** Makes a database of a rescued file, and expects it to be sound and to hold what was acknowledged. */
async function expectRescued(file: string, slugs: readonly string[] = ['before']): Promise<void> {
  const restored = join(dirname(dirname(file)), 'restored', 'record.db');
  await restoreFile(file, restored);
  const db = await openDatabase({ url: `file:${restored}` });
  expect((await verifyRecord(db)).faults).toEqual([]);
  await db.close();
  const found = rawRows<{ slug: string }>(restored, 'select slug from actors');
  expect(found.map(({ slug }) => slug).sort()).toEqual([...slugs].sort());
}

async function rescuedIn(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => /rescued-[^.]+$/.test(name)).map((name) => join(folder, name));
}

const named = '{ actor(by: { slug: "before" }) { name } }';
const known = { actor: { name: 'before' } };

const taken: [what: string, fault: string, take: (served: Served) => Promise<void>][] = [
  ['its file was removed', 'file gone', ({ database }) => rm(database)],
  ['its file was replaced', 'file replaced', ({ database }) => replaced(database)],
  ['its log was removed', 'log gone', ({ database }) => rm(`${database}-wal`)],
  ['its log was replaced', 'log replaced', ({ database }) => replaced(`${database}-wal`)],
  ['the index of its log was removed', 'index gone', ({ database }) => rm(`${database}-shm`)],
  ['its folder was moved', 'file gone', ({ data }) => rename(data, `${data}.moved`)],
  ['its folder was removed', 'file gone', ({ data }) => rm(data, { recursive: true })],
];

/** As an editor or a sync does it: another file takes the name. */
async function replaced(path: string): Promise<void> {
  await copyFile(path, `${path}.new`);
  await rename(`${path}.new`, path);
}

describe('a server under which', () => {
  test.each(taken)(
    '%s refuses changes, reads on, and saves all when it stops',
    async (...[, fault, take]) => {
      await using one = await served();

      await take(one);

      expect(await one.ask(recordActor('after'))).toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringContaining(`(${fault})`),
      });
      const unready = { ready: false, database: fault, draining: false };
      expect(await one.readyz()).toEqual([503, unready]);
      expect(await one.ask(named)).toMatchObject({ data: known });
      await one.stop();
      const [file = ''] = await rescuedIn(one.data);
      await expectRescued(file);
    },
  );
});

test('what was moved and is moved back goes on, and nothing is saved beside it', async () => {
  await using one = await served();

  await rename(one.data, `${one.data}.moved`);
  expect(await one.ask(recordActor('lost'))).toMatchObject({ code: 'UNAVAILABLE' });
  await rename(`${one.data}.moved`, one.data);

  expect(await one.ask(recordActor('after'))).toMatchObject({ data: created });
  expect(await one.readyz()).toEqual([200, { ready: true, database: 'ok', draining: false }]);
  await one.stop();
  expect(await rescuedIn(one.data)).toEqual([]);
});

describe('while the file is gone', () => {
  test.each(['', '-wal'])(
    'a process under load that lost its file%s loses nothing that it acknowledged, and says where it is',
    async (suffix) => {
      await using one = await served({ isProcess: true });
      const acknowledged = ['before'];
      const writers = [1, 2, 3].map(async (writer) => {
        for (let turn = 0; ; turn += 1) {
          const slug = `w-${writer}-${turn}`;
          const { code } = await one.ask(recordActor(slug));
          if (code !== undefined) return code;
          acknowledged.push(slug);
          if (acknowledged.length === 40) await rm(one.database + suffix);
        }
      });

      expect(await Promise.all(writers)).toEqual(['UNAVAILABLE', 'UNAVAILABLE', 'UNAVAILABLE']);
      const log = await one.stop();

      expect(log).toMatch(/"fault":"(file|log) gone"/);
      const [, file = ''] = /"file":"([^"]+)"/.exec(log) ?? [];
      expect(file).toContain(`${one.database}.rescued-`);
      await expectRescued(file, acknowledged);
    },
  );

  test('a backup says how it is saved, and saves it through the socket of the server', async () => {
    await using one = await served();
    const file = join(one.data, 'saved.db');
    await rm(one.database);

    const plain = await one.place.run('backup', file);
    const rescued = await one.place.run('backup', '--rescue', file);
    const again = await one.place.run('backup', '--rescue', file);

    expect(plain).toMatchObject({ code: 3, err: expect.stringContaining('--rescue') });
    expect(rescued).toMatchObject({ code: 0, out: expect.stringContaining(`${file} holds`) });
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('There is a file') });
    expect(existsSync(one.database)).toBe(false);
    await expectRescued(file);
  });

  test('a backup says to stop the server where the socket is gone, too', async () => {
    await using one = await served();
    await rename(one.data, `${one.data}.moved`);

    const { code, err } = await one.place.run('backup', '--rescue', one.place.file('saved.db'));

    expect([code, err]).toEqual([3, expect.stringMatching(/No server answers at .*SIGTERM/)]);
  });

  test('status and the metrics tell of it', async () => {
    await using one = await served();
    const inPlace = async () =>
      /^onrecord_file_in_place (\d)$/m.exec(await (await fetch(one.metrics)).text())?.[1];
    expect(await inPlace()).toBe('1');
    await rm(`${one.database}-wal`);

    const status = await one.place.run('status');
    const told = await one.place.run('status', '--json');

    expect(status.out).toContain('log gone: every change is refused');
    expect(JSON.parse(told.out)).toMatchObject({ fileFault: 'log gone' });
    expect(await inPlace()).toBe('0');
  });
});
