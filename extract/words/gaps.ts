import type { Span } from './span.ts';

/** All that parts words in Unicode but the plain space and the line feed, for the class of a regular expression. */
export const oddSpaces =
  '\\t\\v\\f\\r\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

const unseenThatParts =
  '\\0-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\u115f\\u1160\\u180e\\u200b\\u2060\\u3164\\ufeff\\uffa0\\ufff9-\\ufffc';

/** What nobody sees: the same for it. */
export const unseen = `${unseenThatParts}\\p{Default_Ignorable_Code_Point}`;

const runs = new RegExp(`[${unseen}]+`, 'gu');
const parting = new RegExp(`[${unseenThatParts}]`, 'u');
const edge = /^[ \n]?$/u;

/** How a run of what is unseen, or of odd spaces, is read. */
export type GapReader = (place: Span) => string;

/**
 * What is unseen is nothing. What may also stand in place of a space is one where the words beside it are two, and where they
 * do not tell, as the same character stands elsewhere in the text.
 */
export function openGaps(text: string, isKnown: (word: string) => boolean): GapReader {
  let gaps: ReadonlyMap<number, boolean> | undefined;
  return ({ start, end }) => {
    const run = text.slice(start, end);
    if (isJoiner(run, text.slice(Math.max(0, start - 2), start))) return run;
    if (isEdge(text, { start, end }) || !parting.test(run)) return '';
    gaps ??= partedAt(text, isKnown);
    return gaps.get(start) === true ? ' ' : '';
  };
}

/** Scripts that are not ours write words with joiners. */
function isJoiner(run: string, before: string): boolean {
  return (
    /^[\u200c\u200d]+$/u.test(run) &&
    /[\p{L}\p{M}]$/u.test(before) &&
    !/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Inherited}]$/u.test(before)
  );
}

/** Whether a plain space, the end of a line or that of the text stands beside it. */
export function isEdge(text: string, { start, end }: Span): boolean {
  return edge.test(text.slice(start - 1, start)) || edge.test(text.slice(end, end + 1));
}

/** What stands between two words or marks without a space beside it. */
interface Gap extends Span {
  readonly character: string;
  /** 1 where it parts two words, -1 where it stands inside one, 0 where nothing tells. */
  readonly tells: number;
}

/** Whether each such place, by its start, parts what it stands between. */
function partedAt(text: string, isKnown: (word: string) => boolean): Map<number, boolean> {
  const isWord = wordsKnown(text, isKnown);
  const gaps: Gap[] = [];
  for (const { 0: run, index: start } of text.matchAll(runs)) {
    const character = parting.exec(run)?.[0];
    const place = { start, end: start + run.length };
    if (character === undefined || isEdge(text, place)) continue;
    const tells = gaps.length < mostLookedAt ? tellsOf(text, place, isWord) : 0;
    gaps.push({ ...place, character, tells });
  }
  const usage = usageOf(gaps);
  // Where nothing tells of a character, the others of the same text do.
  const ofAll = gaps.reduce((sum, { tells }) => sum + tells, 0);
  return new Map(
    gaps.map(({ start, character, tells }) => {
      const { sum, count } = usage.get(character) ?? { sum: 0, count: 0 };
      const isSure = count >= fewest && Math.abs(sum) >= count * mostAlike;
      return [start, ((isSure || tells === 0 ? sum : tells) || ofAll) > 0];
    }),
  );
}

// Enough to know how a text uses it: to look words up takes long.
const mostLookedAt = 500;

// So often, and so much more often one way than the other, that the rest is chance.
const fewest = 4;
const mostAlike = 0.6;

interface Usage {
  sum: number;
  count: number;
}

function usageOf(gaps: readonly Gap[]): Map<string, Usage> {
  const usage = new Map<string, Usage>();
  for (const { character, tells } of gaps) {
    const own = usage.get(character) ?? { sum: 0, count: 0 };
    own.sum += tells;
    own.count += Math.abs(tells);
    usage.set(character, own);
  }
  return usage;
}

const shortWords = new Set(
  `a i am an as at be by do go he if in is it me my no of on or so to up us we all and any are but can did for get got had has her
  him his how its let may new nor not now off old one our out own put say see set she the too two use via was who why yet you`.split(
    /\s+/u,
  ),
);

type IsWord = (letters: string) => boolean;

/** Words of the language, short ones by a list since nearly every run of three letters is one, and those of the text. */
function wordsKnown(text: string, isKnown: (word: string) => boolean): IsWord {
  const own = new Set<string>();
  for (const [run] of text.matchAll(new RegExp(`[\\p{L}\\p{M}’'${unseen}]+`, 'gu')))
    if (!parting.test(run)) own.add(bareWord(run));
  return (letters) => {
    const word = bareWord(letters);
    if (shortWords.has(word)) return true;
    // Letters of initials, as in `U.S.`, are no words.
    return word.length > 1 && (own.has(word) || (word.length > 3 && isKnownForm(word, isKnown)));
  };
}

/** Of two forms of a word that differ by an `s` the language knows one only. */
function isKnownForm(word: string, isKnown: IsWord): boolean {
  return isKnown(word) || (/[^s]s$/u.test(word) && word.length > 5 && isKnown(word.slice(0, -1)));
}

const nothing = new RegExp(`[${unseen}]+`, 'gu');

function bareWord(letters: string): string {
  return letters
    .replace(nothing, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’']s?$/u, '');
}

const longestLetters = 40;
const lettersBefore = /[\p{L}\p{M}’'\xad\u200c-\u200f]+$/u;
const lettersAfter = /^[\p{L}\p{M}’'\xad\u200c-\u200f]+/u;
const wholeBefore = new RegExp(`[\\p{L}\\p{M}’'${unseen}]+$`, 'u');
const wholeAfter = new RegExp(`^[\\p{L}\\p{M}’'${unseen}]+`, 'u');

function tellsOf(text: string, { start, end }: Span, isWord: IsWord): number {
  const [before, after] = [
    text.slice(Math.max(0, start - longestLetters), start),
    text.slice(end, end + longestLetters),
  ];
  const [left, right] = [lettersBefore.exec(before)?.[0], lettersAfter.exec(after)?.[0]];
  if (left === undefined || right === undefined) return tellsByMarks(before, after, isWord);
  const areTwo = isWord(left) && isWord(right);
  const whole = (wholeBefore.exec(before)?.[0] ?? '') + (wholeAfter.exec(after)?.[0] ?? '');
  if (isWord(left + right) || isWord(whole)) return areTwo ? 0 : -1;
  if (areTwo || (/\p{Ll}$/u.test(left) && /^\p{Lu}/u.test(right))) return 1;
  if (/^\p{Lu}/u.test(left) && isWord(right)) return 1;
  return isWord(left) || isWord(right) ? 0 : -1;
}

/** The same where a digit or a mark stands on a side. */
function tellsByMarks(before: string, after: string, isWord: IsWord): number {
  if (/[\d][.,:]$/u.test(before) && /^\d/u.test(after)) return -1;
  // `U.S. exports` and `U.S.`
  if (/(?<!\p{L})\p{L}\.$/u.test(before)) {
    if (/^\p{L}\./u.test(after)) return -1;
    return isWord(/^\p{L}{2,}/u.exec(after)?.[0] ?? '') ? 1 : 0;
  }
  const [ends, begins] = [
    /(?:[.,;:!?…%)\]”]|\S")$/u.test(before),
    /^(?:[“‘([$€£]|"\S)/u.test(after),
  ];
  if (ends && (begins || /^[\p{L}\p{N}]/u.test(after))) return 1;
  if (begins && /[\p{L}\p{N}]$/u.test(before)) return 1;
  // A dash with a space on one side has one on the other.
  if (/\s[–—-]+$/u.test(before) || /^[–—-]+\s/u.test(after)) return 1;
  if (/[“‘([$€£#@"]$/u.test(before) || /^[.,;:!?…%)\]”’"]/u.test(after)) return -1;
  const [left, right] = [/\p{L}+$/u.exec(before)?.[0], /^\p{L}+/u.exec(after)?.[0]];
  if (left !== undefined && /^\d/u.test(after)) return isWord(left) ? 1 : 0;
  if (right === undefined || !/\d$/u.test(before)) return 0;
  if (/^(?:st|nd|rd|th|s|m|bn|am|pm|k)\b/iu.test(right)) return -1;
  return isWord(right) ? 1 : 0;
}
