import { attributionsIn } from '../attributions/attributions.ts';
import { type Cue, cuesIn } from '../attributions/cues.ts';
import { frameAfter, isTime } from '../attributions/frame.ts';
import type { Passage, Word } from '../passage.ts';
import { labelsOf } from './labels.ts';

/** One word as the learner sees it: every property a number. */
export interface Seen {
  readonly lower: number;
  readonly lemma: number;
  readonly pos: number;
  readonly ending: number;
  readonly frame: number;
  /** What the rules made of it. */
  readonly rule: number;
  readonly quote: number;
  /** The form of the cue whose head it is. */
  readonly cue: number;
  readonly shape: number;
  readonly place: number;
  readonly before: Near;
  readonly after: Near;
}

/** The nearest cue of the sentence on one side. */
interface Near {
  readonly lemma: number;
  readonly frame: number;
  readonly away: number;
}

const nobody: Near = { lemma: 0, frame: 0, away: 0 };
const nothing: Seen = {
  lower: 1,
  lemma: 1,
  pos: 1,
  ending: 1,
  frame: 1,
  rule: 9,
  quote: 0,
  cue: 0,
  shape: 0,
  place: 0,
  before: nobody,
  after: nobody,
};

/** FNV-1a. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}

/** Every word of a passage; beyond its ends stands a word that is nothing. */
export function viewOf({ words }: Pick<Passage, 'words'>): (at: number) => Seen {
  const rule = labelsOf(
    words.length,
    attributionsIn({ words }).map(({ source, cue, content }) => ({
      source: source === undefined ? [] : [source],
      cue: [cue],
      content,
    })),
  );
  const cues = new Map(cuesIn(words).map((cue) => [cue.head, cue]));
  const before = nearest(words, cues, 1);
  const after = nearest(words, cues, -1);
  const seen = words.map(
    (word, at): Seen => ({
      lower: numberOf(word.lower),
      lemma: numberOf(word.lemma),
      pos: numberOf(word.pos),
      ending: numberOf(word.lower.slice(-3)),
      frame: numberOf(frameAfter(words, at).frame),
      rule: rule[at] ?? 0,
      quote: quoteState(words, at),
      cue: numberOf(cues.get(at)?.form ?? ''),
      shape: shapeOf(word),
      place: placeOf(words, at),
      before: before[at] ?? nobody,
      after: after[at] ?? nobody,
    }),
  );
  return (at) => seen[at] ?? nothing;
}

function quoteState(words: readonly Word[], at: number): number {
  const quotation = words[at]?.quotation ?? -1;
  if (quotation < 0) return 0;
  if (words[at - 1]?.quotation !== quotation) return 1;
  return words[at + 1]?.quotation !== quotation ? 2 : 3;
}

function shapeOf(word: Word): number {
  return (/^\p{Lu}/u.test(word.text) ? 1 : 0) + (isTime(word) ? 2 : 0) + (word.block === 0 ? 4 : 0);
}

function placeOf(words: readonly Word[], at: number): number {
  const sentence = words[at]?.sentence;
  return (
    (words[at - 1]?.sentence === sentence ? 1 : 0) + (words[at + 1]?.sentence === sentence ? 2 : 0)
  );
}

const steps = [0, 1, 2, 3, 4, 7, 12, 20];

function nearest(words: readonly Word[], cues: ReadonlyMap<number, Cue>, step: 1 | -1): Near[] {
  const near: Near[] = words.map(() => nobody);
  let last: Cue | undefined;
  for (let at = step === 1 ? 0 : words.length - 1; at >= 0 && at < words.length; at += step) {
    if (words[at]?.sentence !== words[at - step]?.sentence) last = undefined;
    if (last !== undefined) near[at] = nearOf(words, last, at);
    if (words[at]?.quotation === -1) last = cues.get(at) ?? last;
  }
  return near;
}

function nearOf(words: readonly Word[], cue: Cue, at: number): Near {
  const distance = Math.abs(at - cue.head);
  return {
    lemma: numberOf(words[cue.head]?.lemma ?? ''),
    frame: numberOf(cue.frame),
    away: steps.findLastIndex((least) => distance >= least) + 1,
  };
}
