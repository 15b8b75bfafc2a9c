import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, createClient } from '../../sdk/src/index.ts';
import { startServer } from '../e2e/components/server.ts';
import { claimsInLog, lookAt } from './record-file.ts';
import type { Run } from './run.ts';
import { untilCount } from './stall.ts';
import { recordMayor, startWriters } from './writer.ts';

export interface KillsOptions {
  /** How often the server is killed. */
  readonly rounds: number;
  readonly writers: number;
  /** How many claims are acknowledged at most before the next kill, and one; half as many on average. */
  readonly mostClaims: number;
  readonly tell: (progress: string) => void;
}

interface KillsFigures {
  readonly kills: number;
  readonly acknowledged: number;
  /** Claims that were found on record after a kill before anybody was told so. */
  readonly unacknowledged: number;
  /** How often a claim was sent again. */
  readonly sentAgain: number;
  readonly heard: number;
  readonly ms: number;
}

const longestMs = 50;

/**
 * Kills a server over a file at random moments of its writing, and looks each time whether the file is sound and holds
 * what was acknowledged, once; in the end also whether a subscriber who resumed all along has heard it all, in order.
 */
export async function surviveKills(options: KillsOptions): Promise<Run<KillsFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  try {
    return await killAndLook(join(folder, 'record.db'), options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function killAndLook(
  file: string,
  { mostClaims, rounds, writers, tell }: KillsOptions,
): Promise<Run<KillsFigures>> {
  const since = performance.now();
  await using server = await startServer({ DATABASE_URL: `file:${file}` });
  const record = createClient({ url: server.url, token: server.token });
  await recordMayor(record);
  await using subscriber = subscribe(record, (await record.summary()).feedCursor);
  await using writing = startWriters(record, writers);
  const { written } = writing;
  const faults: string[] = [];
  let unacknowledged = 0;

  for (let kill = 1; kill <= rounds; kill += 1) {
    const known = written.acknowledged.length;
    await untilCount(() => written.acknowledged.length, known + 1 + Math.random() * mostClaims);
    await pause(Math.random() * longestMs);
    await server.stop('SIGKILL');
    const acknowledged = [...written.acknowledged];
    const found = await lookAt(file, acknowledged);
    unacknowledged += found.claims - acknowledged.length;
    faults.push(...found.faults.map((fault) => `After kill ${kill}: ${fault}`));
    await server.start();
    tell(`${kill} of ${rounds} kills, ${acknowledged.length} claims acknowledged`);
  }
  await writing.finish();
  await untilCount(() => subscriber.heard.length, written.acknowledged.length);
  await server.stop('SIGTERM');

  const found = await lookAt(file, written.acknowledged);
  faults.push(...found.faults);
  if (found.claims > written.acknowledged.length)
    faults.push('There are claims that nobody wrote.');
  if (subscriber.heard.join() !== claimsInLog(file).join())
    faults.push('The subscriber has not heard what is in the log, in its order.');
  const figures = {
    kills: rounds,
    acknowledged: written.acknowledged.length,
    unacknowledged,
    sentAgain: written.failures,
    heard: subscriber.heard.length,
    ms: performance.now() - since,
  };
  return { figures, faults };
}

/** A loop over new claims, as a user writes it: it knows nothing of kills. */
function subscribe(
  record: Client,
  after: string,
): { readonly heard: readonly string[] } & AsyncDisposable {
  const heard: string[] = [];
  const leaving = new AbortController();
  const listen = async (): Promise<void> => {
    for await (const { claim } of record.claimAdded({ after, signal: leaving.signal }))
      heard.push(claim?.text ?? 'a claim that is not there');
  };
  const ended = listen().catch((error: unknown) => heard.push(`The loop failed: ${error}`));
  return {
    heard,
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await ended;
    },
  };
}
