import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type CliPlace, openPlace } from '../integration/cli/run-cli.ts';
import { rawRows } from '../kit/raw-rows.ts';
import { adminToken, created, recordActor, type Serving, serveAt } from './serving.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

const megabytes = 5;

function mounted(...args: readonly string[]): boolean {
  return spawnSync('mount', args).status === 0;
}

/** Whether a small disk can be made here at all. */
const canMount = await (async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-mount-'));
  const can = mounted('-t', 'tmpfs', '-o', 'size=1m', 'onrecord', folder);
  if (can) spawnSync('umount', [folder]);
  await rm(folder, { recursive: true });
  return can;
})();

describe.skipIf(!canMount)(
  `a disk of ${megabytes} MB${canMount ? '' : ' (skipped: this user may not mount one)'}`,
  () => {
    let disk: string;
    let place: CliPlace;
    let token: string;
    let serving: Serving;
    const acknowledged: string[] = [];
    // As long as a field may be.
    const long = 'x'.repeat(15_000);
    let next = 0;

    const write = async () => {
      next += 1;
      const answer = await serving.ask(recordActor(`a-${next}`, long), token);
      if (answer.code === undefined) {
        expect(answer.data).toEqual(created);
        acknowledged.push(`a-${next}`);
      }
      return answer;
    };

    beforeAll(async () => {
      disk = await mkdtemp(join(tmpdir(), 'onrecord-disk-'));
      mounted('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'onrecord', disk);
      place = await openPlace({ below: disk });
      token = await adminToken(place);
      serving = await serveAt(place);
    });

    afterAll(async () => {
      await place[Symbol.asyncDispose]();
      // Processes that were killed may still let go of it.
      spawnSync('umount', ['-l', disk]);
      await rm(disk, { recursive: true });
    });

    test('that is full is told of, and what is on record is read', async () => {
      let answer = await write();
      while (answer.code === undefined && next < 2000) answer = await write();

      expect(answer).toMatchObject({ code: 'STORAGE_FULL' });
      expect(await write()).toMatchObject({ code: 'STORAGE_FULL' });
      expect(acknowledged.length).toBeGreaterThan(10);
      expect(await serving.ask('{ record { counts { actors } } }')).toMatchObject({
        data: { record: { counts: { actors: acknowledged.length } } },
      });
    });

    test('has no room for a backup either, and nothing is left of it', async () => {
      const { code, err } = await place.run('backup', place.file('backup.db'));

      expect(code).not.toBe(0);
      expect(err).toContain('There is no room left to write to.');
      const { out } = await place.run('status', '--json');
      expect(JSON.parse(out)).toMatchObject({ backup: null });
    });

    test('that has room again is written, and nothing that was acknowledged is lost', async () => {
      mounted('-o', `remount,size=${megabytes * 3}m`, disk);

      expect((await write()).code).toBeUndefined();
      serving.server.process.kill('SIGKILL');
      await serving.server.ended();

      const verified = await place.run('verify');
      expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('No faults.') });
      const slugs = rawRows<{ slug: string }>(place.database, 'select slug from actors');
      expect(slugs.map(({ slug }) => slug).sort()).toEqual([...acknowledged].sort());
    });
  },
);
