import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onrecord } from '../../kit/onrecord.ts';
import { patience } from '../../kit/patience.ts';
import { type Command, startChild } from '../../kit/program.ts';

const home = fileURLToPath(new URL('../../../', import.meta.url));

/** How a command ended, and what it printed. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A command that still runs. */
export interface Running {
  readonly process: ChildProcess;
  /** What it printed, once that holds `text`. */
  until(text: string): Promise<string>;
  ended(): Promise<Ran>;
}

/** A folder with a database of its own, and the command line on it: each command is a process. */
export interface CliPlace extends AsyncDisposable {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly database: string;
  file(name: string): string;
  run(...args: string[]): Promise<Ran>;
  start(...args: string[]): Running;
}

export interface PlaceOptions {
  /** Below which folder; that of the system for temporary files, unless given. */
  readonly below?: string;
  /** The user whose commands they are, by number; the one who runs the tests, unless given. */
  readonly user?: number;
  /** What node runs; the command line as its sources are, unless given. */
  readonly program?: readonly string[];
  /** More settings. */
  readonly env?: Readonly<Record<string, string>>;
}

export async function openPlace({
  below = tmpdir(),
  user,
  program,
  env: more,
}: PlaceOptions = {}): Promise<CliPlace> {
  const folder = await mkdtemp(join(below, 'onrecord-cli-'));
  const database = join(folder, 'record.db');
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: `file:${database}`,
    PORT: '0',
    LOG_LEVEL: 'silent',
    LIMITS: `requestMs=${patience.timeout}`,
    ...more,
  };
  const started: ChildProcess[] = [];
  const start = (...args: string[]): Running => {
    const run = { cwd: home, env, ...(user !== undefined && { uid: user, gid: user }) };
    const command: Command = program ? [process.execPath, ...program, ...args] : onrecord(...args);
    const child = startChild(command, run);
    started.push(child);
    return running(child);
  };
  return {
    env,
    folder,
    database,
    file: (name) => join(folder, name),
    run: (...args) => start(...args).ended(),
    start,
    async [Symbol.asyncDispose]() {
      for (const child of started) if (child.exitCode === null) child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function running(child: ChildProcess): Running {
  const printed = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    printed.out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    printed.err += chunk;
  });
  const closed = once(child, 'close');
  return {
    process: child,
    async until(text) {
      while (!printed.out.includes(text)) {
        const more = child.stdout === null ? closed : once(child.stdout, 'data');
        await Promise.race([more, closed]);
        if (child.exitCode !== null && !printed.out.includes(text)) {
          throw new Error(`It ended without ${JSON.stringify(text)}: ${printed.out}${printed.err}`);
        }
      }
      return printed.out;
    },
    async ended() {
      await closed;
      return { code: child.exitCode, ...printed };
    },
  };
}
