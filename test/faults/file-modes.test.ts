import { chmod, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import {
  type CliPlace,
  openPlace,
  type PlaceOptions,
  type Running,
} from '../integration/cli/run-cli.ts';
import { serveAt } from './serving.ts';

vi.setConfig({ testTimeout: 120_000 });

const modeOf = async (path: string): Promise<string> =>
  ((await lstat(path)).mode & 0o777).toString(8);

/** All below a folder that is not of this mode, by its path and mode. */
async function others(folder: string, mode: { files: string; folders: string }) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const is = await modeOf(path);
      return is === (entry.isDirectory() ? mode.folders : mode.files) ? [] : [`${path} ${is}`];
    }),
  );
  return { count: entries.length, others: found.flat() };
}

/** A place whose commands are started with this mask. */
async function placeWith(mask: number, options: PlaceOptions = {}): Promise<CliPlace> {
  const place = await openPlace(options);
  const start = (...args: string[]): Running => {
    const before = process.umask(mask);
    try {
      return place.start(...args);
    } finally {
      process.umask(before);
    }
  };
  return { ...place, start, run: (...args) => start(...args).ended() };
}

const sample = new URL('../../db/sample/sample.jsonl', import.meta.url).pathname;

test.each([0o000, 0o777])('what is made is its owner’s alone, with the mask %i', async (mask) => {
  await using outer = await openPlace();
  const data = outer.file('data');
  const env = { DATABASE_URL: `file:${join(data, 'deep', 'record.db')}` };
  await using place = await placeWith(mask, { env });
  await place.run('import', sample);
  const { server } = await serveAt(place);

  await place.run('backup', join(data, 'backup.db'));
  await place.run('export', join(data, 'export.jsonl'));
  await chmod(join(data, 'backup.db'), 0o644);
  const restored = join(data, 'restored', 'record.db');
  await place.run('restore', join(data, 'backup.db'), '--database-url', `file:${restored}`);
  await chmod(join(data, 'backup.db'), 0o600);
  const made = await others(data, { files: '600', folders: '700' });

  expect(made.others).toEqual([]);
  const names = [
    'record.db',
    'record.db-shm',
    'record.db-wal',
    'record.db.lock',
    'record.db.owner',
  ];
  expect((await readdir(join(data, 'deep'))).sort()).toEqual([...names, 'record.db.sock'].sort());
  expect(made.count).toBeGreaterThan(names.length + 6);
  server.process.kill('SIGTERM');
  expect((await server.ended()).code).toBe(0);
});

test('what was there keeps its mode, and the log says when others can read the database', async () => {
  await using place = await openPlace({ env: { LOG_LEVEL: 'warn' } });
  await mkdir(place.file('data'), { mode: 0o755 });
  const database = place.file('data/record.db');
  const url = ['--database-url', `file:${database}`];
  await place.run('import', sample, ...url);
  await chmod(database, 0o640);
  await writeFile(place.file('export.jsonl'), '');
  await chmod(place.file('export.jsonl'), 0o664);

  const warned = await serveAt(place, ...url);
  await place.run('export', place.file('export.jsonl'), ...url);
  warned.server.process.kill('SIGTERM');
  const { err } = await warned.server.ended();
  await chmod(database, 0o600);
  const quiet = await serveAt(place, ...url);
  quiet.server.process.kill('SIGTERM');

  expect(err).toMatch(/others on this machine can read the database: chmod 600 \S+record\.db/);
  expect((await quiet.server.ended()).err).not.toContain('chmod');
  expect(await modeOf(place.file('export.jsonl'))).toBe('664');
  expect(await modeOf(place.file('data'))).toBe('755');
});
