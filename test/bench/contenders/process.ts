import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { endWithUs } from '../../kit/keep.ts';

/** A process with the probe in it. */
export interface Probed {
  /** The number that the process sends under this name. */
  told(name: string): Promise<number>;
  /** The first message that is of this form. */
  heard<T>(form: z.ZodType<T>): Promise<T>;
  send(message: string | object): void;
  /** What the process has cost so far, user and system, in microseconds. */
  cpuTime(): Promise<number>;
  /** Throws what the process left in its log, where it has ended. */
  assertRuns(): void;
  /** Ends the process and waits for it. */
  stop(): Promise<void>;
}

export interface ProcessOptions {
  /** Where the compiled tree is. */
  readonly build: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What node itself is told. */
  readonly nodeFlags: readonly string[];
  readonly logFile: string;
}

export function startProcess(options: ProcessOptions): Probed {
  const { build, logFile } = options;
  const log = openSync(logFile, 'w');
  const probe = join(build, 'test/bench/contenders/probe.js');
  const script = join(build, options.script);
  const args = [...options.nodeFlags, '--import', probe, script, ...options.args];
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...options.environment },
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  if (child.pid !== undefined) endWithUs(child.pid, once(child, 'exit'));
  closeSync(log);
  const ended = () => new Error(`${script} ended:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  const told = (name: string) =>
    messageFrom(child, ended, (message) => numberIn(message).data?.[name]);
  return {
    told,
    heard: (form) => messageFrom(child, ended, (message) => form.safeParse(message).data),
    send: (message) => void child.send(message),
    cpuTime() {
      const cost = told('cost');
      child.send('cost');
      return cost;
    },
    assertRuns() {
      if (child.exitCode !== null) throw ended();
    },
    async stop() {
      if (child.exitCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

const numberIn = (message: unknown) => z.record(z.string(), z.number()).safeParse(message);

function messageFrom<T>(
  child: ChildProcess,
  ended: () => Error,
  read: (message: unknown) => T | undefined,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(ended());
    const onMessage = (message: unknown) => {
      const found = read(message);
      if (found === undefined) return;
      child.off('exit', onExit).off('message', onMessage);
      resolve(found);
    };
    child.once('exit', onExit).on('message', onMessage);
  });
}
