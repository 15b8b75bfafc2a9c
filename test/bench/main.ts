import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContenderName } from './contenders/contender.ts';
import { measureFeed, profileFeed } from './feed/feed.ts';
import { feedUsage, readFeedOptions } from './feed/options.ts';
import { feedTable } from './feed/report.ts';
import { createLoad } from './load.ts';
import { measure } from './measure.ts';
import { type BenchOptions, readOptions, usage } from './options.ts';
import { pointsUsage, readPointsOptions } from './points/options.ts';
import { measurePoints } from './points/points.ts';
import { pointsJson, pointsTable } from './points/report.ts';
import { hotSpots } from './profile.ts';
import { recordFile } from './record/file.ts';
import { json, type OperationReport, table } from './report.ts';
import { openSession } from './session.ts';

const warmUps = 3;

const [subject, ...rest] = process.argv.slice(2);
console.log(await benchSubject());

function benchSubject(): Promise<string> {
  if (subject === 'feed') return benchFeed(rest);
  return subject === 'points' ? benchPoints(rest) : benchOperations();
}

async function benchFeed(args: readonly string[]): Promise<string> {
  const options = readFeedOptions(args);
  if (options.help) return feedUsage;
  if (options.profiled) return profileFeed(options);
  const { subscribers, claims, rounds } = options;
  const report = await measureFeed(options, tell);
  return options.json
    ? JSON.stringify({ subscribers, claims, rounds, ...report }, null, 2)
    : feedTable(report);
}

async function benchPoints(args: readonly string[]): Promise<string> {
  const options = readPointsOptions(args);
  if (options.help) return pointsUsage;
  const { claims, json: isJson, record, ...how } = options;
  const report = await measurePoints(record ?? (await recordOf(claims)), how, tell);
  return isJson ? pointsJson(report, { record: record ?? claims }) : pointsTable(report);
}

async function benchOperations(): Promise<string> {
  const options = readOptions(process.argv.slice(2));
  return options.help ? usage : bench(options);
}

function bench(options: BenchOptions): Promise<string> {
  const { profiled } = options;
  return profiled === null ? compare(options) : profile(options, profiled);
}

async function compare({ claims, rounds, concurrency, ...options }: BenchOptions): Promise<string> {
  const session = await openSession({ record: await recordOf(claims) });
  const load = createLoad(concurrency);
  const contenders = [...session.contenders.values()];
  const reports: OperationReport[] = [];
  try {
    for (const operation of options.operations) {
      tell(`asking: ${operation.name}`);
      const values = session.values(operation);
      const costs = await measure(operation, values, { load, contenders, rounds, warmUps });
      reports.push({ operation: operation.name, values: values.length, costs });
    }
  } finally {
    load.close();
    await session.close();
  }
  return options.json ? json(reports, { claims, rounds, concurrency }) : table(reports);
}

/** Asks one contender alone, and reads its profile once it has ended. */
async function profile(options: BenchOptions, profiled: ContenderName): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-profile-'));
  const flags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=200'];
  const session = await openSession({
    record: await recordOf(options.claims),
    nodeFlags: (name) => (name === profiled ? flags : []),
  });
  const load = createLoad(options.concurrency);
  const contenders = [...session.contenders.values()].filter(({ name }) => name === profiled);
  try {
    for (const operation of options.operations) {
      await measure(operation, session.values(operation), {
        ...options,
        load,
        contenders,
        warmUps,
      });
    }
  } finally {
    load.close();
    await session.close();
  }
  return `${hotSpots(folder)}\n\nThe whole profile: ${folder}`;
}

function recordOf(claims: number): Promise<string> {
  tell(`a record of ${claims} claims`);
  return recordFile(claims);
}

function tell(progress: string): void {
  process.stderr.write(`${progress}\n`);
}
