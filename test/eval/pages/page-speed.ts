import type { GoldPage } from './gold-page.ts';
import type { PageReader } from './score-page.ts';

/** Articles a second of one core: the best of the rounds, and the one in their middle. */
export interface PageSpeed {
  readonly best: number;
  readonly median: number;
}

const rounds = 9;

/** All are timed in turn, by processor time: a machine that is slow for a while is slow for all. */
export function pageSpeeds(
  readers: readonly PageReader[],
  pages: readonly GoldPage[],
): PageSpeed[] {
  const times = readers.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, reader] of readers.entries()) {
      const from = process.cpuUsage();
      for (const { html } of pages) reader(html);
      const { user, system } = process.cpuUsage(from);
      times[index]?.push((user + system) / 1e6);
    }
  }
  return times.map((each) => {
    const sorted = each.toSorted((one, other) => one - other);
    const rate = (seconds = Infinity) => pages.length / seconds;
    return { best: rate(sorted[0]), median: rate(sorted[Math.floor(rounds / 2)]) };
  });
}
