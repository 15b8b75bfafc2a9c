import type { Reader } from '../read/read.ts';
import { areAlike, type Fingerprint, fingerprintOf } from '../rules/likeness.ts';
import { wordsOfTexts } from './likeness.ts';

// A text may take a mebibyte.
const textsAtOnce = 50;

/** Which of these texts are alike to the one with this fingerprint, by their words. */
export async function alikeAmong(
  reader: Reader,
  near: readonly number[],
  fingerprint: Fingerprint,
): Promise<ReadonlySet<number>> {
  const alike = new Set<number>();
  for (let from = 0; from < near.length; from += textsAtOnce) {
    const some = JSON.stringify(near.slice(from, from + textsAtOnce));
    for (const { text, words } of await reader.read(wordsOfTexts, { texts: some })) {
      if (areAlike(fingerprint, fingerprintOf(words))) alike.add(text);
    }
  }
  return alike;
}
