import { createHash } from 'node:crypto';
import { foldedLetters } from './quote-fold.ts';

/** How many words stand in a shingle. */
const wordsInShingle = 5;

/** Texts of fewer shingles are alike only where they are equal. */
const leastShingles = 20;

/** What a text is compared by with others. */
export interface Fingerprint {
  /** The text without its typography, as quotes are compared. */
  readonly folded: string;
  /** The numbers of its distinct shingles, in ascending order. */
  readonly shingles: Float64Array;
}

/**
 * What the text is compared by. Its words are those of the folded text: the same words in capitals, with other marks or
 * in another house's typography are the same.
 */
export function fingerprintOf(text: string): Fingerprint {
  const folded = foldedLetters(text).trimEnd();
  return { folded, shingles: shinglesOf(wordNumbers(folded)) };
}

/**
 * Whether two texts are alike: equal once they are folded, or with at least 0.8 of the smaller one's shingles in the
 * larger one, where the smaller has at least 20 and at least half as many as the larger.
 */
export function areAlike(one: Fingerprint, other: Fingerprint): boolean {
  if (one.folded === other.folded) return true;
  return shareEnough(one.shingles, other.shingles);
}

/** Whether two texts that are not equal are alike, by their shingles. */
export function shareEnough(one: Float64Array, other: Float64Array): boolean {
  const least = leastShared(one.length, other.length);
  return least !== null && sharedBy(one, other) >= least;
}

/** The hash by which folded texts are known to be equal. */
export function foldedHash({ folded }: Fingerprint): string {
  return createHash('sha256').update(folded, 'utf8').digest('base64url');
}

/** How many shingles two texts of so many have to share to be alike; null where they cannot be by their shingles. */
export function leastShared(one: number, other: number): number | null {
  const [smaller, larger] = one < other ? [one, other] : [other, one];
  if (smaller < leastShingles || smaller * 2 < larger) return null;
  return Math.ceil((smaller * 4) / 5);
}

function sharedBy(one: Float64Array, other: Float64Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const difference = (one[i] ?? 0) - (other[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}

/**
 * The numbers of the distinct shingles, of 53 bits: two different shingles have one number once in some 10^16 pairs.
 * Databases hold parts of them, so that they are the same in every version.
 */
function shinglesOf({ high, low, count }: WordNumbers): Float64Array {
  const numbers = new Float64Array(Math.max(count - wordsInShingle + 1, 0));
  for (let start = 0; start < numbers.length; start += 1) {
    let [a, b] = [0x9e3779b9, 0x85ebca6b];
    for (let place = start; place < start + wordsInShingle; place += 1) {
      a = scatter(a ^ (high[place] ?? 0), 0x2c1b3c6d);
      b = scatter(b ^ (low[place] ?? 0), 0x297a2d39);
    }
    numbers[start] = ((a ^ b) >>> 11) * 2 ** 32 + (b >>> 0);
  }
  numbers.sort();
  return numbers.filter((number, place) => place === 0 || number !== numbers[place - 1]);
}

/** Two numbers of 32 bits for each word of a text. */
interface WordNumbers {
  readonly high: Int32Array;
  readonly low: Int32Array;
  readonly count: number;
}

/** A word is a run of letters and digits or, in a script that puts no spaces between words, one character. */
function wordNumbers(folded: string): WordNumbers {
  const [high, low] = [new Int32Array(folded.length), new Int32Array(folded.length)];
  const kinds = new Map<number, CharacterKind>();
  let count = 0;
  let [a, b, length] = [0, 0, 0];
  const end = (): void => {
    if (length === 0) return;
    high[count] = scatter(a ^ length, 0x1b873593);
    low[count] = scatter(b ^ length, 0x5bd1e995);
    count += 1;
    [a, b, length] = [0, 0, 0];
  };
  for (let at = 0; at < folded.length; at += 1) {
    const point = folded.codePointAt(at) ?? 0;
    const kind = kindOf(point, kinds);
    if (point > 0xffff) at += 1;
    if (kind !== 'in a word') end();
    if (kind === 'between words') continue;
    a = Math.imul(a ^ point, 0x1b873593);
    a ^= a >>> 15;
    b = Math.imul(b ^ point ^ 0x2545, 0x5bd1e995);
    b ^= b >>> 13;
    length += 1;
    if (kind === 'a word') end();
  }
  end();
  return { high, low, count };
}

type CharacterKind = 'in a word' | 'a word' | 'between words';

const inWord = /[\p{L}\p{N}]/u;
// These write no spaces between words.
const spaceless =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}\p{scx=Yi}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}\p{scx=Javanese}\p{scx=Balinese}\p{scx=Tai_Tham}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Viet}]/u;

function kindOf(point: number, known: Map<number, CharacterKind>): CharacterKind {
  // The letters and digits of ASCII, as the folded text has them.
  if ((point >= 0x61 && point <= 0x7a) || (point >= 0x30 && point <= 0x39)) return 'in a word';
  if (point < 0x80) return 'between words';
  const found = known.get(point);
  if (found !== undefined) return found;
  const character = String.fromCodePoint(point);
  const isIn = inWord.test(character);
  const kind = !isIn ? 'between words' : spaceless.test(character) ? 'a word' : 'in a word';
  known.set(point, kind);
  return kind;
}

/** Spreads what tells numbers apart over all their bits; no two numbers become one. */
function scatter(number: number, factor: number): number {
  let spread = Math.imul(number ^ (number >>> 16), factor);
  spread = Math.imul(spread ^ (spread >>> 13), 0x7feb352d);
  return spread ^ (spread >>> 16);
}
