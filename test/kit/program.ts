import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { endWithUs } from './keep.ts';

export type Command = readonly [path: string, ...args: string[]];

/** A program in a process of its own, which does not outlive the process that started it. */
export interface Program extends AsyncDisposable {
  readonly pid: number;
  /** What it has printed, on both streams. */
  printed(): string;
  /** Its exit code, once it has ended: null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it, unless it has ended, and waits until it has. kill -9 unless told otherwise. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface ProgramOptions extends Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> {
  /** Whether what it has printed, or what it does, shows that it is ready. */
  readonly isReady: (printed: string) => boolean | Promise<boolean>;
}

/** How a program ended, and what it printed. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A child whose streams are all pipes. */
export interface PipedChild extends ChildProcess {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly pid: number;
}

const patienceMs = 120_000;

/**
 * Starts a program that ends with this process, however that ends, and all that the program itself has started with it.
 * Every process that tests start is started here.
 */
export function startChild(
  [path, ...args]: Command,
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'> = {},
): PipedChild {
  // A group of its own, which can be ended as a whole.
  const child = spawn(path, args, { ...options, detached: true, stdio: 'pipe' });
  const { pid } = child;
  if (pid === undefined) throw new Error(`There is no program ${path}.`);
  endWithUs(pid, once(child, 'exit'));
  return Object.assign(child, { pid });
}

/** Runs a program to its end, with nothing to read. */
export async function runProgram(
  command: Command,
  options: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<Ran> {
  const child = startChild(command, options);
  child.stdin.end();
  const closed = once(child, 'close');
  const [out, err] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  await closed;
  return { code: child.exitCode, out, err };
}

/** Starts a program and waits until it is ready. */
export async function startProgram(
  command: Command,
  { isReady, ...options }: ProgramOptions,
): Promise<Program> {
  const child = startChild(command, options);
  child.stdin.end();
  const ended = once(child, 'exit').then(() => child.exitCode);
  let text = '';
  const listen = (piece: string): void => {
    text += piece;
  };
  child.stdout.setEncoding('utf8').on('data', listen);
  child.stderr.setEncoding('utf8').on('data', listen);
  const end = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    if (!hasEnded(child)) child.kill(signal);
    await ended;
  };

  const until = performance.now() + patienceMs;
  while (!(await isReady(text))) {
    if (!hasEnded(child) && performance.now() < until) {
      await pause(20);
      continue;
    }
    await end();
    throw new Error(`${command.join(' ')} did not become ready:\n${text}`);
  }
  return {
    pid: child.pid,
    printed: () => text,
    ended,
    end,
    [Symbol.asyncDispose]: () => end(),
  };
}

// Below the ports that the system gives to connections, and a thousand for each worker: nobody takes one between the look
// and the use.
const firstPort = 12_000 + 1000 * (Number(process.env.VITEST_POOL_ID ?? 0) % 18);
let portsTried = process.pid % 500;

/** A port on which nobody listens. */
export async function freePort(): Promise<number> {
  for (;;) {
    portsTried += 1;
    const port = firstPort + (portsTried % 1000);
    if (await canListen(port)) return port;
  }
}

async function canListen(port: number): Promise<boolean> {
  const server = createServer();
  const listening = once(server, 'listening').then(
    () => true,
    () => false,
  );
  server.listen(port, '127.0.0.1');
  const isFree = await listening;
  if (isFree) await once(server.close(), 'close');
  return isFree;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const piece of stream.setEncoding('utf8')) text += piece;
  return text;
}
