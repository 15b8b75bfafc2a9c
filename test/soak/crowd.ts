import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '../../sdk/src/index.ts';
import { startServer } from '../e2e/components/server.ts';
import { startProgram } from '../kit/program.ts';
import { attackers } from './crowd/attackers.ts';
import { actHonestly, type Waited } from './crowd/honest.ts';
import { watchMemory } from './memory.ts';
import type { Run } from './run.ts';

export interface CrowdOptions {
  /** How long the attackers go on. */
  readonly seconds: number;
  readonly tell: (progress: string) => void;
}

interface CrowdFigures {
  readonly attackers: number;
  /** Of the server's resident memory, at its highest, beyond what it was without attackers: for ten sockets that send and never read. */
  readonly tenSocketsMb: number;
  /** The same for all of them. */
  readonly grownMb: number;
  readonly healthzP50Ms: number;
  readonly healthzP99Ms: number;
  readonly healthzMaxMs: number;
  /** The same without attackers. */
  readonly quietHealthzMaxMs: number;
  readonly pageP99Ms: number;
  readonly events: number;
  readonly eventMaxMs: number;
  /** Of the server, while it is attacked. */
  readonly descriptors: number;
  /** How long the server kept a core busy for all of them, out of so many seconds. */
  readonly cpuSeconds: number;
  readonly seconds: number;
  readonly exits: number;
}

const bounds = { tenSocketsMb: 64, healthzMs: 100, eventMs: 250 } as const;

/** One address does all that one address can, while others read, write, listen and look whether the server is well. */
export async function crowd({ seconds, tell }: CrowdOptions): Promise<Run<CrowdFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  try {
    await using server = await startServer({
      DATABASE_URL: `file:${join(folder, 'record.db')}`,
      TRUSTED_PROXY_HOPS: '1',
    });
    const record = createClient({ url: server.url, token: server.token });
    // It is made at its first showing.
    await (await fetch(server.url, { headers: { accept: 'text/html' } })).arrayBuffer();
    await using honest = await actHonestly(server.url, record);
    // What honest people make of it in as long a time is no growth.
    const memory = await watchMemory(server.pid());
    tell(`${seconds} s without attackers`);
    await pause(seconds * 1_000);
    const { healthzMaxMs: quietHealthzMaxMs } = figuresOf(honest.take());
    const quietMb = memory.grownMb();
    tell(`${seconds} s with ten sockets that never read`);
    {
      await using _ = await startAttack(server.url, 'pings of 255 kB');
      await pause(seconds * 1_000);
    }
    const tenSocketsMb = memory.grownMb() - quietMb;
    honest.take();
    const cpuBefore = await cpuSecondsOf(server.pid());
    const faults: string[] = [];
    const ended: string[] = [];
    let descriptors = 0;
    {
      await using attack = await startAttack(server.url);
      void attack.ended.then((code) => ended.push(`The attackers gave up with ${code}.`));
      for (let second = 0; second < seconds; second += 1) {
        await pause(1_000);
        descriptors = Math.max(descriptors, await descriptorsOf(server.pid()));
        if (second === seconds - 1) faults.push(...ended);
        tell(`${second} of ${seconds} s, ${descriptors} descriptors, ${memory.grownMb()} MB more`);
      }
    }
    const cpuSeconds = (await cpuSecondsOf(server.pid())) - cpuBefore;
    const waited = honest.take();
    const isUp = await fetch(new URL('/healthz', server.url)).then(
      ({ ok }) => ok,
      () => false,
    );
    await memory.end();
    const figures = {
      attackers: attackers.length,
      tenSocketsMb,
      grownMb: memory.grownMb() - quietMb,
      ...figuresOf(waited),
      quietHealthzMaxMs,
      descriptors,
      cpuSeconds,
      seconds,
      exits: isUp ? 0 : 1,
    };
    return { figures, faults: [...faults, ...honest.faults, ...faultsIn(figures)] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startAttack(url: string, only = '') {
  const { hostname, port } = new URL(url);
  const script = fileURLToPath(new URL('crowd/attack.ts', import.meta.url));
  const args = ['--import', 'tsx', script, hostname, port, '203.0.113.7', only];
  return startProgram([process.execPath, ...args], {
    isReady: (printed) => printed.includes('attacking'),
  });
}

function figuresOf({ event, healthz, page }: Waited) {
  return {
    healthzP50Ms: percentile(healthz, 0.5),
    healthzP99Ms: percentile(healthz, 0.99),
    healthzMaxMs: percentile(healthz, 1),
    pageP99Ms: percentile(page, 0.99),
    events: event.length,
    eventMaxMs: percentile(event, 1),
  };
}

function faultsIn(figures: CrowdFigures): string[] {
  const { events, eventMaxMs, exits, healthzMaxMs, tenSocketsMb } = figures;
  return [
    ...(exits === 0 ? [] : ['The server has ended.']),
    ...(events > 0 ? [] : ['Nobody was told anything.']),
    ...(tenSocketsMb <= bounds.tenSocketsMb
      ? []
      : [`Ten sockets made it grow by ${Math.round(tenSocketsMb)} MB.`]),
    ...(healthzMaxMs <= bounds.healthzMs ? [] : [`/healthz took ${Math.round(healthzMaxMs)} ms.`]),
    ...(eventMaxMs <= bounds.eventMs ? [] : [`An event took ${Math.round(eventMaxMs)} ms.`]),
  ];
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function descriptorsOf(pid: number): Promise<number> {
  return (await readdir(`/proc/${pid}/fd`)).length;
}

/** What the system tells in hundredths of a second. */
export async function cpuSecondsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((user ?? 0) + (system ?? 0)) / 100;
}
