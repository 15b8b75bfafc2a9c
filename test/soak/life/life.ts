import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../../../sdk/src/index.ts';
import { startServer, type TestServer } from '../../e2e/components/server.ts';
import { patience } from '../../kit/patience.ts';
import { freePort } from '../../kit/program.ts';
import type { Run } from '../run.ts';
import { type Crowd, gatherCrowd } from './crowd.ts';
import {
  type Holding,
  holdingAtMost,
  holdingAtRest,
  holdingNames,
  type Watched,
} from './holding.ts';
import { type Asked, mixedRequests } from './mixed-requests.ts';
import { residentAtRest } from './resident.ts';
import { type Visitor, visit } from './visit.ts';

export interface LifeOptions {
  readonly requests: number;
  /** How many subscribers come and go meanwhile. */
  readonly subscribers: number;
  /** By how much the server may hold more memory than in the first tenth: by a tenth of it, unless given. */
  readonly mayGrowPercent?: number;
  /** Ends it. */
  readonly signal: AbortSignal;
  readonly tell: (progress: string) => void;
  /** Is told of each tenth. */
  readonly say: (line: string) => void;
}

/** What the server held after one tenth of its life, when all had left. */
interface Tenth extends Holding {
  readonly residentMb: number;
}

interface LifeFigures {
  readonly requests: number;
  readonly subscribers: number;
  /** What it held before. */
  readonly first: Holding;
  readonly tenths: readonly Tenth[];
  /** By how much the memory of the tenth that held most is more than that of the first. */
  readonly grownPercent: number;
  readonly ms: number;
}

const lanes = 8;
const tenths = 10;
const warmUp = 1_000;

/** What others bound is not what is looked at here. */
const settings = {
  LIMITS: `requestMs=${patience.timeout},costPerMinute=2000000000,editorCostPerMinute=2000000000,strangersPerMinute=2000000000,socketMessages=2000000000`,
  TRUSTED_PROXY_HOPS: '1',
};

/** Requests of all kinds, good and bad, and subscribers that come and go: whether the server holds as much at the end as before. */
export async function life(options: LifeOptions): Promise<Run<LifeFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  const file = join(folder, 'record.db');
  const [metrics, inspector] = [await freePort(), await freePort()];
  try {
    const own = {
      DATABASE_URL: `file:${file}`,
      METRICS_PORT: `${metrics}`,
      NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`,
    };
    await using server = await startServer({ ...settings, ...own }, []);
    const watched = {
      pid: server.pid(),
      metricsUrl: `http://127.0.0.1:${metrics}/metrics`,
      inspectorUrl: `http://127.0.0.1:${inspector}`,
    };
    return await live(server, watched, options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function live(
  { token, url }: TestServer,
  watched: Watched,
  options: LifeOptions,
): Promise<Run<LifeFigures>> {
  const { mayGrowPercent = 10, requests, say, subscribers } = options;
  const record = createClient({ url });
  await using crowd = gatherCrowd(url, async () => (await record.summary()).feedCursor);
  const visits = new Visits({ ...options, url, crowd, askedAt: mixedRequests(token ?? '') });

  // What is only loaded or made once is there before.
  await visits.go(Math.min(warmUp, requests / 2));
  const first = await holdingAtRest(watched);
  const lived: Tenth[] = [];
  const since = performance.now();
  for (let tenth = 1; tenth <= tenths; tenth += 1) {
    await visits.go(requests / tenths);
    const held = {
      residentMb: await residentAtRest(watched),
      ...(await holdingAtMost(watched, first)),
    };
    lived.push(held);
    say(lineOf(tenth, held));
  }
  const ms = performance.now() - since;
  const grownPercent = grownIn(lived);
  return {
    figures: { requests, subscribers, first, tenths: lived, grownPercent, ms },
    faults: [
      ...some([...visits.faults, ...crowd.faults]),
      ...heldTooMuch(lived, first),
      ...(grownPercent <= mayGrowPercent
        ? []
        : [`Since its first tenth it has grown by ${Math.round(grownPercent)} %.`]),
    ],
  };
}

interface VisitsOptions extends LifeOptions {
  readonly url: string;
  readonly crowd: Crowd;
  readonly askedAt: (number: number) => Asked;
}

/** Requests, several at once, and subscribers among them. */
class Visits {
  readonly faults: string[] = [];
  readonly #options: VisitsOptions;
  #number = 0;
  #came = 0;

  constructor(options: VisitsOptions) {
    this.#options = options;
  }

  /** So many of them; then all leave. @throws where it is ended before */
  async go(count: number): Promise<void> {
    const { crowd, signal, url } = this.#options;
    const agent = new Agent({ keepAlive: true, maxSockets: lanes });
    const visitor = { origin: new URL(url).origin, agent };
    const end = this.#number + count;
    const lane = async (): Promise<void> => {
      while (this.#number < end && !signal.aborted) await this.#next(visitor);
    };
    try {
      await Promise.all(Array.from({ length: lanes }, lane));
      await crowd.leave();
    } finally {
      agent.destroy();
    }
    signal.throwIfAborted();
  }

  async #next(visitor: Visitor): Promise<void> {
    const { askedAt, crowd, requests, subscribers, tell } = this.#options;
    const number = this.#number;
    this.#number += 1;
    if (number * subscribers >= this.#came * requests) {
      this.#came += 1;
      await crowd.come();
    }
    const fault = await visit(askedAt(number), visitor);
    if (fault !== null) this.faults.push(fault);
    tell(`${number} requests, ${this.#came} subscribers`);
  }
}

function grownIn([first, ...later]: readonly Tenth[]): number {
  if (first === undefined) return 0;
  const most = Math.max(...later.map(({ residentMb }) => residentMb));
  return 100 * (most / first.residentMb - 1);
}

function heldTooMuch(lived: readonly Tenth[], first: Holding): string[] {
  return lived.flatMap((held, index) =>
    holdingNames
      .filter((what) => held[what] > first[what])
      .map(
        (what) =>
          `After tenth ${index + 1} it held ${held[what]} ${what}, and ${first[what]} before.`,
      ),
  );
}

const toldAtMost = 20;

/** The first of them, and how many there are beside. */
function some(faults: readonly string[]): readonly string[] {
  const more = faults.length - toldAtMost;
  return more <= 0 ? faults : [...faults.slice(0, toldAtMost), `And ${more} more.`];
}

function lineOf(tenth: number, { descriptors, residentMb, resources, timers }: Tenth): string {
  const mb = residentMb.toFixed(0).padStart(5);
  return `${String(tenth).padStart(2)}/${tenths} ${mb} MB resident, then ${descriptors} descriptors, ${timers} timers, ${resources} resources`;
}
