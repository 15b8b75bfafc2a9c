import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, copyFile, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../db/client.ts';
import { recordActor } from '../../../db/commands/record-actor.ts';
import { restoreFile } from '../../../db/file/backup/restore.ts';
import { recordStatus } from '../../../db/queries/status.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import { verifyRecord } from '../../../db/verify/verify.ts';
import { openRecord, type TestRecord } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { imported } from '../interchange/files.ts';
import { openPlaceInProcess, type PlaceInProcess } from './in-process.ts';
import type { Running } from './run-cli.ts';

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

/** A closed record with a backup beside it. */
async function backedUp() {
  const record = await openRecord();
  await imported(record.db, sampleRecord);
  const file = `${record.path}.backup`;
  const made = await record.db.backUp(file);
  return { record, file, made, elsewhere: `${record.path}.restored` };
}

async function statusAt(path: string) {
  const db = await openDatabase({ url: `file:${path}` });
  try {
    const { faults } = await verifyRecord(db);
    return { ...(await recordStatus(db.reader)), faults };
  } finally {
    await db.close();
  }
}

describe('a backup', () => {
  test('is a file with its checksum beside it, and is noted', async () => {
    const { record, file, made } = await backedUp();
    await using _record = record;

    const sha256 = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');

    expect(await readFile(`${file}.sha256`, 'utf8')).toBe(`${sha256}  record.db.backup\n`);
    expect(made).toMatchObject({ file, sha256, bytes: (await readFile(file)).length });
    expect((await recordStatus(record.db.reader)).backup).toEqual(made);
  });

  test('that is restored elsewhere is the same record under a new log', async () => {
    const { record, file, made, elsewhere } = await backedUp();
    await using _record = record;
    const { counts, epoch, lastEvent } = await recordStatus(record.db.reader);

    await restoreFile(file, elsewhere);

    const restored = await statusAt(elsewhere);
    expect(restored).toMatchObject({ counts, lastEvent, faults: [] });
    expect(restored.epoch).toMatch(/^[0-9a-f]{16}$/);
    expect(restored.epoch).not.toBe(epoch);
    expect(lastEvent?.seq).toBe(made.seq);
  });

  test('does not replace a file, and wants a folder that is there', async () => {
    const { record, file } = await backedUp();
    await using _record = record;

    for (const to of [file, record.path, '/nowhere/x.db', 'x.db']) {
      await expect(record.db.backUp(to)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    }
  });

  test('that is given up leaves nothing, and the next can be made', async () => {
    await using record = await openRecord();
    await imported(record.db, sampleRecord);
    const given = new AbortController();
    const file = `${record.path}.backup`;

    const making = record.db.backUp(file, given.signal);
    const second = record.db.backUp(`${file}.2`);
    given.abort();

    await expect(second).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
    expect(await filesBeside(record)).toEqual([]);
    expect(await record.db.backUp(file)).toMatchObject({ file });
  });

  test('that runs when the database is closed leaves nothing', async () => {
    await using record = await openRecord();
    await imported(record.db, sampleRecord);

    const making = record.db.backUp(`${record.path}.backup`).catch((error: unknown) => error);
    await record.db.close();

    expect(await making).toMatchObject({ name: 'AbortError' });
    expect(await filesBeside(record)).toEqual([]);
  });
});

async function filesBeside({ path }: TestRecord): Promise<string[]> {
  const names = await readdir(new URL('.', `file://${path}`));
  return names.filter((name) => name.includes('backup'));
}

describe('a backup is not restored', () => {
  let made: Awaited<ReturnType<typeof backedUp>>;
  beforeAll(async () => {
    made = await backedUp();
  });
  afterAll(() => made?.record[Symbol.asyncDispose]());

  /** A copy of it, in a folder of its own. */
  async function copiedBackup() {
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-backup-'));
    const file = join(folder, basename(made.file));
    for (const end of ['', '.sha256']) await copyFile(made.file + end, file + end);
    const remove = () => rm(folder, { recursive: true });
    return { file, elsewhere: join(folder, 'restored.db'), [Symbol.asyncDispose]: remove };
  }

  test.each<[what: string, code: string, spoil: (file: string, to: string) => Promise<unknown>]>([
    ['that is not there', 'BACKUP_NOT_FOUND', (file) => rm(file)],
    ['without its checksum', 'BACKUP_NOT_FOUND', (file) => rm(`${file}.sha256`)],
    ['that is longer than it was', 'BACKUP_DAMAGED', (file) => appendFile(file, 'more')],
    ['with a damaged page', 'BACKUP_DAMAGED', (file) => overwritten(file)],
    ['with a damaged header', 'BACKUP_DAMAGED', (file) => overwritten(file, 0)],
    ['where there is a database', 'DATABASE_EXISTS', (file, to) => copyFile(file, to)],
    ['where a log was left', 'DATABASE_EXISTS', (_file, to) => appendFile(`${to}-wal`, 'log')],
  ])('%s', async (_what, code, spoil) => {
    await using backup = await copiedBackup();
    const { file, elsewhere } = backup;
    await spoil(file, elsewhere);
    const there = await readFile(elsewhere).catch(() => null);

    await expect(restoreFile(file, elsewhere)).rejects.toMatchObject({ code });

    expect(await readFile(elsewhere).catch(() => null)).toEqual(there);
    expect(existsSync(`${elsewhere}.part`)).toBe(false);
  });

  test('over a database that is open', async () => {
    const { record, file } = made;

    const restoring = restoreFile(file, record.path);

    await expect(restoring).rejects.toMatchObject({ code: 'DATABASE_OWNED' });
  });
});

async function overwritten(file: string, at = 100_000): Promise<void> {
  const bytes = await open(file, 'r+');
  await bytes.write(Buffer.alloc(300, 7), 0, 300, at);
  await bytes.close();
}

test('writes go on while a backup is made, and are in it or behind it', async () => {
  await using record = await openRecord();
  await imported(record.db, sampleRecord);
  const file = `${record.path}.backup`;
  let count = 0;

  let isDone = false;
  const making = record.db.backUp(file).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await write(record.db, recordActor, { slug: `a-${count}`, name: 'A', kind: 'PERSON' });
    count += 1;
  }
  const made = await making;

  expect(count).toBeGreaterThan(0);
  const { lastEvent, faults } = await statusAt(file);
  expect(faults).toEqual([]);
  expect(lastEvent?.seq).toBe(made.seq);
});

describe('on the command line', () => {
  let place: PlaceInProcess;
  let server: Running;
  let welcome: string;

  beforeAll(async () => {
    place = await openPlaceInProcess();
    server = place.spawn('serve');
    welcome = await server.until('call-happened');
  });

  afterAll(() => place?.[Symbol.asyncDispose]());

  test('a backup is made by the server that runs, and told of by status', async () => {
    const file = place.file('backup.db');

    const made = await place.run('backup', file);
    const again = await place.run('backup', file);
    const status = await place.run('status');

    expect(made).toMatchObject({ code: 0, out: expect.stringContaining(`${file} holds`) });
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining('There is a file') });
    expect(status.out).toMatch(/^backup +20\S+ \S+ UTC, 0 events ago: \S+backup\.db/m);
    expect((await statusAt(file)).faults).toEqual([]);
  });

  test('a token does not make one: it would write files on the server', async () => {
    const url = /http:\S+\/graphql/.exec(welcome)?.[0] ?? '';
    const token = /onr_[\w-]{43}/.exec(welcome)?.[0] ?? '';

    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: `mutation { backUpRecord(input: { file: "${place.file('x.db')}" }) { __typename } }`,
      }),
    });

    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    });
    expect(existsSync(place.file('x.db'))).toBe(false);
  });

  test('it is restored where there is no database, and not where one is served', async () => {
    const file = place.file('more.db');
    await place.run('backup', file);
    const url = `file:${place.file('elsewhere.db')}`;

    const over = await place.run('restore', file);
    const restored = await place.run('restore', file, '--database-url', url);
    const verified = await place.run('verify', '--database-url', url);

    expect(over).toMatchObject({ code: 3, err: expect.stringContaining('DATABASE_OWNED: ') });
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('as ') });
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('No faults.') });
  });

  test('a text is erased through the server, and verify says so', async () => {
    const erased = await place.run('erase', 'moscow-says-no', '--reason', 'Ordered by a court.');
    const verified = await place.run('verify');
    const unknown = await place.run('erase', 'nothing', '--reason', 'Ordered by a court.');

    expect(erased).toMatchObject({ code: 0, out: expect.stringContaining('is erased') });
    expect(verified).toMatchObject({ code: 0, out: expect.stringMatching(/ERASED: its text/) });
    expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('no article nothing') });
    for (const path of [place.database, `${place.database}-wal`]) {
      expect((await readFile(path)).includes('Pure fiction')).toBe(false);
    }
  });
});
