import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../../../db/client.ts';
import { now } from '../clock.ts';
import { startListening } from '../contenders/server.ts';
import { runCommand } from './command.ts';

/** What comes before the first answer. */
export interface StartRound {
  /** Of a server over a record with nothing in it, and over the record, each closed as it is at a stop. */
  readonly empty: FirstAnswer;
  readonly record: FirstAnswer;
  /** Of `onrecord --help`. */
  readonly helpMs: number;
  readonly helpMicros: number;
}

interface FirstAnswer {
  readonly tookMs: number;
  /** CPU of the server's process until then. */
  readonly cpuMicros: number;
}

export interface StartMeasured {
  readonly build: string;
  readonly record: string;
  readonly rounds: number;
}

export async function measureStart({
  build,
  record,
  rounds,
}: StartMeasured): Promise<readonly StartRound[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-start-'));
  const [empty, full] = [join(folder, 'empty.db'), join(folder, 'record.db')];
  const firstAnswer = (path: string) => startAndAsk({ build, folder, path });
  try {
    const made = await openDatabase({ url: `file:${empty}` });
    await made.close();
    copyFileSync(record, full);
    // A start that does not count: afterwards each file has been closed by a server.
    for (const path of [empty, full]) await firstAnswer(path);
    const played: StartRound[] = [];
    while (played.length < rounds) {
      const help = await runCommand({ build, folder, args: ['--help'] });
      played.push({
        empty: await firstAnswer(empty),
        record: await firstAnswer(full),
        helpMs: help.tookMs,
        helpMicros: help.cpuMicros,
      });
    }
    return played;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const everyMs = 5;

/** Starts a server, asks until it answers, and stops it. */
async function startAndAsk(how: {
  readonly build: string;
  readonly folder: string;
  readonly path: string;
}): Promise<FirstAnswer> {
  const { build, folder, path } = how;
  const since = now();
  const logFile = join(folder, 'server.log');
  const { process, port } = await startListening({ build, record: path, logFile, nodeFlags: [] });
  while (!(await isAnswered(port))) {
    process.assertRuns();
    await pause(everyMs);
  }
  const tookMs = now() - since;
  const cpuMicros = await process.cpuTime();
  await process.stop();
  return { tookMs, cpuMicros };
}

async function isAnswered(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ claims(first: 1) { nodes { id } } }"}',
    });
    const told = await answer.json();
    return Object(told).data?.claims !== undefined;
  } catch {
    return false;
  }
}
