import { chmod, chown, readdir, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CliPlace, openPlace } from '../integration/cli/run-cli.ts';
import { adminToken, recordActor, serveAt } from './serving.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

// The superuser may write everything: the server is somebody else's then.
const nobody = 65_534;
const user = process.getuid?.() === 0 ? nobody : process.getuid?.();

let place: CliPlace;
let token: string;

beforeAll(async () => {
  place = await openPlace({ ...(user !== undefined && { user }), env: { LOG_LEVEL: 'warn' } });
  if (user === nobody) await chown(place.folder, nobody, nobody);
  token = await adminToken(place);
  await place.run('import', new URL('../../db/sample/sample.jsonl', import.meta.url).pathname);
});

afterAll(async () => {
  await mode('folder', 0o755);
  await place[Symbol.asyncDispose]();
});

async function mode(of: 'folder' | 'file', bits: number): Promise<void> {
  await chmod(of === 'folder' ? place.folder : place.database, bits);
}

const disputed = '{ claim(by: { slug: "call-happened" }) { standing { status } } }';
const answer = { claim: { standing: { status: 'DISPUTED' } } };

async function expectServedForReading(): Promise<void> {
  const before = await stat(place.database);
  const { ask, server } = await serveAt(place);

  expect(await ask(disputed)).toMatchObject({ data: answer });
  expect(await ask(recordActor('late'), token)).toMatchObject({
    code: 'UNAVAILABLE',
    message: 'The database can only be read.',
  });
  expect(await ask('{ search(query: "Moscow") { nodes { __typename } } }')).toMatchObject({
    code: undefined,
  });
  server.process.kill('SIGTERM');
  const { code, err } = await server.ended();
  expect(code).toBe(0);
  expect(err).toContain('can only be read');
  expect(await stat(place.database)).toMatchObject({ size: before.size, mtimeMs: before.mtimeMs });
}

describe('a file that cannot be written serves what is on record', () => {
  test('in a folder that can', async () => {
    await mode('file', 0o444);

    await expectServedForReading();

    expect((await readdir(place.folder)).sort()).toEqual([
      'record.db',
      'record.db.closed',
      'record.db.lock',
    ]);
    await mode('file', 0o644);
  });

  test('in a folder that cannot', async () => {
    await mode('folder', 0o555);

    await expectServedForReading();

    await mode('folder', 0o755);
  });

  test('to commands, and writes nothing for them', async () => {
    await mode('folder', 0o555);

    const verified = await place.run('verify');
    const imported = await place.run('token', 'create', '--name', 'y', '--role', 'READER');
    const backup = await place.run('backup', `${place.folder}.copy`);

    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('No faults.') });
    expect(imported).toMatchObject({ code: 3, err: expect.stringMatching(/^STORAGE_READ_ONLY: /) });
    expect(backup).toMatchObject({ code: 1, err: expect.stringContaining('copy the file') });
    await mode('folder', 0o755);
  });

  test('not while its log holds what is not in it, and what cannot be written beside it', async () => {
    const { server } = await serveAt(place);
    await place.run('token', 'create', '--name', 'z', '--role', 'READER');
    server.process.kill('SIGKILL');
    await server.ended();
    expect((await stat(`${place.database}-wal`)).size).toBeGreaterThan(0);

    await mode('file', 0o444);
    const beside = await place.run('token', 'list');
    await mode('folder', 0o555);
    const refused = await place.run('token', 'list');
    await mode('folder', 0o755);
    await mode('file', 0o644);
    const again = await place.run('token', 'list');

    for (const listed of [beside, again]) {
      expect(listed).toMatchObject({ code: 0, out: expect.stringMatching(/READER +z /) });
    }
    expect(refused).toMatchObject({ code: 3, err: expect.stringMatching(/^LOG_UNFOLDED: /) });
  });
});
