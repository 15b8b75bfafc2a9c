import { buildProgram } from '../kit/onrecord.ts';
import { costlyQueries } from './costly-queries.ts';
import { crowd } from './crowd.ts';
import { damage } from './damage.ts';
import { libsqlServer, processAndRedis } from './disturbance.ts';
import { documents as documentsAtRandom } from './documents.ts';
import { exports } from './exports.ts';
import { greatMerge } from './great-merge.ts';
import { groups as groupsAtRandom } from './groups.ts';
import { history } from './history.ts';
import { ingest } from './ingest.ts';
import { type FolderOptions, ingestFolder } from './ingest-folder.ts';
import { kept } from './kept.ts';
import { surviveKills } from './kills.ts';
import { sameByLane } from './lane/lane.ts';
import { life } from './life/life.ts';
import { liveLists } from './live.ts';
import { merges as mergesAtRandom } from './merges.ts';
import { readOptions, type Scenario, type SoakOptions, usage } from './options.ts';
import { pasts } from './past.ts';
import { resume, ways } from './resume.ts';
import type { Run } from './run.ts';
import { severalProcesses } from './several-processes.ts';
import { unread } from './unread.ts';
import { surviveUpgrades } from './upgrade.ts';

const options = readOptions(process.argv.slice(2));
if (options.help) console.log(usage);
else await soak(options);

async function soak({ scenarios, ...sizes }: SoakOptions): Promise<void> {
  await buildProgram();
  for (const scenario of scenarios) {
    for (const [name, run] of runsOf(scenario, sizes)) {
      try {
        report(name, await run());
      } catch (error) {
        if (error instanceof Error && error.name === 'AbortError') {
          say('Interrupted.');
          process.exitCode = 130;
          return;
        }
        // One that fails is told, and keeps none of the others from running.
        say(`${name}: FAULT ${error instanceof Error ? error.stack : error}`);
        process.exitCode = 1;
      }
    }
  }
}

function report(name: string, { figures, faults }: Run): void {
  say(`${name}: ${JSON.stringify(rounded(figures))}`);
  for (const fault of faults) say(`  FAULT ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
}

function runsOf(
  scenario: Scenario,
  sizes: Omit<SoakOptions, 'scenarios'>,
): readonly (readonly [name: string, run: () => Promise<Run>])[] {
  const { rounds, claims, events, resumptions, articles, records, merges, size, record } = sizes;
  switch (scenario) {
    case 'migration':
      return [['migration', () => surviveUpgrades({ kills: rounds, claims: size, tell })]];
    case 'kills':
      return [['kills', () => surviveKills({ rounds, writers: 16, mostClaims: 240, tell })]];
    case 'processes':
      return [
        ['processes', () => severalProcesses({ claims, tell })],
        ...[processAndRedis, libsqlServer].map(
          (disturbance) =>
            [
              `processes, disturbed: ${disturbance.name}`,
              () => severalProcesses({ claims, disturbance, tell }),
            ] as const,
        ),
      ];
    case 'unread':
      return [['unread', () => unread({ events, tell })]];
    case 'resume':
      return ways.map((way) => [
        `resume, ${way}`,
        () => resume({ way, events: resumptions, tell }),
      ]);
    case 'ingest':
      return [
        ['ingest', () => ingest({ articles, tell })],
        ['ingest, a folder', () => ingestFolder(folderOf(articles, tell))],
      ];
    case 'exports':
      return [['exports', () => exports({ records, tell })]];
    case 'history':
      return [
        ['history', () => history({ records, tell })],
        ['history, as of', () => pasts({ moments: sizes.moments, tell })],
      ];
    case 'merges':
      return [['merges', () => mergesAtRandom({ merges, tell })]];
    case 'merge':
      return [['merge', () => greatMerge({ claims: size, tell })]];
    case 'life': {
      const { requests, subscribers } = sizes;
      return [['life', () => life({ requests, subscribers, signal: interrupted(), tell, say })]];
    }
    case 'costly':
      return [['costly', () => costlyQueries({ claims: size, file: record, tell })]];
    case 'damage':
      return [['damage', () => damage({ files: sizes.files, tell })]];
    case 'documents': {
      const { documents, from } = sizes;
      return [['documents', () => documentsAtRandom({ documents, from, tell })]];
    }
    case 'kept':
      return [['kept', () => kept({ answers: sizes.answers, claims: size, file: record, tell })]];
    case 'crowd':
      return [['crowd', () => crowd({ seconds: sizes.seconds, tell })]];
    case 'live': {
      const { lists, seconds } = sizes;
      return [1, 20].map(
        (clients) =>
          [`live, ${clients} clients`, () => liveLists({ lists, clients, seconds, tell })] as const,
      );
    }
    case 'groups':
      return [['groups', () => groupsAtRandom({ groups: sizes.groups, tell })]];
    case 'lane': {
      const { exchanges, seed } = sizes;
      return [['lane', () => sameByLane({ exchanges, seed, tell })]];
    }
  }
}

function rounded(figures: object): object {
  const entries = Object.entries(figures).map(([name, figure]) => [
    name,
    typeof figure === 'number' ? Math.round(figure) : figure,
  ]);
  return Object.fromEntries(entries);
}

/** Aborts at the first Ctrl-C, in place of ending the process; the second ends it. */
function interrupted(): AbortSignal {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  return interrupt.signal;
}

function say(line: string): void {
  tell('');
  console.log(line);
}

/** Shows progress where somebody watches: each on the line of the one before. */
function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${progress}`);
}

/** One file in twenty is none. */
function folderOf(files: number, tell: FolderOptions['tell']): FolderOptions {
  const broken = Math.floor(files / 20);
  return { articles: files - broken, broken, tell };
}
