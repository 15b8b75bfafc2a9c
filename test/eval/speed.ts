import { passageOf } from '../../extract/passage.ts';
import type { Reader } from '../../extract/read-drafts.ts';
import { segment } from '../../extract/segment.ts';

/** How much reading takes, as a multiple of cutting the same texts into sentences. */
export function speedReport(
  name: string,
  texts: readonly string[],
  { annotate, attributions }: Reader,
): string {
  const splitting = fastest(() => {
    for (const text of texts) segment(text);
  });
  const reading = fastest(() => {
    for (const text of texts) attributions(passageOf(text, segment(text), annotate));
  });
  const each = (ms: number) => (ms / texts.length).toFixed(2);
  return `\nspeed of ${name}: ${each(reading)} ms an article, ${(reading / splitting).toFixed(1)} x sentence splitting (${each(splitting)} ms)`;
}

const rounds = 3;

/** Milliseconds of processor time: others may be using the machine. */
function fastest(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const from = process.cpuUsage();
    work();
    return process.cpuUsage(from).user / 1000;
  });
  return Math.min(...times);
}
