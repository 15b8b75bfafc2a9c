import { LastUsed } from '../read/last-used.ts';
import type { Reader } from '../read/read.ts';
import { areAlike, type Fingerprint, fingerprintOf } from '../rules/likeness.ts';
import { wordsOfTexts } from './likeness.ts';

// A text may take a mebibyte.
const textsAtOnce = 50;

// What is alike to one text is often alike to the next. A longer text would take much memory.
const textsKept = 500;
const longestKept = 20_000;

const fingerprints = new WeakMap<Reader, LastUsed<string, Fingerprint>>();

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
      if (areAlike(fingerprint, keptFingerprint(reader, words))) alike.add(text);
    }
  }
  return alike;
}

/** The fingerprint of these words, which is kept beside whoever reads them. */
function keptFingerprint(reader: Reader, words: string): Fingerprint {
  if (words.length > longestKept) return fingerprintOf(words);
  const kept = fingerprints.get(reader) ?? new LastUsed<string, Fingerprint>(textsKept);
  fingerprints.set(reader, kept);
  return kept.get(words, () => fingerprintOf(words));
}
