import { leastShared } from './likeness.ts';

/**
 * Which numbers a set of shingles has, modulo a power of two: small enough to look at those of all texts, and never
 * less than what two sets share.
 */
export interface Sketch {
  /** How many shingles the text has. */
  readonly shingles: number;
  readonly bits: Uint32Array;
}

/** A sketch as it is stored beside others of its width. */
export interface SketchEntry extends Sketch {
  /** The key of the text. */
  readonly text: number;
}

/** The key and the number of shingles stand before the bits. */
const headWords = 2;

/** The most bytes that stand in one row, unless one sketch alone takes more. */
const rowBytes = 8192;

/** How many words of 32 bits the sketch of so many shingles has: twice as many bits as shingles at least. */
function sketchWidth(shingles: number): number {
  return Math.max(2 ** Math.ceil(Math.log2(shingles * 2)) / 32, 1);
}

/** The widths of all sets that may be alike to one of so many shingles: they have half or twice as many at most. */
export function widthsBeside(shingles: number): readonly number[] {
  const width = sketchWidth(shingles);
  return [width / 2, width, width * 2];
}

export function sketchOf(shingles: Float64Array): Sketch {
  const width = sketchWidth(shingles.length);
  const bits = new Uint32Array(width);
  for (const number of shingles) {
    const place = number % (width * 32);
    const word = Math.floor(place / 32);
    bits[word] = (bits[word] ?? 0) | (1 << (place % 32));
  }
  return { shingles: shingles.length, bits };
}

/** No two sets with these sketches share more. */
export function mostShared(one: Sketch, other: Sketch): number {
  const [smaller, larger] = one.shingles < other.shingles ? [one, other] : [other, one];
  const [narrow, wide] = [wholly(smaller.bits), wholly(larger.bits)];
  return smaller.shingles - bitsMissing(narrow, wide, Number.POSITIVE_INFINITY);
}

/** The texts whose sketches stand in a row and that may be alike to one with this sketch: none that is is missing. */
export function textsNear(own: Sketch, { entries, width }: SketchRow): readonly number[] {
  const words = new Uint32Array(entries);
  const near: number[] = [];
  for (let at = 0; at < words.length; at += headWords + width) {
    const shingles = words[at + 1] ?? 0;
    const least = leastShared(own.shingles, shingles);
    if (least === null) continue;
    const other = { words, from: at + headWords, width };
    const [narrow, wide] =
      own.shingles < shingles ? [wholly(own.bits), other] : [other, wholly(own.bits)];
    const most = Math.min(own.shingles, shingles) - least;
    if (bitsMissing(narrow, wide, most) <= most) near.push(words[at] ?? 0);
  }
  return near;
}

/** The bits of a sketch, wherever they stand. */
interface Bits {
  readonly words: Uint32Array;
  readonly from: number;
  readonly width: number;
}

const wholly = (words: Uint32Array): Bits => ({ words, from: 0, width: words.length });

/** How many bits of the narrower sketch the wider one has at none of their places; where it is more than `most`, only that. */
function bitsMissing(narrow: Bits, wide: Bits, most: number): number {
  let missing = 0;
  for (let word = 0; word < narrow.width && missing <= most; word += 1) {
    let there = 0;
    for (let at = word; at < wide.width; at += narrow.width)
      there |= wide.words[wide.from + at] ?? 0;
    missing += bitsIn((narrow.words[narrow.from + word] ?? 0) & ~there);
  }
  return missing;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Sketches of one width, as they are stored. */
export interface SketchRow {
  readonly width: number;
  readonly entries: ArrayBuffer;
}

/** The sketches that stand in a row. */
export function entriesIn({ entries, width }: SketchRow): readonly SketchEntry[] {
  const words = new Uint32Array(entries);
  const size = headWords + width;
  return Array.from({ length: words.length / size }, (_, index) => {
    const entry = words.subarray(index * size, (index + 1) * size);
    return { text: entry[0] ?? 0, shingles: entry[1] ?? 0, bits: entry.subarray(headWords) };
  });
}

/** The row in which these sketches of one width stand. */
export function rowOf(entries: readonly SketchEntry[]): ArrayBuffer {
  const size = headWords + (entries[0]?.bits.length ?? 0);
  const words = new Uint32Array(entries.length * size);
  for (const [index, { text, shingles, bits }] of entries.entries()) {
    words.set([text, shingles], index * size);
    words.set(bits, index * size + headWords);
  }
  return words.buffer;
}

/** The row with one more sketch. */
export function rowWith({ entries }: SketchRow, sketch: SketchEntry): ArrayBuffer {
  const added = rowOf([sketch]);
  const words = new Uint8Array(entries.byteLength + added.byteLength);
  words.set(new Uint8Array(entries));
  words.set(new Uint8Array(added), entries.byteLength);
  return words.buffer;
}

/** How many sketches stand in a row. */
export function countIn({ entries, width }: SketchRow): number {
  return entries.byteLength / (4 * (headWords + width));
}

/** Whether one more sketch of that width has room in a row with so many. */
export function hasRoom(entries: number, width: number): boolean {
  return (entries + 1) * (headWords + width) * 4 <= rowBytes;
}
