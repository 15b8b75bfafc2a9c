import { existsSync } from 'node:fs';
import { copyFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { type CliPlace, openPlace } from '../integration/cli/run-cli.ts';
import { adminToken, created, recordActor, type Serving, serveAt } from './serving.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A server over a record with one actor, in a folder of its own below the place. */
interface Served extends AsyncDisposable {
  readonly place: CliPlace;
  readonly serving: Serving;
  readonly token: string;
  /** The database file, and the folder that it is in. */
  readonly database: string;
  readonly data: string;
  readyz(): Promise<readonly [number, unknown]>;
  write(slug: string): ReturnType<Serving['ask']>;
}

async function served(...args: readonly string[]): Promise<Served> {
  const outer = await openPlace();
  const data = outer.file('data');
  const database = join(data, 'record.db');
  const env = { DATABASE_URL: `file:${database}`, LOG_LEVEL: 'warn' };
  const place = await openPlace({ env });
  const token = await adminToken(place);
  const serving = await serveAt(place, ...args);
  const write = (slug: string) => serving.ask(recordActor(slug), token);
  expect(await write('before')).toMatchObject({ data: created });
  return {
    place: outer,
    serving,
    token,
    database,
    data,
    write,
    async readyz() {
      const response = await fetch(serving.url.replace('/graphql', '/readyz'));
      return [response.status, await response.json()];
    },
    async [Symbol.asyncDispose]() {
      await place[Symbol.asyncDispose]();
      await outer[Symbol.asyncDispose]();
    },
  };
}

/** Ends the server as a service manager does, and tells its log. */
async function stopped({ serving: { server } }: Served): Promise<string> {
  server.process.kill('SIGTERM');
  const { code, err } = await server.ended();
  expect(code).toBe(0);
  return err;
}

const named = '{ actor(by: { slug: "before" }) { name } }';
const known = { actor: { name: 'before' } };

/** Makes a database of a rescued file, and expects it to be sound and to hold what was acknowledged. */
async function expectRescued({ place }: Served, file: string): Promise<void> {
  const url = ['--database-url', `file:${place.file('restored/record.db')}`];

  expect(await place.run('restore', file, ...url)).toMatchObject({ code: 0 });
  expect(await place.run('verify', ...url)).toMatchObject({ code: 0 });
  const { out } = await place.run('export', ...url);
  expect(out).toContain('"id":"before"');
}

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

      expect(await one.write('after')).toMatchObject({
        code: 'UNAVAILABLE',
        message: expect.stringContaining(`(${fault})`),
      });
      const unready = { ready: false, database: fault, draining: false };
      expect(await one.readyz()).toEqual([503, unready]);
      expect(await one.serving.ask(named)).toMatchObject({ data: known });
      const log = await stopped(one);
      expect(log).toContain(`"fault":"${fault}"`);
      const [, file = ''] = /"file":"([^"]+\.rescued-[^"]+)"/.exec(log) ?? [];
      expect(file).toContain(`${one.database}.rescued-`);
      await expectRescued(one, file);
    },
  );
});

test('what was moved and is moved back goes on, and nothing is saved beside it', async () => {
  await using one = await served();

  await rename(one.data, `${one.data}.moved`);
  expect(await one.write('lost')).toMatchObject({ code: 'UNAVAILABLE' });
  await rename(`${one.data}.moved`, one.data);

  expect(await one.write('after')).toMatchObject({ data: created });
  expect(await one.readyz()).toEqual([200, { ready: true, database: 'ok', draining: false }]);
  await stopped(one);
  expect((await readdir(one.data)).filter((name) => name.includes('rescued'))).toEqual([]);
});

describe('backup, while the file is gone', () => {
  test('says how it is saved, and saves it through the socket of the server', async () => {
    await using one = await served();
    const url = ['--database-url', `file:${one.database}`];
    const file = one.place.file('saved.db');
    await rm(one.database);

    const plain = await one.place.run('backup', file, ...url);
    const rescued = await one.place.run('backup', '--rescue', file, ...url);
    const again = await one.place.run('backup', '--rescue', file, ...url);

    expect(plain).toMatchObject({ code: 3, err: expect.stringContaining('--rescue') });
    expect(rescued).toMatchObject({ code: 0, out: expect.stringContaining(`${file} holds`) });
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('There is a file') });
    expect(existsSync(one.database)).toBe(false);
    await expectRescued(one, file);
  });

  test('says to stop the server where the socket is gone, too', async () => {
    await using one = await served();
    await rename(one.data, `${one.data}.moved`);

    const { code, err } = await one.place.run(
      ...['backup', '--rescue', one.place.file('saved.db')],
      ...['--database-url', `file:${one.database}`],
    );

    expect([code, err]).toEqual([3, expect.stringMatching(/No server answers at .*SIGTERM/)]);
  });

  test('status and the metrics tell of it', async () => {
    await using one = await served('--metrics-port', '0');
    const [metrics = ''] =
      /http:\S+\/metrics/.exec(await one.serving.server.until('/metrics')) ?? [];
    const inPlace = async () =>
      /^onrecord_file_in_place (\d)$/m.exec(await (await fetch(metrics)).text())?.[1];
    expect(await inPlace()).toBe('1');
    await rm(`${one.database}-wal`);

    const status = await one.place.run(
      'status',
      '--json',
      '--database-url',
      `file:${one.database}`,
    );

    expect(JSON.parse(status.out)).toMatchObject({ fileFault: 'log gone' });
    expect(await inPlace()).toBe('0');
  });
});
