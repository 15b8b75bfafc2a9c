import { spawnSync } from 'node:child_process';
import { link, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { openPlaceInProcess } from '../integration/cli/in-process.ts';
import { adminToken, created, recordActor, serveAt } from './serving.ts';

vi.setConfig({ testTimeout: 120_000 });

const bind = (from: string, to: string): boolean =>
  spawnSync('mount', ['--bind', from, to]).status === 0;
const unbind = (path: string): unknown => spawnSync('umount', [path]);

/** Whether one place can be put at another here at all. */
const canMount = await (async () => {
  const [from, to] = [await mkdtemp(join(tmpdir(), 'a-')), await mkdtemp(join(tmpdir(), 'b-'))];
  const can = bind(from, to);
  if (can) unbind(to);
  for (const folder of [from, to]) await rm(folder, { recursive: true });
  return can;
})();

/** A server that runs, and how a second one ends that is started on the file by another name. */
async function servedTwice(
  rename: (database: string, folder: string) => Promise<string>,
  undo: (other: string) => unknown = () => {},
) {
  await using place = await openPlaceInProcess();
  const token = await adminToken(place);
  const { ask, server } = await serveAt({ ...place, start: place.spawn });
  const other = await rename(place.database, place.folder);

  const second = await place.run('serve', '--database-url', `file:${other}`);
  const written = await ask(recordActor('first'), token);
  server.process.kill('SIGKILL');
  await server.ended();
  undo(other);
  return { second, written };
}

describe('a second server is refused, and the first goes on, where the file has', () => {
  test('a hard link beside it', async () => {
    const { second, written } = await servedTwice(async (database) => {
      await link(database, `${database}.too`);
      return `${database}.too`;
    });

    expect(second).toMatchObject({ code: 3, err: expect.stringMatching(/^DATABASE_LINKED: /) });
    expect(written).toMatchObject({ data: created });
  });

  test('a hard link elsewhere', async () => {
    const { second, written } = await servedTwice(async (database, folder) => {
      await mkdir(join(folder, 'else'));
      await link(database, join(folder, 'else', 'where.db'));
      return join(folder, 'else', 'where.db');
    });

    expect(second).toMatchObject({ code: 3, err: expect.stringMatching(/^DATABASE_LINKED: /) });
    expect(written).toMatchObject({ data: created });
  });

  test('a symbolic link', async () => {
    const { second, written } = await servedTwice(async (database, folder) => {
      await mkdir(join(folder, 'else'));
      await symlink(database, join(folder, 'else', 'where.db'));
      return join(folder, 'else', 'where.db');
    });

    expect(second).toMatchObject({ code: 3, err: expect.stringMatching(/^DATABASE_OWNED: /) });
    expect(written).toMatchObject({ data: created });
  });

  test('a new name', async () => {
    const { second } = await servedTwice(async (database) => {
      await rename(database, `${database}.moved`);
      return `${database}.moved`;
    });

    expect(second).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^DATABASE_OPEN_ELSEWHERE: /),
    });
  });

  test('lost its lock', async () => {
    const { second, written } = await servedTwice(async (database) => {
      await rm(`${database}.lock`);
      return database;
    });

    expect(second).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^DATABASE_OPEN_ELSEWHERE: /),
    });
    expect(written).toMatchObject({ data: created });
  });

  test.skipIf(!canMount)(
    `a mount of the file alone${canMount ? '' : ' (skipped: this user may not mount)'}`,
    async () => {
      const { second, written } = await servedTwice(async (database, folder) => {
        const mounted = join(folder, 'mounted.db');
        await writeFile(mounted, '');
        bind(database, mounted);
        return mounted;
      }, unbind);

      expect(second).toMatchObject({
        code: 3,
        err: expect.stringMatching(/^DATABASE_OPEN_ELSEWHERE: /),
      });
      expect(written).toMatchObject({ data: created });
    },
  );
});

test('a file with two names is not served under either, and is under the one that is left', async () => {
  await using place = await openPlaceInProcess();
  await adminToken(place);
  await link(place.database, place.file('too.db'));

  const first = await place.run('status');
  const second = await place.run('status', '--database-url', `file:${place.file('too.db')}`);
  await rm(place.file('too.db'));
  const alone = await place.run('status');

  for (const refused of [first, second]) {
    expect(refused).toMatchObject({
      code: 3,
      err: expect.stringMatching(/^DATABASE_LINKED: .*2 names/),
    });
  }
  expect(alone.code).toBe(0);
});

test('a file is free at once when its owner is killed', async () => {
  await using place = await openPlaceInProcess();
  const token = await adminToken(place);
  for (const slug of ['one', 'two', 'three']) {
    const { ask, server } = await serveAt({ ...place, start: place.spawn });
    expect(await ask(recordActor(slug), token)).toMatchObject({ data: created });
    server.process.kill('SIGKILL');
    await server.ended();
  }

  expect((await place.run('export')).out.match(/"type":"actor"/g)).toHaveLength(3);
});
