import { setTimeout as pause } from 'node:timers/promises';
import { type Database, openDatabase } from '../../db/client.ts';
import { verifyRecord } from '../../db/verify/verify.ts';
import { type Client, createClient } from '../../sdk/src/index.ts';
import { newClaims, openReader, overSse, overWebSocket } from '../e2e/components/feed-reader.ts';
import { openRedis, type TestRedis } from '../e2e/components/redis.ts';
import { startServer, type TestServer } from '../e2e/components/server.ts';
import { type Sqld, startSqld } from '../e2e/components/sqld.ts';
import type { Disturbance } from './disturbance.ts';
import { faultsHeard } from './heard.ts';
import type { Run } from './run.ts';
import { untilCount } from './stall.ts';
import { recordMayor, type Writing, type Written, writeClaim } from './writer.ts';

export interface ProcessesOptions {
  /** How many claims the three writers write together. */
  readonly claims: number;
  /** What happens while they write. */
  readonly disturbance?: Disturbance | undefined;
  readonly tell: (progress: string) => void;
}

interface ProcessesFigures {
  readonly claims: number;
  readonly delivered: number;
  /** How often a writer had to send a claim again. */
  readonly sentAgain: number;
  readonly writingMs: number;
  /** From the last acknowledgement until the last subscriber had everything. */
  readonly catchingUpMs: number;
}

const count = 3;

/** Three server processes on one sqld, woken through Redis. Whoever opens them disposes of them. */
export interface Processes extends AsyncDisposable {
  readonly sqld: Sqld;
  readonly redis: TestRedis;
  readonly servers: readonly TestServer[];
  /** One for each server, all with the token of the first ADMIN. */
  readonly clients: readonly Client[];
  readonly database: string;
}

export async function openProcesses(): Promise<Processes> {
  const started: AsyncDisposable[] = [];
  const close = async (): Promise<void> => {
    for (const one of started.splice(0).reverse()) await one[Symbol.asyncDispose]();
  };
  const kept = <Started extends AsyncDisposable>(one: Started): Started => {
    started.push(one);
    return one;
  };
  try {
    const sqld = kept(await startSqld());
    const redis = kept(await openRedis());
    const database = `ws://${sqld.address}`;
    const settings = { DATABASE_URL: database, REQUIRE_SYNCED: 'true', REDIS_URL: redis.url };
    // All at once, on an empty database: each finds that migrations are missing.
    const servers = await Promise.all(
      Array.from({ length: count }, async () => kept(await startServer(settings))),
    );
    const token = servers.map((server) => server.token).find((made) => made !== null) ?? null;
    const clients = servers.map(({ url }) => createClient({ url, token }));
    return { sqld, redis, servers, clients, database, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Processes of their own, among which something may go wrong. */
export async function severalProcesses(options: ProcessesOptions): Promise<Run<ProcessesFigures>> {
  await using processes = await openProcesses();
  return await writeToAll(processes, options);
}

/** A writer writes at each process, and two subscribers listen there. */
export async function writeToAll(
  { sqld, redis, servers, clients, database }: Processes,
  options: ProcessesOptions,
): Promise<Run<ProcessesFigures>> {
  const [first] = clients;
  if (first === undefined) throw new Error('There is no server.');
  await recordMayor(first);
  const { feedCursor: after } = await first.summary();
  // Where the processes of this record tell each other to look.
  const channel = await withRecord(database, async ({ epoch }) => `onrecord:${epoch}`);
  const untilWoken = () => untilCount(() => redis.listeners(channel), count);
  await untilWoken();
  const readers = servers.flatMap(({ url }) =>
    [overSse, overWebSocket].map((listen) => openReader(listen, { url, query: newClaims, after })),
  );
  await using _ = { [Symbol.asyncDispose]: () => endAll(readers) };

  const written: Written = { acknowledged: [], failures: 0 };
  const over = new AbortController();
  const { signal } = over;
  const round = { ...options, written, signal };
  const steps = options.disturbance?.({ servers, redis, sqld }) ?? [];
  const since = performance.now();
  const writing = Promise.all(
    clients.map((_, name) => {
      const own = [...clients.slice(name), ...clients.slice(0, name)];
      return write(name, options, { written, servers: own, signal });
    }),
  );
  const ended = writing.finally(() => over.abort());
  await Promise.all([ended, disturb(steps, round)]);
  const writingMs = performance.now() - since;
  const delivered = (): number => readers.reduce((sum, { heard }) => sum + heard.length, 0);
  await untilCount(delivered, readers.length * written.acknowledged.length).catch(() => undefined);
  const catchingUpMs = performance.now() - since - writingMs;
  await untilWoken();

  return {
    figures: {
      claims: written.acknowledged.length,
      delivered: delivered(),
      sentAgain: written.failures,
      writingMs,
      catchingUpMs,
    },
    faults: await withRecord(database, async (db) => [
      ...faultsHeard(db, readers, written.acknowledged),
      ...(await faultsOnRecord(db)),
    ]),
  };
}

async function endAll(started: readonly AsyncDisposable[]): Promise<void> {
  await Promise.all(started.map((one) => one[Symbol.asyncDispose]()));
}

async function write(
  name: number,
  { claims, disturbance, tell }: ProcessesOptions,
  writing: Writing,
): Promise<void> {
  const share = Math.ceil((claims - name) / count);
  for (let number = 0; number < share; number += 1) {
    const when = disturbance?.name ?? 'undisturbed';
    await writeClaim(`Claim ${number} of the writer ${name}, ${when}.`, writing);
    tell(`${writing.written.acknowledged.length} of ${claims} claims`);
  }
}

async function disturb(
  steps: ReturnType<Disturbance>,
  { written, claims, signal }: ProcessesOptions & Omit<Writing, 'servers'>,
): Promise<void> {
  for (const [share, step] of steps) {
    while (!signal.aborted && written.acknowledged.length < claims * share) await pause(10);
    await step();
  }
}

async function withRecord<T>(url: string, look: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase({ url, migrate: false });
  try {
    return await look(db);
  } finally {
    await db.close();
  }
}

async function faultsOnRecord(db: Database): Promise<string[]> {
  const { faults } = await verifyRecord(db);
  return faults.map(({ noun, id, what }) => `${noun} ${id}: ${what}`);
}
