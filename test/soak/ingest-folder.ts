import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { onrecord } from '../kit/onrecord.ts';
import { runProgram, startChild } from '../kit/program.ts';
import { rawRows } from '../kit/raw-rows.ts';
import { fillFolder } from './broken-folder.ts';
import { faultsVerified } from './record-file.ts';
import type { Run } from './run.ts';

export interface FolderOptions {
  /** Files that are articles. */
  readonly articles: number;
  /** Files that are none, in ten ways. */
  readonly broken: number;
  readonly tell: (progress: string) => void;
}

interface FolderFigures {
  /** On record when it was killed. */
  readonly before: number;
  readonly articles: number;
  readonly told: number;
  readonly seconds: number;
  /** What it takes to find that all of it was read before. */
  readonly secondsAgain: number;
}

const reported = z.object({
  articles: z.number(),
  created: z.number(),
  faults: z.array(z.object({ file: z.string(), message: z.string() })),
  files: z.array(z.object({ file: z.string(), outcome: z.string() })),
});

/** A folder of articles with broken files among them is ingested; it is killed in the middle, and started again. */
export async function ingestFolder({
  articles,
  broken,
  tell,
}: FolderOptions): Promise<Run<FolderFigures>> {
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-soak-'));
  const [texts, file] = [join(folder, 'articles'), join(folder, 'record.db')];
  const command = onrecord('ingest', '--json', '--database-url', `file:${file}`, texts);
  try {
    fillFolder(texts, { articles, broken });
    tell('killed in the middle');
    const before = await killedInTheMiddle(command, file, articles / 3);
    tell(`again, after ${before} articles`);
    const again = await timed(command);
    const last = await timed(command);
    return {
      figures: {
        before,
        articles: again.report.articles,
        told: again.report.faults.length,
        seconds: again.seconds,
        secondsAgain: last.seconds,
      },
      faults: [
        ...faultsOf(again, { articles, broken, created: articles - before }),
        ...faultsOf(last, { articles, broken, created: 0 }),
        ...(await faultsVerified(file)),
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Command = ReturnType<typeof onrecord>;

/** How many articles were on record then. */
async function killedInTheMiddle(command: Command, file: string, middle: number): Promise<number> {
  const child = startChild(command);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  while (child.exitCode === null && onRecordIn(file) < middle) await pause(20);
  child.kill('SIGKILL');
  await ended;
  return onRecordIn(file);
}

function onRecordIn(file: string): number {
  // To look at a file that is not there would make it.
  if (!existsSync(file)) return 0;
  try {
    return rawRows<{ n: number }>(file, 'select count(*) as n from articles')[0]?.n ?? 0;
  } catch {
    // There is no such table yet.
    return 0;
  }
}

async function timed(command: Command) {
  const since = performance.now();
  const { code, out, err } = await runProgram(command);
  const report = reported.parse(JSON.parse(out));
  return { code, err, report, seconds: (performance.now() - since) / 1_000 };
}

function faultsOf(
  { code, err, report }: Awaited<ReturnType<typeof timed>>,
  wanted: { readonly articles: number; readonly broken: number; readonly created: number },
): string[] {
  const { articles, created, faults, files } = report;
  const untold = faults.filter(({ file }) => !err.includes(file));
  return [
    ...(code === 1 ? [] : [`It ended with ${code}.`]),
    ...(articles === wanted.articles ? [] : [`${articles} articles were read.`]),
    ...(created === wanted.created ? [] : [`${created} were new, and not ${wanted.created}.`]),
    ...(faults.length === wanted.broken ? [] : [`${faults.length} files were told.`]),
    ...(files.length === wanted.articles + wanted.broken ? [] : ['Not every file was told.']),
    ...(/^\s+at /m.test(err) ? [`It printed a stack trace: ${err.slice(0, 2_000)}`] : []),
    ...untold.map(({ file }) => `Nobody was told of ${file}.`),
  ];
}
