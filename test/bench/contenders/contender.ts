import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Operation, Value } from '../operations/operation.ts';

export const contenderNames = ['ours', 'floor', 'rows'] as const;
export type ContenderName = (typeof contenderNames)[number];

/** A server process under measurement. */
export interface Contender {
  readonly name: ContenderName;
  readonly port: number;
  request(operation: Operation, value: Value): Request;
  /** What the process has cost so far, user and system, in microseconds. */
  cpuTime(): Promise<number>;
  /** Ends the process and waits for it. */
  stop(): Promise<void>;
}

export interface Request {
  readonly path: string;
  readonly body: string;
}

export interface StartOptions {
  /** Where the compiled tree is. */
  readonly build: string;
  /** A copy of the record for this contender alone. */
  readonly record: string;
  readonly logFile: string;
  /** What node itself is told. */
  readonly nodeFlags?: readonly string[];
}

export function startContender(name: ContenderName, options: StartOptions): Promise<Contender> {
  return name === 'ours' ? startOurs(options) : startBare(name, options);
}

/** The server as it is in production, nothing left out. */
async function startOurs(options: StartOptions): Promise<Contender> {
  const port = await freePort();
  const child = run('server/cli/main.js', ['serve'], options, {
    NODE_ENV: 'production',
    DATABASE_URL: `file:${options.record}`,
    PORT: String(port),
  });
  await untilReady(child, `http://127.0.0.1:${port}/readyz`);
  return contender(child, {
    name: 'ours',
    port,
    request: ({ document }, { variables }) => ({
      path: '/graphql',
      body: JSON.stringify({ query: document, variables }),
    }),
  });
}

async function startBare(name: 'floor' | 'rows', options: StartOptions): Promise<Contender> {
  const child = run(`test/bench/contenders/${name}.js`, [options.record], options);
  const port = await told(child, 'port');
  return contender(child, {
    name,
    port,
    request: (operation, { args }) => ({ path: `/${operation.name}`, body: JSON.stringify(args) }),
  });
}

function contender(
  child: ChildProcess,
  served: Pick<Contender, 'name' | 'port' | 'request'>,
): Contender {
  return {
    ...served,
    cpuTime() {
      const cost = told(child, 'cost');
      child.send('cost');
      return cost;
    },
    async stop() {
      if (child.exitCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

function run(
  script: string,
  args: readonly string[],
  { build, logFile, nodeFlags = [] }: StartOptions,
  environment: NodeJS.ProcessEnv = {},
): ChildProcess {
  const log = openSync(logFile, 'w');
  const probe = join(build, 'test/bench/contenders/probe.js');
  const child = spawn(process.execPath, [...nodeFlags, '--import', probe, join(build, script), ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  return child;
}

/** The number that the process sends under this name. */
function told(child: ChildProcess, name: 'port' | 'cost'): Promise<number> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`${child.spawnargs.join(' ')} ended; see its log.`));
    const onMessage = (message: unknown) => {
      const sent = new Map(Object.entries(message ?? {})).get(name);
      if (typeof sent !== 'number') return;
      child.off('exit', onExit).off('message', onMessage);
      resolve(sent);
    };
    child.once('exit', onExit).on('message', onMessage);
  });
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error('The server ended before it was ready; see its log.');
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error('The server was not ready within 30 seconds; see its log.');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
