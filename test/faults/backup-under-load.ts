/**
 * Backs a record up while six writers write to it, and prints what that costs them.
 * `npx tsx test/faults/backup-under-load.ts [seconds] [claims]`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { recordFile } from '../bench/record/file.ts';

const [seconds = 120, claims = 10_000] = process.argv.slice(2).map(Number);
const writers = 6;
const main = fileURLToPath(new URL('../../server/cli/main.ts', import.meta.url));
const lag = fileURLToPath(new URL('./event-loop-lag.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'onrecord-backup-'));
const env = {
  ...process.env,
  DATABASE_URL: `file:${join(folder, 'record.db')}`,
  PORT: '0',
  LOG_LEVEL: 'silent',
};

/** Runs a command, and tells what it printed. Ends everything where it fails. */
async function run(...args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', main, ...args], { env });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`onrecord ${args.join(' ')} ended with ${code}: ${printed}`);
  return printed;
}

/** A server that tells how late its timers are. */
async function startServer() {
  const args = ['--import', 'tsx', '--import', lag, main, 'serve', '--no-sample'];
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const until = async (sought: RegExp): Promise<string> => {
    for (;;) {
      const [found] = sought.exec(printed) ?? [];
      if (found !== undefined) return found;
      await pause(20);
    }
  };
  return {
    url: await until(/http:\S+\/graphql/),
    async lag(): Promise<string> {
      printed = '';
      child.kill('SIGUSR2');
      return until(/\{"lag".+\}/);
    },
    async stop(): Promise<void> {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

interface Written {
  readonly tookMs: number[];
  readonly failed: string[];
}

/** Writes until the signal aborts. */
async function writeTo(url: string, token: string, signal: AbortSignal): Promise<Written> {
  const written: Written = { tookMs: [], failed: [] };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const query =
    'mutation { recordActor(input: { name: "Someone", kind: PERSON }) { ... on RecordActorPayload { created } } }';
  const one = async (): Promise<void> => {
    while (!signal.aborted) {
      const since = performance.now();
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      if (text.includes('"created":true')) written.tookMs.push(performance.now() - since);
      else written.failed.push(text);
    }
  };
  await Promise.all(Array.from({ length: writers }, one));
  return written;
}

function told({ tookMs, failed }: Written): string {
  const sorted = tookMs.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return `${tookMs.length} written, ${failed.length} failed; p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, the longest ${at(0.9999)} ms`;
}

try {
  copyFileSync(await recordFile(claims), join(folder, 'record.db'));
  const created = await run('token', 'create', '--name', 'load', '--role', 'ADMIN', '--json');
  const { token } = Object(JSON.parse(created));
  const server = await startServer();

  await server.lag();
  const without = await writeTo(server.url, token, AbortSignal.timeout((seconds / 4) * 1000));
  console.log(`without a backup: ${told(without)}; ${await server.lag()}`);

  const signal = AbortSignal.timeout(seconds * 1000);
  const writing = writeTo(server.url, token, signal);
  const backups: string[] = [];
  for (; !signal.aborted; await pause(500)) {
    const file = join(folder, `backup-${backups.length}.db`);
    await run('backup', file);
    backups.push(file);
  }
  const during = await writing;
  console.log(`while ${backups.length} are made: ${told(during)}; ${await server.lag()}`);
  for (const failure of during.failed.slice(0, 3)) console.log(failure);
  await server.stop();

  const restored = ['--database-url', `file:${join(folder, 'restored.db')}`];
  console.log((await run('restore', backups.at(-1) ?? '', ...restored)).trim());
  console.log((await run('verify', ...restored)).trim());
  process.exitCode = without.failed.length + during.failed.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
