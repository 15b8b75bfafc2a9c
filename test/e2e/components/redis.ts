import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { programOf } from '../../kit/component.ts';
import { freePort, type Program, startProgram } from '../../kit/program.ts';

/** A Redis that keeps nothing, with a password. */
export interface TestRedis extends AsyncDisposable {
  readonly url: string;
  readonly password: string;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it anew, at the same address. */
  start(): Promise<void>;
  /** How many connections listen to a channel. */
  listeners(channel: string): Promise<number>;
}

/** Starts a Redis, or with `isRunning: false` only finds a place for one. */
export async function openRedis({ isRunning = true } = {}): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-redis-'));
  const port = await freePort();
  const password = 'not-to-be-told';
  const settings = {
    port: `${port}`,
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    requirepass: password,
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  let redis: Program | undefined;
  const start = async (): Promise<void> => {
    redis = await startProgram([programOf('redis'), ...flags], {
      isReady: (printed) => printed.includes('Ready to accept connections'),
    });
  };
  if (isRunning) await start();
  const url = `redis://:${password}@127.0.0.1:${port}`;
  return {
    url,
    password,
    start,
    stop: async (signal) => redis?.end(signal),
    async listeners(channel) {
      const connection = new Redis(url);
      const [, count] = await connection.pubsub('NUMSUB', channel);
      connection.disconnect();
      return Number(count);
    },
    async [Symbol.asyncDispose]() {
      await redis?.end();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}
