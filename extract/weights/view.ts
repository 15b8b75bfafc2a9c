import { attributionsIn } from '../attributions/attributions.ts';
import { type Cue, cuesIn } from '../attributions/cues.ts';
import { frameAfter, isTime } from '../attributions/frame.ts';
import type { Passage, Word } from '../words/passage.ts';
import { labelsOf } from './labels.ts';

/** What the learner sees of a word. */
export const properties = [
  'any',
  'lower',
  'lemma',
  'pos',
  'ending',
  'frame',
  'rule',
  'quote',
  'cue',
  'shape',
  'place',
  'opens',
  'cueBefore',
  'frameBefore',
  'cueBeforeAway',
  'cueAfter',
  'frameAfter',
  'cueAfterAway',
  'cueSides',
  'markBefore',
  'markBeforeAway',
  'markAfter',
  'markAfterAway',
  'roleBefore',
  'roleBeforeAway',
  'roleAfter',
  'roleAfterAway',
] as const;
export type Property = (typeof properties)[number];

/** Every property of every word as a number; `viewMargin` words that are nothing stand before the first and after the last. */
export type View = Readonly<Record<Property, Int32Array>>;

export const viewMargin = 2;

export function viewOf({ words }: Pick<Passage, 'words'>): View {
  const rule = labelsOf(
    words.length,
    attributionsIn({ words }).map(({ source, cue, content }) => ({
      source: source === undefined ? [] : [source],
      cue: [cue],
      content,
    })),
  );
  const cues = new Map(cuesIn(words).map((cue) => [cue.head, cue]));
  return { ...ownView(words, rule, cues), ...viewAround(words, rule, cues) };
}

type Column = (numberAt: (at: number, word: Word) => number) => Int32Array;

const columnOf =
  (words: readonly Word[]): Column =>
  (numberAt) => {
    const values = new Int32Array(words.length + 2 * viewMargin).fill(-1);
    for (const [at, word] of words.entries()) values[at + viewMargin] = numberAt(at, word);
    return values;
  };

type Cues = ReadonlyMap<number, Cue>;

/** Properties of the word itself and of its place. */
function ownView(words: readonly Word[], rule: Uint8Array, cues: Cues) {
  const column = columnOf(words);
  return {
    any: column(() => 0),
    lower: column((_, { lower }) => numberOf(lower)),
    lemma: column((_, { lemma }) => numberOf(lemma)),
    pos: column((_, { pos }) => numberOf(pos)),
    ending: column((_, { lower }) => numberOf(lower.slice(-3))),
    frame: column((at) => numberOf(frameAfter(words, at).frame)),
    rule: column((at) => rule[at] ?? 0),
    quote: column((at) => quoteState(words, at)),
    // The form of the cue whose head it is.
    cue: column((at) => numberOf(cues.get(at)?.form ?? '')),
    shape: column((_, word) => shapeOf(word)),
    place: column((at) => placeOf(words, at)),
    opens: column((at) => placeOf(words, at) & 1),
  };
}

/** What stands nearest on either side, in the sentence: a cue, a mark, a word to which the rules give a role. */
function viewAround(words: readonly Word[], rule: Uint8Array, cues: Cues) {
  const column = columnOf(words);
  const isOpenCue = (at: number) => words[at]?.quotation === -1 && cues.has(at);
  const [cueBefore, cueAfter] = nearest(words, isOpenCue);
  const [markBefore, markAfter] = nearest(words, (at) => words[at]?.pos === 'PUNCT');
  const [roleBefore, roleAfter] = nearest(words, (at) => rule[at] !== 0);
  const lemma = (near: Int32Array) => column((at) => numberOf(words[near[at] ?? -1]?.lemma ?? ''));
  const frame = (near: Int32Array) =>
    column((at) => numberOf(cues.get(near[at] ?? -1)?.frame ?? ''));
  const mark = (near: Int32Array) => column((at) => numberOf(words[near[at] ?? -1]?.text ?? ''));
  const role = (near: Int32Array) => column((at) => ((rule[near[at] ?? -1] ?? 0) + 1) >> 1);
  const away = (near: Int32Array) => column((at) => stepsAway(near[at] ?? -1, at));
  return {
    cueBefore: lemma(cueBefore),
    frameBefore: frame(cueBefore),
    cueBeforeAway: away(cueBefore),
    cueAfter: lemma(cueAfter),
    frameAfter: frame(cueAfter),
    cueAfterAway: away(cueAfter),
    cueSides: column(
      (at) => ((cueBefore[at] ?? -1) < 0 ? 0 : 1) + ((cueAfter[at] ?? -1) < 0 ? 0 : 2),
    ),
    markBefore: mark(markBefore),
    markBeforeAway: away(markBefore),
    markAfter: mark(markAfter),
    markAfterAway: away(markAfter),
    roleBefore: role(roleBefore),
    roleBeforeAway: away(roleBefore),
    roleAfter: role(roleAfter),
    roleAfterAway: away(roleAfter),
  };
}

/** FNV-1a. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
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

/** For each word the place of the nearest one before it, and after it, that is wanted in its sentence, or -1. */
function nearest(
  words: readonly Word[],
  isWanted: (at: number) => boolean,
): readonly [before: Int32Array, after: Int32Array] {
  const look = (step: 1 | -1) => {
    const near = new Int32Array(words.length);
    let last = -1;
    for (let at = step === 1 ? 0 : words.length - 1; at >= 0 && at < words.length; at += step) {
      if (words[at]?.sentence !== words[at - step]?.sentence) last = -1;
      near[at] = last;
      if (isWanted(at)) last = at;
    }
    return near;
  };
  return [look(1), look(-1)];
}

const steps = [0, 1, 2, 3, 4, 7, 12, 20];

const stepsAway = (place: number, at: number): number =>
  place < 0 ? 0 : steps.findLastIndex((least) => Math.abs(at - place) >= least) + 1;
