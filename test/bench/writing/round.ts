import { setTimeout as pause } from 'node:timers/promises';
import { now } from '../clock.ts';
import type { Request } from '../contenders/contender.ts';
import type { RunningServer } from '../contenders/server.ts';
import { type Answer, createLoad, type Load } from '../load.ts';
import { quantile } from '../measure.ts';
import { type Change, idsIn, requestsFor } from './changes.ts';
import type { Rows } from './new-rows.ts';
import type { Stage } from './stage.ts';

/** What a change costs, made by one of those who are compared. */
interface Cost {
  readonly cpuMicros: number;
  readonly perSecond: number;
  /** From sending to the answer: with all connections, and with one alone. */
  readonly p50Ms: number;
  readonly aloneP50Ms: number;
}

export interface Round {
  readonly ours: Cost;
  readonly floor: Cost;
  /** Where they are inserted by others as well. */
  readonly rows: RowsCost | null;
  /** By how much our event loop came late, but for one in a hundred times. */
  readonly lagP99Ms: number;
}

/** What it costs to insert the rows of a change in groups. */
interface RowsCost {
  readonly perChange: number;
  /** CPU where each change is asked for over HTTP, and without. */
  readonly httpMicros: number;
  readonly bareMicros: number;
}

/** As many as are under way at once, and as share a transaction where the same rows are inserted in groups. */
export const connections = 16;
/** Changes in a row by one of them: so few that whatever else the machine does falls on all, and whole groups. */
const sliceLength = 3 * connections;
/** What is put off until after the last answer counts as well. */
const settleMs = 100;

/** Has everyone make so many changes, in slices that take turns; then so many alone, each after the answer to the last. */
export async function playRound(
  stage: Stage,
  change: Change,
  { changes, alone }: { readonly changes: number; readonly alone: number },
): Promise<Round> {
  const us = new Player(stage.ours);
  const floor = new Player(stage.floor);
  const rows = change.rowsOf === undefined ? null : new RowsPlayer(stage, change.rowsOf);
  const load = createLoad(connections);
  let made = 0;
  try {
    for (; made < changes; made += sliceLength) {
      const asked = await requestsOf(stage, change, sliceLength);
      rows?.prepare();
      idsIn(change, await us.play(load, asked));
      await rows?.play(load, sliceLength);
      await floor.play(load, asked.map(oneRow));
    }
  } finally {
    load.close();
  }
  const single = await playAlone(stage, change, alone);
  return {
    ours: { ...us.cost(made), aloneP50Ms: single.ours },
    floor: { ...floor.cost(made), aloneP50Ms: single.floor },
    rows: rows?.cost(made) ?? null,
    lagP99Ms: await stage.ours.process.lag(),
  };
}

/** One of those who are compared, and what its turns have cost. */
class Player {
  readonly #server: RunningServer;
  readonly #latencies: number[] = [];
  #micros = 0;
  #tookMs = 0;

  constructor(server: RunningServer) {
    this.#server = server;
  }

  async play(load: Load, requests: readonly Request[]): Promise<readonly Answer[]> {
    const { process } = this.#server;
    const before = await process.cpuTime();
    process.watch();
    const since = now();
    const answers = await load.run(this.#server, requests);
    this.#tookMs += now() - since;
    process.rest();
    await pause(settleMs);
    this.#micros += (await process.cpuTime()) - before;
    this.#latencies.push(...answers.map(({ latencyMs }) => latencyMs));
    return answers;
  }

  cost(changes: number): Omit<Cost, 'aloneP50Ms'> {
    return {
      cpuMicros: this.#micros / changes,
      perSecond: (1000 * changes) / this.#tookMs,
      p50Ms: quantile(this.#latencies, 0.5),
    };
  }
}

/** Those who insert the rows that our server has put in. */
class RowsPlayer {
  readonly #stage: Stage;
  readonly #table: string;
  readonly #overHttp: Player;
  #bareMicros = 0;
  #rows = 0;

  constructor(stage: Stage, table: string) {
    this.#stage = stage;
    this.#table = table;
    this.#overHttp = new Player(stage.rows);
  }

  /** Whatever was put in before is not meant. */
  prepare(): void {
    this.#stage.newRows.perRowOf(this.#table);
  }

  async play(load: Load, changes: number): Promise<void> {
    const { newRows, bareRows } = this.#stage;
    const written = newRows.perRowOf(this.#table);
    if (written.length !== changes)
      throw new Error(`${changes} changes have put ${written.length} rows into ${this.#table}.`);
    this.#rows += written.reduce((sum, { length }) => sum + length, 0);
    await this.#overHttp.play(load, written.map(rowsRequest));
    const inserted = bareRows.told('inserted');
    bareRows.send({ insert: written });
    this.#bareMicros += await inserted;
  }

  cost(changes: number): RowsCost {
    return {
      perChange: this.#rows / changes,
      httpMicros: this.#overHttp.cost(changes).cpuMicros,
      bareMicros: this.#bareMicros / changes,
    };
  }
}

async function playAlone(stage: Stage, change: Change, changes: number) {
  const load = createLoad(1);
  const latencies: Record<'ours' | 'floor', number[]> = { ours: [], floor: [] };
  try {
    for (const request of await requestsOf(stage, change, changes)) {
      const told = await load.run(stage.ours, [request]);
      idsIn(change, told);
      latencies.ours.push(...told.map(({ latencyMs }) => latencyMs));
      const inserted = await load.run(stage.floor, [oneRow(request)]);
      latencies.floor.push(...inserted.map(({ latencyMs }) => latencyMs));
    }
  } finally {
    load.close();
  }
  return { ours: quantile(latencies.ours, 0.5), floor: quantile(latencies.floor, 0.5) };
}

/** Requests for our server; what they are about is recorded first, where they need something of their own. */
async function requestsOf(
  { ours, material, token }: Stage,
  change: Change,
  count: number,
): Promise<readonly Request[]> {
  if (change.prepared === undefined) return requestsFor(change, { material, token, count });
  const load = createLoad(connections);
  const answers = await load.run(ours, requestsFor(change.prepared, { material, token, count }));
  load.close();
  const prepared = idsIn(change.prepared, answers);
  return requestsFor(change, { material, token, count, prepared });
}

/** The whole of what ours is asked is the text of the one row. */
function oneRow({ body }: Request): Request {
  return { path: '/', body: JSON.stringify({ text: body }) };
}

function rowsRequest(rows: Rows): Request {
  return { path: '/', body: JSON.stringify(rows) };
}
