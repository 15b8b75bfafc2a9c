import type { Extractor } from '../../extract/extractor.ts';
import type { Reader } from '../../extract/read-drafts.ts';
import { passageOf } from '../../extract/words/passage.ts';
import { segment } from '../../extract/words/segment.ts';

/**
 * The rules take at most this many times what cutting the same texts into sentences takes (the N of the report).
 * Fixed from the first run, which measured 12, with room for other machines; it stays.
 */
export const mostTimesSplitting = 15;

/** What reading to attributions and to drafts takes of the processor, in milliseconds an article. */
export interface Speed {
  readonly splitting: number;
  readonly reading: number;
  readonly drafting: number;
}

export function speedOf(
  { annotator, attributions, extractor }: Reader & { readonly extractor: Extractor },
  texts: readonly string[],
): Speed {
  const best = { splitting: Infinity, reading: Infinity, drafting: Infinity };
  for (let round = 0; round < rounds; round++) {
    const split = timeOf(() => {
      for (let again = 0; again < splits; again++) for (const text of texts) segment(text);
    });
    const read = timeOf(() => {
      for (const text of texts) attributions(passageOf(text, annotator));
    });
    const draft = timeOf(() => {
      for (const text of texts) extractor.extract({ text });
    });
    best.splitting = Math.min(best.splitting, split / splits / texts.length);
    best.reading = Math.min(best.reading, read / texts.length);
    best.drafting = Math.min(best.drafting, draft / texts.length);
  }
  return best;
}

export function speedReport(name: string, { splitting, reading, drafting }: Speed): string {
  const shown = (ms: number) => `${ms.toFixed(2)} ms, ${(ms / splitting).toFixed(1)} x`;
  const most = name === 'rules' ? ` (N = ${mostTimesSplitting})` : '';
  return `\nspeed of ${name}, an article: splitting into sentences ${splitting.toFixed(2)} ms; to attributions ${shown(reading)}${most}; to drafts ${shown(drafting)}`;
}

// All are timed in turn, and for as long, so that a machine that is slow for a while is slow for all.
const rounds = 5;
const splits = 10;

/** Milliseconds of processor time: others may be using the machine. */
function timeOf(work: () => void): number {
  const from = process.cpuUsage();
  work();
  return process.cpuUsage(from).user / 1000;
}
