import type { Range, Word } from '../words/passage.ts';
import type { Attribution } from './attribution.ts';
import type { Cue } from './cues.ts';
import type { SharedSource } from './shared-source.ts';

/** A passage while it is read: its cues, and the words that are somebody's already. */
export interface Reading {
  readonly words: readonly Word[];
  readonly cues: readonly Cue[];
  /** Cues by their first word. */
  readonly cueFrom: ReadonlyMap<number, Cue>;
  readonly found: Attribution[];
  readonly taken: Set<number>;
  /** The source of each attribution entered so far, by the head of its cue. */
  readonly sourceBefore: Map<number, SharedSource>;
}

export function openReading(words: readonly Word[], cues: readonly Cue[]): Reading {
  const cueFrom = new Map(cues.map((cue) => [cue.first, cue]));
  return { words, cues, cueFrom, found: [], taken: new Set(), sourceBefore: new Map() };
}

/** Enters an attribution: its words are nobody else's from now on. */
export function enter(reading: Reading, attribution: Attribution): void {
  reading.found.push(attribution);
  const { source, cue, content } = attribution;
  if (source !== undefined) {
    const isParticiple = reading.words[cue.head]?.lower.endsWith('ing') === true;
    reading.sourceBefore.set(cue.head, {
      source,
      isOwn: attribution.isShared === true || !isParticiple,
    });
  }
  for (const range of [cue, ...content, ...(source === undefined ? [] : [source])]) {
    takeRange(reading.taken, range);
  }
}

function takeRange(taken: Set<number>, { first, last }: Range): void {
  for (let at = first; at <= last; at++) taken.add(at);
}
