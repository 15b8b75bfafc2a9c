import { readdir } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';

/** What a process holds open. */
export interface Holding {
  /** Files and sockets. */
  readonly descriptors: number;
  /** What its event loop waits for: timers, sockets, and whatever else there is. */
  readonly resources: number;
  readonly timers: number;
  /** Subscriptions. */
  readonly streams: number;
}

export const holdingNames = ['descriptors', 'resources', 'timers', 'streams'] as const;

/** A server, and where it tells its metrics. */
export interface Watched {
  readonly pid: number;
  readonly metricsUrl: string;
  /** Where its inspector listens. */
  readonly inspectorUrl: string;
}

const patienceMs = 30_000;
const settleMs = 1_000;

/** What it holds once nothing is let go of any more. */
export async function holdingAtRest(server: Watched): Promise<Holding> {
  let held = await holdingOf(server);
  for (;;) {
    await pause(settleMs);
    const now = await holdingOf(server);
    if (isDeepStrictEqual(now, held)) return held;
    held = now;
  }
}

/** What it holds as soon as that is no more than `most`, or what it still holds where that takes too long. */
export async function holdingAtMost(server: Watched, most: Holding): Promise<Holding> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const held = await holdingOf(server);
    const isNoMore = holdingNames.every((name) => held[name] <= most[name]);
    if (isNoMore || performance.now() > until) return held;
    await pause(200);
  }
}

async function holdingOf({ pid, metricsUrl }: Watched): Promise<Holding> {
  // The connection that asks counts, every time.
  const metrics = await textAt(metricsUrl);
  const descriptors = (await readdir(`/proc/${pid}/fd`)).length;
  const gauge = (name: string): number | undefined => {
    const line = metrics.split('\n').find((each) => each.startsWith(`${name} `));
    return line === undefined ? undefined : Number(line.slice(name.length + 1));
  };
  const [resources, streams] = ['nodejs_active_resources_total', 'onrecord_streams'].map(gauge);
  if (resources === undefined || streams === undefined)
    throw new Error(`${metricsUrl} does not tell what it has to:\n${metrics}`);
  // Of what there is none nothing is told.
  const timers = gauge('nodejs_active_resources{type="Timeout"}') ?? 0;
  return { descriptors, resources, timers, streams };
}

/** What is answered at an address, asked over a connection of its own, which is closed then. */
export function textAt(url: string): Promise<string> {
  const agent = new Agent({ keepAlive: false });
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => text(response).then(resolve, reject)).on('error', reject);
  });
}
