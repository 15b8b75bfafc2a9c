import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, createClient } from '../../sdk/src/index.ts';
import { recordFile } from '../bench/record/file.ts';
import { startServer } from '../e2e/components/server.ts';
import { costlyDocuments } from './costly-documents.ts';
import { watchMemory } from './memory.ts';
import type { Run } from './run.ts';

export interface CostlyOptions {
  /** A record of the bench's; one of this many claims is made, unless there is a file. */
  readonly claims: number;
  readonly file?: string | undefined;
  readonly tell: (progress: string) => void;
}

interface CostlyFigures {
  /** By what is asked: how long others waited at most, while five asked for it. */
  readonly waits: Readonly<Record<string, Waits>>;
  readonly grownMb: number;
}

interface Waits {
  readonly healthzMs: number;
  readonly feedMs: number;
  /** How long those who asked waited, at most. */
  readonly answerMs: number;
  readonly answered: number;
  readonly unavailable: number;
}

const atOnce = 5;
const most = { healthzMs: 100, feedMs: 250 };

/** Five ask for the same at once, of each thing that costs most: how long others wait for `/healthz`, and for an event. */
export async function costlyQueries({
  claims,
  file,
  tell,
}: CostlyOptions): Promise<Run<CostlyFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  const path = join(folder, 'record.db');
  try {
    await copyFile(file ?? (await recordFile(claims)), path);
    // As if everyone asked for something else: an answer that is kept costs little.
    await using server = await startServer({ DATABASE_URL: `file:${path}`, KEPT_ANSWERS: '0' });
    const record = createClient({ url: server.url, token: server.token, timeoutMs: 120_000 });
    const memory = await watchMemory(server.pid());
    await using others = await watchOthers(server.url, record);
    const waits: Record<string, Waits> = {};
    for (const [name, query] of Object.entries(costlyDocuments)) {
      tell(name);
      // Once by itself, so that its document is known.
      await ask(server.url, query);
      others.begin();
      const since = performance.now();
      const codes = await Promise.all(Array.from({ length: atOnce }, () => ask(server.url, query)));
      const answerMs = performance.now() - since;
      waits[name] = {
        ...(await others.end()),
        answerMs: Math.round(answerMs),
        answered: codes.filter((code) => code === null).length,
        unavailable: codes.filter((code) => code === 'UNAVAILABLE').length,
      };
    }
    await memory.end();
    return { figures: { waits, grownMb: memory.grownMb() }, faults: faultsIn(waits) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function faultsIn(waits: Readonly<Record<string, Waits>>): string[] {
  return Object.entries(waits).flatMap(([name, { healthzMs, feedMs, answered, unavailable }]) => [
    ...(healthzMs > most.healthzMs ? [`${name}: /healthz waited ${healthzMs} ms.`] : []),
    ...(feedMs > most.feedMs ? [`${name}: an event waited ${feedMs} ms.`] : []),
    ...(answered + unavailable < atOnce ? [`${name}: not all were answered.`] : []),
  ]);
}

/** The code of the error; null without one. */
async function ask(url: string, query: string): Promise<string | null> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { errors = [] } = await response.json();
  return errors[0]?.extensions.code ?? null;
}

/** Others who ask whether the server lives, and follow what somebody writes. */
async function watchOthers(url: string, record: Client) {
  const leaving = new AbortController();
  const { signal } = leaving;
  let isWatching = false;
  let healthzMs = 0;
  let feedMs = 0;

  const askForHealth = async (): Promise<void> => {
    while (!signal.aborted) {
      const since = performance.now();
      await (await fetch(url.replace('/graphql', '/healthz'))).text();
      if (isWatching) healthzMs = Math.max(healthzMs, performance.now() - since);
      await pause(5);
    }
  };
  const follow = async (after: string): Promise<void> => {
    for await (const { at } of record.recordEvents({ after, signal })) {
      const waited = Date.now() - Date.parse(at ?? '');
      if (isWatching) feedMs = Math.max(feedMs, waited);
    }
  };
  const write = async (): Promise<void> => {
    for (let number = 0; !signal.aborted; number += 1) {
      const name = `Somebody ${number}`;
      await record.recordActor({ slug: `soak-${number}`, name, kind: 'PERSON' });
      await pause(20);
    }
  };

  const { feedCursor } = await record.summary();
  const running = Promise.allSettled([askForHealth(), follow(feedCursor), write()]);
  return {
    begin(): void {
      [isWatching, healthzMs, feedMs] = [true, 0, 0];
    },
    async end(): Promise<Pick<Waits, 'healthzMs' | 'feedMs'>> {
      isWatching = false;
      return { healthzMs: Math.round(healthzMs), feedMs: Math.round(feedMs) };
    },
    async [Symbol.asyncDispose](): Promise<void> {
      leaving.abort();
      await running;
    },
  };
}
