import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hotSpots } from '../profile.ts';
import { seatAudience } from './audience.ts';
import type { FeedCase } from './cases.ts';
import { measureIdle } from './idle.ts';
import type { FeedOptions } from './options.ts';
import { type CaseReport, caseReport, type FeedReport } from './report.ts';
import { playRound, type Round } from './round.ts';
import { openStage, type Stage, type StageOptions } from './stage.ts';

type Measured = Pick<FeedOptions, 'subscribers' | 'claims' | 'rounds' | 'idle' | 'cases'> &
  Pick<StageOptions, 'build'>;

const warmUps = 1;

/** Measures memory, then each case, all with the same processes. */
export async function measureFeed(
  { build, cases, idle, ...options }: Measured,
  tell: (progress: string) => void,
): Promise<FeedReport> {
  const reports: CaseReport[] = [];
  await using stage = await openStage({ build, nodeFlags: ['--expose-gc'] });
  if (idle > 0) tell(`${idle} subscribers to whom nothing happens`);
  const idleReport = idle > 0 ? await measureIdle(stage, idle) : null;
  for (const feedCase of cases) {
    tell(feedCase.shows);
    reports.push(caseReport(feedCase, await playRounds(stage, feedCase, options)));
  }
  return { cases: reports, idle: idleReport };
}

/** Plays the cases to one server alone, and reads its profile once it has ended. */
export async function profileFeed(options: Measured): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-profile-'));
  const nodeFlags = ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=200'];
  await using stage = await openStage({ build: options.build, nodeFlags });
  for (const feedCase of options.cases) await playRounds(stage, feedCase, options);
  await stage.followed.process.stop();
  return `${hotSpots(folder)}\n\nThe whole profile: ${folder}`;
}

async function playRounds(
  stage: Stage,
  feedCase: FeedCase,
  { subscribers, claims, rounds }: Pick<FeedOptions, 'subscribers' | 'claims' | 'rounds'>,
): Promise<readonly Round[]> {
  const audience = await seatAudience(stage, feedCase, subscribers);
  const played: Round[] = [];
  for (let round = -warmUps; round < rounds; round += 1) {
    const result = await playRound(stage, { feedCase, audience }, claims);
    if (round >= 0) played.push(result);
  }
  await audience.leave();
  return played;
}
