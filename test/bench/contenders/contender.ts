import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Operation, Value } from '../operations/operation.ts';
import { type Probed, type ProcessOptions, startProcess } from './process.ts';

export const contenderNames = ['ours', 'floor', 'rows'] as const;
export type ContenderName = (typeof contenderNames)[number];

/** A server process under measurement. Whoever starts it stops it. */
export interface Contender {
  readonly name: ContenderName;
  readonly port: number;
  request(operation: Operation, value: Value): Request;
  /** What the process has cost so far, user and system, in microseconds. */
  cpuTime(): Promise<number>;
  stop(): Promise<void>;
}

export interface Request {
  readonly path: string;
  readonly body: string;
}

export interface StartOptions extends Pick<ProcessOptions, 'build' | 'logFile' | 'nodeFlags'> {
  /** A copy of the record for this contender alone. */
  readonly record: string;
}

export function startContender(name: ContenderName, options: StartOptions): Promise<Contender> {
  return name === 'ours' ? startOurs(options) : startBare(name, options);
}

/** The server as it is in production, nothing left out. */
async function startOurs({ record, ...options }: StartOptions): Promise<Contender> {
  const port = await freePort();
  const environment = {
    NODE_ENV: 'production',
    DATABASE_URL: `file:${record}`,
    PORT: String(port),
  };
  const script = 'server/cli/main.js';
  const started = startProcess({ ...options, script, args: ['serve'], environment });
  await untilReady(started, `http://127.0.0.1:${port}/readyz`);
  return contender(started, {
    name: 'ours',
    port,
    request: ({ document }, { variables }) => ({
      path: '/graphql',
      body: JSON.stringify({ query: document, variables }),
    }),
  });
}

async function startBare(
  name: 'floor' | 'rows',
  { record, ...options }: StartOptions,
): Promise<Contender> {
  const script = `test/bench/contenders/${name}.js`;
  const started = startProcess({ ...options, script, args: [record] });
  const port = await started.told('port');
  return contender(started, {
    name,
    port,
    request: (operation, { args }) => ({ path: `/${operation.name}`, body: JSON.stringify(args) }),
  });
}

function contender(
  started: Probed,
  served: Pick<Contender, 'name' | 'port' | 'request'>,
): Contender {
  return {
    ...served,
    cpuTime() {
      const cost = started.told('cost');
      started.send('cost');
      return cost;
    },
    stop: () => started.stop(),
  };
}

async function untilReady(started: Probed, url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    started.assertRuns();
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  await started.stop();
  throw new Error('The server was not ready within 30 seconds.');
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
