import { passageOf } from '../../extract/passage.ts';
import type { Reader } from '../../extract/read-drafts.ts';
import { segment } from '../../extract/segment.ts';

/**
 * The rules take at most this many times what cutting the same texts into sentences takes (the N of the report).
 * Fixed from the first run, which measured 12, with room for other machines; it stays.
 */
export const mostTimesSplitting = 15;

/** What reading takes of the processor, in milliseconds an article, and as a multiple of cutting into sentences. */
export interface Speed {
  readonly reading: number;
  readonly splitting: number;
  readonly times: number;
}

export function speedOf({ annotate, attributions }: Reader, texts: readonly string[]): Speed {
  let [splitting, reading] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < rounds; round++) {
    const split = timeOf(() => {
      for (let again = 0; again < splits; again++) for (const text of texts) segment(text);
    });
    const read = timeOf(() => {
      for (const text of texts) attributions(passageOf(text, segment(text), annotate));
    });
    splitting = Math.min(splitting, split / splits / texts.length);
    reading = Math.min(reading, read / texts.length);
  }
  return { reading, splitting, times: reading / splitting };
}

export function speedReport(name: string, { reading, splitting, times }: Speed): string {
  const most = name === 'rules' ? `, N = ${mostTimesSplitting}` : '';
  return `\nspeed of ${name}: ${reading.toFixed(2)} ms an article, ${times.toFixed(1)} x sentence splitting (${splitting.toFixed(2)} ms)${most}`;
}

// Both are timed in turn, and for as long, so that a machine that is slow for a while is slow for both.
const rounds = 5;
const splits = 10;

/** Milliseconds of processor time: others may be using the machine. */
function timeOf(work: () => void): number {
  const from = process.cpuUsage();
  work();
  return process.cpuUsage(from).user / 1000;
}
