import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { endWithUs } from '../../kit/keep.ts';

const holding = z.object({ rss: z.number(), heap: z.number(), handles: z.number() });
/** What a process holds, in bytes, once all that can be let go is gone; `handles` is what its event loop waits for. */
export type Holding = Readonly<z.infer<typeof holding>>;

/** A process with the probe in it. */
export interface Probed {
  /** The number that the process sends under this name. */
  told(name: string): Promise<number>;
  /** The first message that is of this form. */
  heard<T>(form: z.ZodType<T>): Promise<T>;
  send(message: string | object): void;
  /** What the process has cost so far, user and system, in microseconds. */
  cpuTime(): Promise<number>;
  /** Garbage is collected first where node was told to expose that. */
  memory(): Promise<Holding>;
  /** How many statements were run since this was asked before; counted from the first time on. */
  statements(): Promise<number>;
  /** Has the event loop watched, from now on until `rest`. */
  watch(): void;
  rest(): void;
  /** The milliseconds by which the event loop came late while it was watched, but for one in a hundred times; then forgotten. */
  lag(): Promise<number>;
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
  /** What starts node, where it is not started as it is. */
  readonly launcher?: readonly string[];
  /** What node itself is told. */
  readonly nodeFlags: readonly string[];
  readonly logFile: string;
}

export function startProcess(options: ProcessOptions): Probed {
  const { build, logFile } = options;
  const log = openSync(logFile, 'w');
  const probe = join(build, 'test/bench/contenders/probe.js');
  const script = join(build, options.script);
  const flags = [...options.nodeFlags, '--import', probe];
  const command = [...(options.launcher ?? []), process.execPath, ...flags, script];
  const [program = '', ...args] = [...command, ...options.args];
  const child = spawn(program, args, {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...options.environment },
    stdio: ['ignore', log, log, 'ipc'],
    detached: true,
  });
  if (child.pid !== undefined) endWithUs(child.pid, once(child, 'exit'));
  closeSync(log);
  const ended = () => new Error(`${script} ended:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  const told = (name: string) =>
    messageFrom(child, ended, (message) => numberIn(message).data?.[name]);
  const asked = (question: string) => {
    const answer = told(question);
    child.send(question);
    return answer;
  };
  const heard = <T>(form: z.ZodType<T>) =>
    messageFrom(child, ended, (message) => form.safeParse(message).data);
  return {
    told,
    heard,
    send: (message) => void child.send(message),
    cpuTime: () => asked('cost'),
    statements: () => asked('statements'),
    watch: () => void child.send('watch'),
    rest: () => void child.send('rest'),
    lag: () => asked('lag'),
    memory() {
      const held = heard(holding);
      child.send('memory');
      return held;
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
