import { mkdtempSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { writePage, writeWritingPage } from './bench-page.ts';
import { buildTree } from './build.ts';
import { compare } from './compare.ts';
import { type ContenderName, keepsAnswers } from './contenders/contender.ts';
import { takeCores } from './cores.ts';
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
import { questionsUsage, readQuestionsOptions } from './questions/options.ts';
import { measureQuestions } from './questions/questions.ts';
import { questionsTable } from './questions/report.ts';
import { recordFile } from './record/file.ts';
import { inColumns, json, type SizeReport, tableOf } from './report.ts';
import { readServerOptions, serverUsage } from './server/options.ts';
import { measureServer, serverTable } from './server/server.ts';
import { openSession } from './session.ts';
import { readWritingOptions, writingUsage } from './writing/options.ts';
import { fileTable, writingTable, writingText } from './writing/report.ts';
import { measureWriting, profileWriting } from './writing/writing.ts';

/** How often each value is asked for in a round. */
const passes = 4;
/** graphql-jit and V8 take thousands of requests until they are done. */
const warmUp = { least: 4_000, most: 8_000 };

const [subject, ...rest] = process.argv.slice(2);
console.log(await benchSubject());

function benchSubject(): Promise<string> {
  if (subject === 'feed') return benchFeed(rest);
  if (subject === 'server') return benchServer(rest);
  if (subject === 'writing') return benchWriting(rest);
  if (subject === 'questions') return benchQuestions(rest);
  return subject === 'points' ? benchPoints(rest) : benchReading();
}

async function benchFeed(args: readonly string[]): Promise<string> {
  const options = readFeedOptions(args);
  if (options.help) return feedUsage;
  const measured = { ...options, build: buildTree() };
  if (options.profiled) return profileFeed(measured);
  const { subscribers, claims, rounds } = options;
  const report = await measureFeed(measured, tell);
  return options.json
    ? JSON.stringify({ subscribers, claims, rounds, ...report }, null, 2)
    : feedTable(report);
}

async function benchServer(args: readonly string[]): Promise<string> {
  const options = readServerOptions(args);
  if (options.help) return serverUsage;
  const cases = await measureServer(options, tell);
  const { atOnce, claims, delayMs, json: isJson } = options;
  const how = [`${claims} of each`, `${delayMs} ms each way`];
  return isJson
    ? JSON.stringify({ atOnce, claims, delayMs, cases }, null, 2)
    : `${factsOf(how)}\n\n${serverTable(cases)}`;
}

async function benchPoints(args: readonly string[]): Promise<string> {
  const options = readPointsOptions(args);
  if (options.help) return pointsUsage;
  const { claims, json: isJson, record, ...how } = options;
  const build = buildTree();
  const report = await measurePoints(record ?? (await recordOf(claims)), { ...how, build }, tell);
  return isJson ? pointsJson(report, { record: record ?? claims }) : pointsTable(report);
}

async function benchQuestions(args: readonly string[]): Promise<string> {
  const { claims, help, record, rounds } = readQuestionsOptions(args);
  if (help) return questionsUsage;
  return questionsTable(await measureQuestions(record ?? (await recordOf(claims)), rounds, tell));
}

async function benchWriting(args: readonly string[]): Promise<string> {
  const options = readWritingOptions(args);
  if (options.help) return writingUsage;
  const { size, claims, rounds, changes, profiled, json: isJson } = options;
  const record = await recordOf(size);
  const imported = options.parts.includes('import') ? await recordOf(claims) : record;
  const build = buildTree();
  if (profiled) return profileWriting({ build, record, changes });
  const often = { subscribers: 200, followed: 100, warmUp: 2 * changes, traced: 160 };
  const measured = { ...options, ...often, build, record, imported, takeCores };
  const report = await measureWriting(measured, tell);
  const how = [`${rounds} rounds`, `a record of ${size} claims`, `${claims} imported`];
  if (options.isWritten) {
    const file = report.file === null ? [] : [fileTable(report.file)];
    writeWritingPage([writingTable(report), ...file], factsOf(how));
  }
  return isJson
    ? JSON.stringify({ size, claims, rounds, ...report }, null, 2)
    : `${factsOf(how)}\n\n${writingText(report)}`;
}

async function benchReading(): Promise<string> {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return usage;
  const { profiled } = options;
  return profiled === null ? compareAll(options) : profile(options, profiled);
}

async function compareAll({ sizes, ...options }: BenchOptions): Promise<string> {
  const records: string[] = [];
  for (const claims of sizes) records.push(await recordOf(claims));
  const build = buildTree();
  // From here on: what was made before may have used all cores.
  const launcher = takeCores();
  const reports: SizeReport[] = [];
  for (const [i, claims] of sizes.entries()) {
    tell(`${claims} claims`);
    const record = records[i] ?? '';
    const asked = { ...options, build, launcher, record, passes, warmUp };
    reports.push({ claims, operations: await compare(asked, tell) });
  }
  const { rounds, connections } = options;
  const pinned = launcher.length > 0;
  const facts = factsOf([
    `${rounds} rounds`,
    `${connections} connections`,
    pinned ? 'servers on one core, who asks on another' : 'no cores of their own: no `taskset`',
    ...(keepsAnswers ? [] : ['`kept` left out: this server keeps no answers']),
  ]);
  if (options.isWritten) writePage(reports, facts);
  if (options.json) return json(reports, { rounds, connections, pinned, keepsAnswers });
  const tables = reports.map(
    ({ claims, operations }) => `${claims} claims\n${inColumns(tableOf(operations), 2)}`,
  );
  return [facts, ...tables].join('\n\n');
}

/** When, where and how it was measured. */
function factsOf(how: readonly string[]): string {
  const [cpu] = cpus();
  const facts = [
    new Date().toISOString().slice(0, 10),
    `Node ${process.versions.node}`,
    `${cpus().length} x ${cpu?.model.trim()}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    ...how,
  ];
  return `${facts.join('; ')}.`;
}

/** Asks one contender alone, and reads its profile once it has ended. */
async function profile(options: BenchOptions, profiled: ContenderName): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-profile-'));
  const nodeFlags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=200'];
  const record = await recordOf(options.sizes[0] ?? 0);
  const load = createLoad(options.connections);
  {
    await using session = await openSession({
      build: buildTree(),
      record,
      names: [profiled],
      nodeFlags,
    });
    const { contenders } = session;
    const how = { ...options, load, contenders, passes, warmUp };
    for (const operation of options.operations) {
      await measure(operation, session.values(operation), how);
    }
    load.close();
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
