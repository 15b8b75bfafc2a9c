import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { endWithUs } from '../../kit/keep.ts';
import { now } from '../clock.ts';

/** What a process cost from its start to its end. */
export interface CommandCost {
  readonly tookMs: number;
  readonly cpuMicros: number;
  /** The most memory that it held at once besides files mapped into it, in bytes; null where the system does not tell. */
  readonly anonymousBytes: number | null;
  readonly out: string;
}

export interface CommandOptions {
  /** Where the compiled tree is. */
  readonly build: string;
  /** The command line of the build, unless given. */
  readonly script?: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A folder for what is only needed meanwhile. */
  readonly folder: string;
}

const everyMs = 50;

/** Runs a program of the build. @throws Error with what it said, where it fails */
export async function runCommand(options: CommandOptions): Promise<CommandCost> {
  const { build, script = 'dist/server/cli/main.js', args, environment, folder } = options;
  const costFile = join(folder, 'cost.json');
  const probe = join(build, 'test/bench/contenders/probe.js');
  const since = now();
  const child = spawn(process.execPath, ['--import', probe, join(build, script), ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', COST_FILE: costFile, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = once(child, 'exit');
  if (child.pid !== undefined) endWithUs(child.pid, ended);
  const anonymous = mostAnonymous(child.pid, ended);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = await ended;
  const tookMs = now() - since;
  if (code !== 0) throw new Error(`${script} ${args.join(' ')} failed:\n${err.slice(-2000)}`);
  const { cost } = z.object({ cost: z.number() }).parse(JSON.parse(readFileSync(costFile, 'utf8')));
  rmSync(costFile);
  return { tookMs, cpuMicros: cost, anonymousBytes: await anonymous, out };
}

/** Looks again and again, until the process has ended. */
async function mostAnonymous(
  pid: number | undefined,
  ended: Promise<unknown>,
): Promise<number | null> {
  let [isRunning, most] = [true, 0];
  void ended.finally(() => {
    isRunning = false;
  });
  while (isRunning) {
    most = Math.max(most, anonymousBytes(pid));
    await pause(everyMs);
  }
  return most === 0 ? null : most;
}

function anonymousBytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return 1024 * Number(/^RssAnon:\s*(\d+) kB$/m.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}
