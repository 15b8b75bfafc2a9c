import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeCores } from '../cores.ts';
import { feedCases } from '../feed/cases.ts';
import { measureFeed } from '../feed/feed.ts';
import type { CaseReport } from '../feed/report.ts';
import { busyParts, hotSpots } from '../profile.ts';
import { otherChanges, recordClaim } from './changes.ts';
import { type FileReport, measureFile } from './file-size.ts';
import { type ImportRound, measureImport } from './import.ts';
import { type IngestRound, measureIngest } from './ingest.ts';
import type { WritingOptions, WritingPart } from './options.ts';
import { playRound, type Round } from './round.ts';
import { openStage } from './stage.ts';
import { measureStart, type StartRound } from './start.ts';
import { canTrace, measureSyncs, type SyncReport } from './syncs.ts';

/** What each kind of change cost in each round. */
export interface ChangeReport {
  readonly name: string;
  readonly shows: string;
  readonly rounds: readonly Round[];
}

/** What was measured of writing; null is what was left out. */
export interface WritingReport {
  readonly changes: readonly ChangeReport[];
  readonly import: readonly ImportRound[] | null;
  readonly ingest: readonly IngestRound[] | null;
  readonly feed: CaseReport | null;
  readonly file: FileReport | null;
  readonly start: readonly StartRound[] | null;
  /** Null as well where there is no strace that may watch. */
  readonly syncs: SyncReport | null;
}

export interface WritingMeasured
  extends Pick<WritingOptions, 'rounds' | 'changes' | 'articles' | 'parts'> {
  readonly build: string;
  /** The record that is written to, opened and measured. */
  readonly record: string;
  /** The one whose export is imported. */
  readonly imported: string;
  /** How many follow the feed, and how many claims they are told of in a round. */
  readonly subscribers: number;
  readonly followed: number;
  /** Changes of each kind that do not count: until what is asked is compiled, and what is compiled is optimised. */
  readonly warmUp: number;
  /** Changes while the system's calls are watched. */
  readonly traced: number;
  /** Leaves our servers a core of their own, and answers what starts them there. */
  readonly takeCores: () => readonly string[];
}

/** Of the changes of a round, one in so many is made again with nothing else under way. */
const manyForOneAlone = 8;

/** Measures one part after the other; what runs alone takes whatever the machine gives, servers have a core of their own. */
export async function measureWriting(
  options: WritingMeasured,
  tell: (progress: string) => void,
): Promise<WritingReport> {
  const { build, record, imported, rounds, articles, subscribers, parts, traced } = options;
  const part = async <T>(name: WritingPart, measure: () => Promise<T>): Promise<T | null> => {
    if (!parts.includes(name)) return null;
    tell(`measuring: ${name}`);
    return await measure();
  };
  const file = await part('file', async () => measureFile(record));
  const start = await part('start', () => measureStart({ build, record, rounds }));
  const syncs = await part('syncs', async () =>
    canTrace() ? measureSyncs({ build, record, changes: traced }) : null,
  );
  const imports = await part('import', () => measureImport({ build, record: imported, rounds }));
  const ingest = await part('ingest', () => measureIngest({ build, articles, rounds }));
  const feed = await part('feed', async () => {
    const cases = feedCases.filter(({ name }) => name === 'same');
    const asked = { build, subscribers, claims: options.followed, rounds, idle: 0, cases };
    return (await measureFeed(asked, () => undefined)).cases[0] ?? null;
  });
  const changes = await part('changes', () => measureChanges(options, tell));
  return { file, start, syncs, import: imports, ingest, feed, changes: changes ?? [] };
}

/** Has every kind of change made by our server and by those that it is compared with. */
async function measureChanges(
  { build, record, rounds, changes, warmUp, takeCores }: WritingMeasured,
  tell: (progress: string) => void,
): Promise<readonly ChangeReport[]> {
  await using stage = await openStage({ build, record, launcher: takeCores() });
  const reports: ChangeReport[] = [];
  const how = { changes, alone: Math.ceil(changes / manyForOneAlone) };
  for (const change of [recordClaim, ...otherChanges]) {
    tell(change.shows);
    const { name, shows } = change;
    await playRound(stage, change, { changes: warmUp, alone: 1 });
    const played: Round[] = [];
    while (played.length < rounds) played.push(await playRound(stage, change, how));
    reports.push({ name, shows, rounds: played });
  }
  return reports;
}

/** Has claims recorded by our server, and reads its profile once it has ended. */
export async function profileWriting(options: {
  readonly build: string;
  readonly record: string;
  readonly changes: number;
}): Promise<string> {
  const { build, record, changes } = options;
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-profile-'));
  const nodeFlags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=200'];
  {
    await using stage = await openStage({ build, record, nodeFlags, launcher: takeCores() });
    await playRound(stage, recordClaim, { changes, alone: 1 });
  }
  return `${busyParts(folder)}\n\n${hotSpots(folder)}\n\nThe whole profile: ${folder}`;
}
