import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { patience } from '../kit/patience.ts';
import { startProgram } from '../kit/program.ts';

const config = fileURLToPath(new URL('../fixtures/broken-off/vitest.config.ts', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));

test.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  'a run of tests that is broken off by %s leaves behind nothing that it started',
  async (signal) => {
    const folder = await mkdtemp(join(tmpdir(), 'onrecord-broken-off-'));
    const started = join(folder, 'started.json');
    await using run = await startProgram([process.execPath, vitest, 'run', '--config', config], {
      env: { ...process.env, STARTED_IN: folder, TMPDIR: folder },
      isReady: () => existsSync(started),
    });
    const { pids, left }: { pids: number[]; left: string } = JSON.parse(
      await readFile(started, 'utf8'),
    );
    expect(await Promise.all(pids.map(runs))).toEqual([true, true, true]);

    process.kill(run.pid, signal);

    await vi.waitUntil(async () => !(await Promise.all(pids.map(runs))).includes(true), patience);
    await vi.waitUntil(() => !existsSync(left), patience);
    await run.ended;
    await rm(folder, { recursive: true });
  },
);

/** Whether a process does anything still: one that nobody has buried yet does not. */
async function runs(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/\) [ZX] /.test(stat);
}
