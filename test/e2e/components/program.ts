import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A program in a process of its own, which does not outlive the process that started it. */
export interface Program extends AsyncDisposable {
  readonly pid: number;
  /** What it has printed, on both streams. */
  printed(): string;
  /** Ends it, unless it has ended, and waits until it has. kill -9 unless told otherwise. */
  end(signal?: NodeJS.Signals): Promise<void>;
}

export interface ProgramOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Whether what it has printed, or what it does, shows that it is ready. */
  readonly isReady: (printed: string) => boolean | Promise<boolean>;
}

const running = new Set<ChildProcess>();
const patienceMs = 120_000;

/** Starts a program and waits until it is ready. */
export async function startProgram(
  command: readonly [path: string, ...args: string[]],
  { env, isReady }: ProgramOptions,
): Promise<Program> {
  const [path, ...args] = command;
  const child = spawn(path, args, { env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  endWithUs(child);
  let text = '';
  const keep = (piece: string): void => {
    text += piece;
  };
  child.stdout.setEncoding('utf8').on('data', keep);
  child.stderr.setEncoding('utf8').on('data', keep);
  const end = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<void> => {
    if (!hasEnded(child) && child.kill(signal)) await once(child, 'exit');
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
  return { pid: child.pid ?? 0, printed: () => text, end, [Symbol.asyncDispose]: () => end() };
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  server.close();
  await once(server, 'close');
  return bound !== null && typeof bound === 'object' ? bound.port : 0;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** A test that fails, or is broken off, leaves no process behind. */
function endWithUs(child: ChildProcess): void {
  if (running.size === 0) process.on('exit', endAll);
  running.add(child);
  child.once('exit', () => {
    running.delete(child);
    if (running.size === 0) process.off('exit', endAll);
  });
}

function endAll(): void {
  for (const child of running) child.kill('SIGKILL');
}
