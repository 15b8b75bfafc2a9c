import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type Probed, type ProcessOptions, startProcess } from './process.ts';

export interface ServerOptions extends Omit<ProcessOptions, 'script' | 'args'> {
  readonly record: string;
}

/** A server process that is ready. */
export interface RunningServer {
  readonly process: Probed;
  readonly port: number;
}

/** The server as it is in production, nothing left out, when it has checked its file: until then that goes on beside what is measured. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const server = await startListening(options);
  await until(server.process, async () => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/readyz`).catch(() => null);
    return answer?.ok === true && readFileSync(options.logFile, 'utf8').includes(checked);
  });
  return server;
}

const checked = 'the whole file was checked';

/** The same, as soon as its process runs: it will listen there. */
export async function startListening({
  record,
  ...options
}: ServerOptions): Promise<RunningServer> {
  const port = await freePort();
  const environment = {
    DATABASE_URL: `file:${record}`,
    PORT: String(port),
    ...options.environment,
  };
  const script = 'dist/server/cli/main.js';
  return { process: startProcess({ ...options, script, args: ['serve'], environment }), port };
}

async function until(started: Probed, isReady: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 1800; tries += 1) {
    started.assertRuns();
    if (await isReady()) return;
    await pause(100);
  }
  await started.stop();
  throw new Error('The server was not ready within three minutes.');
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
