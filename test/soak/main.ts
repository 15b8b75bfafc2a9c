import { buildProgram } from '../kit/onrecord.ts';
import { costlyQueries } from './costly-queries.ts';
import { libsqlServer, processAndRedis } from './disturbance.ts';
import { exports } from './exports.ts';
import { ingest } from './ingest.ts';
import { surviveKills } from './kills.ts';
import { merges as mergesAtRandom } from './merges.ts';
import { readOptions, type Scenario, type SoakOptions, usage } from './options.ts';
import type { Run } from './run.ts';
import { severalProcesses } from './several-processes.ts';
import { unread } from './unread.ts';

const options = readOptions(process.argv.slice(2));
if (options.help) console.log(usage);
else await soak(options);

async function soak({ scenarios, ...sizes }: SoakOptions): Promise<void> {
  await buildProgram();
  for (const scenario of scenarios) {
    for (const [name, run] of runsOf(scenario, sizes)) {
      const { figures, faults } = await run();
      tell('');
      console.log(`${name}: ${JSON.stringify(rounded(figures))}`);
      for (const fault of faults) console.log(`  FAULT ${fault}`);
      if (faults.length > 0) process.exitCode = 1;
    }
  }
}

function runsOf(
  scenario: Scenario,
  {
    rounds,
    claims,
    events,
    articles,
    records,
    merges,
    size,
    record,
  }: Omit<SoakOptions, 'scenarios'>,
): readonly (readonly [name: string, run: () => Promise<Run>])[] {
  switch (scenario) {
    case 'kills':
      return [['kills', () => surviveKills({ rounds, writers: 6, tell })]];
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
    case 'ingest':
      return [['ingest', () => ingest({ articles, tell })]];
    case 'exports':
      return [['exports', () => exports({ records, tell })]];
    case 'merges':
      return [['merges', () => mergesAtRandom({ merges, tell })]];
    case 'costly':
      return [['costly', () => costlyQueries({ claims: size, file: record, tell })]];
  }
}

function rounded(figures: object): object {
  const entries = Object.entries(figures).map(([name, figure]) => [
    name,
    typeof figure === 'number' ? Math.round(figure) : figure,
  ]);
  return Object.fromEntries(entries);
}

/** Shows progress where somebody watches: each on the line of the one before. */
function tell(progress: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${progress}`);
}
