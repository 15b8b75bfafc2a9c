import { groupAtRandom } from '../integration/groups/random-groups.ts';
import type { Run } from './run.ts';

export interface GroupsSoakOptions {
  /** How many times changes are asked for at once. */
  readonly groups: number;
  readonly tell: (progress: string) => void;
}

interface GroupsFigures {
  readonly records: number;
  readonly changes: number;
  readonly commits: number;
  readonly recorded: number;
  readonly refused: number;
  readonly failed: number;
}

const groupsOfARecord = 250;

/** Random changes at once, beside the same changes one by one: see groupAtRandom. */
export async function groups({ groups, tell }: GroupsSoakOptions): Promise<Run<GroupsFigures>> {
  const figures = { records: 0, changes: 0, commits: 0, recorded: 0, refused: 0, failed: 0 };
  const faults: string[] = [];
  for (let left = groups; left > 0; left -= groupsOfARecord) {
    figures.records += 1;
    const seed = figures.records;
    const found = await groupAtRandom({
      seed,
      groups: Math.min(left, groupsOfARecord),
      tell: (progress) => tell(`record ${seed}: ${progress}`),
    });
    for (const [name, count] of Object.entries(found.counts))
      figures[name as keyof typeof found.counts] += count;
    faults.push(...found.faults.map((fault) => `The record of seed ${seed}: ${fault}`));
  }
  return { figures, faults };
}
