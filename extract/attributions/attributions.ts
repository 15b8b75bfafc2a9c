import type { Passage, Word } from '../words/passage.ts';
import { according, accordingCues } from './according.ts';
import type { Attribution } from './attribution.ts';
import { type Cue, cuesIn } from './cues.ts';
import { passive } from './passive.ts';
import { enter, openReading, type Reading } from './reading.ts';
import { saidAfter } from './said-after.ts';
import { saidBefore } from './said-before.ts';
import { speakerColon } from './speaker-colon.ts';

type Read = (reading: Reading, cue: Cue) => Attribution | undefined;

/** The attributions of a passage, in the order of their cues. No word belongs to two of them, but sources are shared. */
export function attributionsIn({ words }: Pick<Passage, 'words'>): Attribution[] {
  const reading = openReading(
    words,
    cuesIn(words).filter(({ head }) => words[head]?.quotation === -1),
  );
  readEach(reading, colonCues(words), speakerColon);
  readEach(reading, accordingCues(words), according);
  readEach(reading, reading.cues, saidAfter);
  readEach(reading, reading.cues, (it, cue) => passive(it, cue) ?? saidBefore(it, cue));
  return reading.found.sort((a, b) => a.cue.head - b.cue.head);
}

function readEach(reading: Reading, cues: readonly Cue[], read: Read): void {
  for (const cue of cues) {
    if (reading.taken.has(cue.head)) continue;
    const attribution = read(reading, cue);
    if (attribution !== undefined) enter(reading, attribution);
  }
}

function colonCues(words: readonly Word[]): Cue[] {
  const cues: Cue[] = [];
  for (const [at, { text, quotation }] of words.entries()) {
    if (text !== ':' || quotation !== -1) continue;
    const span = { head: at, first: at, last: at, from: at + 1 };
    cues.push({ form: 'MARK', frame: 'colon', negated: false, ...span });
  }
  return cues;
}
