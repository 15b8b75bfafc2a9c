import { historyAtRandom } from '../integration/history/history-at-random.ts';
import type { Run } from './run.ts';

export interface HistoriesOptions {
  /** How many random histories. */
  readonly records: number;
  readonly tell: (progress: string) => void;
}

/** Timelines, turns, splits, replies, filters, orders and facets of random histories are worked out plainly, too. */
export async function history({ records, tell }: HistoriesOptions): Promise<Run<object>> {
  const figures: Record<string, number> = { records };
  const faults: string[] = [];
  for (let seed = 1; seed <= records; seed += 1) {
    const found = await historyAtRandom({ seed, steps: 24 });
    for (const [what, count] of Object.entries(found.counts)) {
      figures[what] = (figures[what] ?? 0) + count;
    }
    faults.push(...found.faults.map((fault) => `The history of seed ${seed}: ${fault}`));
    tell(`${seed} of ${records} histories`);
  }
  return { figures, faults };
}
