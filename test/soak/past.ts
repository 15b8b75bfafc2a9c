import { pastAtRandom } from '../integration/history/past-at-random.ts';
import type { Run } from './run.ts';

export interface PastsOptions {
  /** How many changes of random histories are looked back at. */
  readonly moments: number;
  readonly tell: (progress: string) => void;
}

const changesOfHistory = 20;

/** Random histories are asked everything after each change and, in the end, as of each of them. */
export async function pasts({ moments, tell }: PastsOptions): Promise<Run<object>> {
  const figures = { moments: 0, questions: 0, answers: 0, searches: 0, finds: 0 };
  const faults: string[] = [];
  for (let seed = 1; figures.moments < moments; seed += 1) {
    const found = await pastAtRandom({ seed, changes: changesOfHistory });
    figures.moments += found.counts.moments;
    figures.questions += found.counts.questions * found.counts.moments;
    figures.answers += found.counts.answers;
    figures.searches += found.counts.searches * found.counts.moments;
    figures.finds += found.counts.finds;
    faults.push(...found.faults.map((fault) => `The history of seed ${seed}: ${fault}`));
    tell(`${figures.moments} of ${moments} moments`);
  }
  return { figures, faults };
}
