import { setMaxListeners } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Client, createClient, type Fetch } from '../../sdk/src/index.ts';
import { startServer } from '../e2e/components/server.ts';
import { cpuSecondsOf, percentile } from './crowd.ts';
import type { Run } from './run.ts';
import { untilCount } from './stall.ts';

export interface LiveListsOptions {
  /** Lists that are watched, no two of them the same. */
  readonly lists: number;
  /** The clients that watch them, each as many. */
  readonly clients: number;
  readonly seconds: number;
  readonly tell: (progress: string) => void;
}

interface LiveFigures {
  readonly lists: number;
  readonly clients: number;
  /** Streams that were opened. */
  readonly streams: number;
  readonly writes: number;
  /** How often lists were read while there were writes, in a second. */
  readonly readsPerSecond: number;
  /** How much of a core the server took, in hundredths. */
  readonly cpuPercent: number;
  readonly healthzP50Ms: number;
  readonly healthzP99Ms: number;
  readonly healthzMaxMs: number;
  /** How long after the last write all lists showed it. */
  readonly lastShownMs: number;
}

const writesPerSecond = 5;
/** Of each claim that is recorded. */
const topics = 50;
const mostHealthzMs = 100;

/** Many lists are live while claims are recorded, five a second: all show the last of them in the end. */
export async function liveLists({
  lists,
  clients,
  seconds,
  tell,
}: LiveListsOptions): Promise<Run<LiveFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  const stop = new AbortController();
  setMaxListeners(lists, stop.signal);
  try {
    await using server = await startServer(
      { DATABASE_URL: `file:${join(folder, 'record.db')}` },
      [],
    );
    const record = createClient({ url: server.url, token: server.token, timeoutMs: 120_000 });
    const watching = watchLists(server.url, { lists, clients, signal: stop.signal });
    await untilCount(() => watching.readers, lists);
    await using healthz = probe(new URL('/healthz', server.url).href);
    const before = { reads: watching.reads, cpu: await cpuSecondsOf(server.pid()) };
    const since = performance.now();
    const writes = seconds * writesPerSecond;
    for (let write = 1; write <= writes; write += 1) {
      await pause(Math.max(0, since + (write * 1_000) / writesPerSecond - performance.now()));
      await recordClaim(record, write);
      tell(`${write} of ${writes} claims, ${watching.reads - before.reads} reads`);
    }
    const tookS = (performance.now() - since) / 1_000;
    const reads = watching.reads - before.reads;
    const cpu = (await cpuSecondsOf(server.pid())) - before.cpu;
    const last = performance.now();
    const isLast = (slug: string | undefined) => slug === `live-${writes}`;
    await untilCount(() => watching.shown.filter(isLast).length, lists);
    const waited = await healthz.take();
    const figures = {
      lists,
      clients,
      streams: watching.streams,
      writes,
      readsPerSecond: reads / tookS,
      cpuPercent: (100 * cpu) / tookS,
      healthzP50Ms: percentile(waited, 0.5),
      healthzP99Ms: percentile(waited, 0.99),
      healthzMaxMs: percentile(waited, 1),
      lastShownMs: performance.now() - last,
    };
    return { figures, faults: [...watching.faults, ...faultsIn(figures)] };
  } finally {
    stop.abort();
    await rm(folder, { recursive: true, force: true });
  }
}

function faultsIn({ clients, streams, healthzP99Ms }: LiveFigures): string[] {
  return [
    ...(streams === clients ? [] : [`${clients} clients opened ${streams} streams.`]),
    ...(healthzP99Ms <= mostHealthzMs ? [] : [`/healthz took ${Math.round(healthzP99Ms)} ms.`]),
  ];
}

interface Watched {
  readonly lists: number;
  readonly clients: number;
  readonly signal: AbortSignal;
}

/** Watches lists that differ in their topic or their length, and counts what is sent for them. */
function watchLists(url: string, { lists, clients, signal }: Watched) {
  const watching = {
    shown: [] as (string | undefined)[],
    /** Lists that were read. */
    readers: 0,
    reads: 0,
    streams: 0,
    faults: [] as string[],
  };
  const counting: Fetch = (address, request) => {
    const isStream = Object(request?.headers).accept === 'text/event-stream';
    watching[isStream ? 'streams' : 'reads'] += 1;
    return fetch(address, request);
  };
  const records = Array.from({ length: clients }, () =>
    createClient({ url, get: true, fetch: counting, timeoutMs: 120_000 }),
  );
  for (let list = 0; list < lists; list += 1) {
    const record = records[list % clients];
    if (record) follow(record, list);
  }

  function follow(record: Client, list: number): void {
    const filter = { topic: `live-${list % topics}` };
    const first = 1 + (Math.floor(list / topics) % 100);
    const pages = record.claims.live({ filter, first, signal });
    (async () => {
      let isFirst = true;
      for await (const { nodes } of pages) {
        watching.shown[list] = nodes[0]?.slug;
        if (isFirst) watching.readers += 1;
        isFirst = false;
      }
    })().catch((error: unknown) => watching.faults.push(String(error)));
  }
  return watching;
}

async function recordClaim(record: Client, number: number): Promise<void> {
  await record.recordClaim({
    slug: `live-${number}`,
    text: `This was said for the ${number}th time.`,
    kind: 'FACT',
    language: 'en',
    topics: Array.from({ length: topics }, (_, topic) => `live-${topic}`),
    stances: [
      { actor: { slug: 'kremlin' }, kind: 'ASSERTS', certainty: 'PLAIN', note: 'By telephone.' },
    ],
  });
}

const probing = `
const { parentPort, workerData } = require('node:worker_threads');
const waited = [];
let isOver = false;
parentPort.on('message', () => { isOver = true; });
(async () => {
  while (!isOver) {
    const since = performance.now();
    await (await fetch(workerData)).arrayBuffer();
    waited.push(performance.now() - since);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  parentPort.postMessage(waited);
  parentPort.close();
})();`;

/** Asks now and then, in a thread of its own: what those who watch have to do does not count. */
function probe(url: string) {
  const worker = new Worker(probing, { eval: true, workerData: url });
  return {
    take: () =>
      new Promise<number[]>((resolve, reject) => {
        worker.once('message', resolve).once('error', reject);
        worker.postMessage('over');
      }),
    async [Symbol.asyncDispose]() {
      await worker.terminate();
    },
  };
}
