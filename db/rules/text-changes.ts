import { linesOfWords, type TextWord } from './text-words.ts';

/** A stretch of a text that an edit took out or brought. */
export interface ChangedPassage {
  readonly text: string;
  /** In UTF-16 code units of the text in which it stands. */
  readonly start: number;
  readonly end: number;
}

/** What an edit changed: what stood in the older text alone, and what stands in the newer one alone. */
export interface TextChanges {
  readonly gone: readonly ChangedPassage[];
  readonly come: readonly ChangedPassage[];
}

/** Whether two texts differ in their words, and not in their typography or in what stands around them alone. */
export function isEdited(older: string, newer: string): boolean {
  if (older === newer) return false;
  const [before, after] = [older, newer].map((text) => linesOfWords(text).flat());
  return (
    before?.length !== after?.length ||
    before?.some(({ word }, index) => word !== after?.[index]?.word) === true
  );
}

/** The passages that an edit changed, word by word. */
export function textChanges(older: string, newer: string): TextChanges {
  const [before, after] = [linesOfWords(older), linesOfWords(newer)];
  const gone: TextWord[][] = [];
  const come: TextWord[][] = [];
  // Lines first: what was not touched is passed over quickly.
  for (const lines of hunksOf(before.map(keyOfLine), after.map(keyOfLine))) {
    const [words, others] = [lines.gone.cut(before).flat(), lines.come.cut(after).flat()];
    const hunks = hunksOf(words.map(wordIn), others.map(wordIn));
    for (const [index, hunk] of hunks.entries()) {
      const [last, next] = [hunks[index - 1], hunks[index + 1]];
      const isCut = hunk.come.length === 0;
      const isAdded = hunk.gone.length === 0;
      const within = (side: 'gone' | 'come', list: readonly TextWord[]) =>
        new Stretch(last?.[side].to ?? 0, next?.[side].from ?? list.length);
      const cut = isCut ? atSentence(older, words, [hunk.gone, within('gone', words)]) : hunk.gone;
      const added = isAdded
        ? atSentence(newer, others, [hunk.come, within('come', others)])
        : hunk.come;
      gone.push(cut.cut(words));
      come.push(added.cut(others));
    }
  }
  return { gone: passagesIn(older, gone), come: passagesIn(newer, come) };
}

function keyOfLine(words: readonly TextWord[]): string {
  return words.map(wordIn).join(' ');
}

function wordIn({ word }: TextWord): string {
  return word;
}

function passagesIn(text: string, runs: readonly (readonly TextWord[])[]): ChangedPassage[] {
  return runs.flatMap((words) => {
    const [start, end] = [words[0]?.start, words.at(-1)?.end];
    if (start === undefined || end === undefined) return [];
    return [passageAt(text, start, end)];
  });
}

const longestPunctuation = 8;
const sentenceEnd = /^[.!?…]+["'”’»)]*/u;
const sentenceStart = /(?:^|[\n\r]\s*|[.!?…:]["'”’»)]*\s+)(["'“‘„«(]*)$/u;

/** Whole sentences with their punctuation, words without. */
function passageAt(text: string, start: number, end: number): ChangedPassage {
  const closing = sentenceEnd.exec(text.slice(end, end + longestPunctuation))?.[0] ?? '';
  const opening = openingOf(text, start);
  if (opening === null || closing === '') return { text: text.slice(start, end), start, end };
  const [from, to] = [start - opening.length, end + closing.length];
  return { text: text.slice(from, to), start: from, end: to };
}

/** The quotation marks before a word that begins a sentence; null for another one. */
function openingOf(text: string, start: number): string | null {
  return (
    sentenceStart.exec(text.slice(Math.max(0, start - longestPunctuation), start))?.[1] ?? null
  );
}

/**
 * A sentence that was cut from between two others may seem to be cut a word later, where the next one begins with the same word:
 * the stretch is moved to where a sentence begins, as far as its words allow and within the bounds.
 */
function atSentence(
  text: string,
  words: readonly TextWord[],
  [stretch, within]: readonly [stretch: Stretch, within: Stretch],
): Stretch {
  const isSame = (one: number, other: number) => words[one]?.word === words[other]?.word;
  const begins = ({ from }: Stretch) => openingOf(text, words[from]?.start ?? 0) !== null;
  if (begins(stretch)) return stretch;
  for (let { from, to } = stretch; from > within.from && isSame(from - 1, to - 1); ) {
    [from, to] = [from - 1, to - 1];
    const moved = new Stretch(from, to);
    if (begins(moved)) return moved;
  }
  for (let { from, to } = stretch; to < within.to && isSame(from, to); ) {
    [from, to] = [from + 1, to + 1];
    const moved = new Stretch(from, to);
    if (begins(moved)) return moved;
  }
  return stretch;
}

/** A stretch of a list. */
class Stretch {
  readonly from: number;
  readonly to: number;

  constructor(from: number, to: number) {
    this.from = from;
    this.to = to;
  }

  get length(): number {
    return this.to - this.from;
  }

  cut<T>(list: readonly T[]): T[] {
    return list.slice(this.from, this.to);
  }
}

/** What stands between two things that both lists have, and is another in each. */
interface Hunk {
  readonly gone: Stretch;
  readonly come: Stretch;
}

/** What differs between two lists, in their order. Lists that have too little in common differ as a whole. */
function hunksOf(before: readonly string[], after: readonly string[]): Hunk[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  if (a.length === 0 && b.length === 0) return [];
  const shared = a.length === 0 || b.length === 0 ? [] : commonOf(a, b);
  const hunks: Hunk[] = [];
  let [x, y] = [0, 0];
  for (const [sharedX, sharedY] of [...shared, [a.length, b.length] as const]) {
    if (sharedX > x || sharedY > y) {
      hunks.push({
        gone: new Stretch(head + x, head + sharedX),
        come: new Stretch(head + y, head + sharedY),
      });
    }
    [x, y] = [sharedX + 1, sharedY + 1];
  }
  return hunks;
}

// The steps that a comparison may take: two long texts that are all unlike would take as many as both have words, squared.
const stepsAtMost = 20_000_000;
const editsAtMost = 3_000;

type Pair = readonly [x: number, y: number];

/** What both lists have, by Myers' greedy algorithm; nothing where that takes too many edits. */
function commonOf(a: readonly string[], b: readonly string[]): readonly Pair[] {
  const most = Math.min(
    a.length + b.length,
    editsAtMost,
    Math.ceil(stepsAtMost / (a.length + b.length)),
  );
  const furthest = new Int32Array(2 * most + 3);
  const middle = most + 1;
  const at = (reached: Int32Array, k: number) => reached[middle + k] ?? 0;
  const rounds: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(furthest.slice(middle - edits - 1, middle + edits + 2));
    for (let k = -edits; k <= edits; k += 2) {
      const isDown = k === -edits || (k !== edits && at(furthest, k - 1) < at(furthest, k + 1));
      let x = isDown ? at(furthest, k + 1) : at(furthest, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      furthest[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return wayBack(rounds, [a.length, b.length]);
    }
  }
  return [];
}

/** The pairs on the way by which the ends of both lists were reached. */
function wayBack(rounds: readonly Int32Array[], [xEnd, yEnd]: Pair): readonly Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [xEnd, yEnd];
  for (let edits = rounds.length - 1; edits >= 0; edits -= 1) {
    const reached = rounds[edits] ?? new Int32Array();
    const at = (diagonal: number) => reached[edits + 1 + diagonal] ?? 0;
    const k = x - y;
    const isDown = k === -edits || (k !== edits && at(k - 1) < at(k + 1));
    const before = isDown ? k + 1 : k - 1;
    const fromX = edits === 0 ? 0 : at(before);
    const fromY = edits === 0 ? 0 : fromX - before;
    while (x > fromX && y > fromY) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}
