import { mergeAtRandom } from '../integration/identity/random-merging.ts';
import type { Run } from './run.ts';

export interface MergesOptions {
  /** How many merges, SAME_AS and undos in all. */
  readonly merges: number;
  readonly tell: (progress: string) => void;
}

interface MergesFigures {
  readonly records: number;
  readonly merged: number;
  readonly linked: number;
  readonly undone: number;
  readonly refused: number;
}

const stepsOfARecord = 100;

/** Actors and claims of random records are judged one, and taken apart again, at random. */
export async function merges({ merges: steps, tell }: MergesOptions): Promise<Run<MergesFigures>> {
  const figures = { records: 0, merged: 0, linked: 0, undone: 0, refused: 0 };
  const faults: string[] = [];
  for (let left = steps; left > 0; left -= stepsOfARecord) {
    figures.records += 1;
    const seed = figures.records;
    const found = await mergeAtRandom({
      seed,
      steps: Math.min(left, stepsOfARecord),
      every: 5,
      tell: (progress) => tell(`record ${seed}: ${progress}`),
    });
    for (const [name, count] of Object.entries(found.counts)) {
      if (name in figures) figures[name as keyof typeof figures] += count;
    }
    faults.push(...found.faults.map((fault) => `The record of seed ${seed}: ${fault}`));
  }
  return { figures, faults };
}
