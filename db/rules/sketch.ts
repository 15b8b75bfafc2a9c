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
  return smaller.shingles - bitsMissing(smaller.bits, larger.bits);
}

/** How many bits of the narrower sketch the wider one has at none of their places. */
function bitsMissing(narrow: Uint32Array, wide: Uint32Array): number {
  const { length } = narrow;
  let missing = 0;
  for (let word = 0; word < length; word += 1) {
    let there = wide[word] ?? 0;
    for (let at = word + length; at < wide.length; at += length) there |= wide[at] ?? 0;
    missing += bitsIn((narrow[word] ?? 0) & ~there);
  }
  return missing;
}

function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The sketches that stand in a row. */
export function entriesIn(row: ArrayBuffer, width: number): readonly SketchEntry[] {
  const words = new Uint32Array(row);
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

/** Whether one more sketch of that width has room in a row with so many. */
export function hasRoom(entries: number, width: number): boolean {
  return (entries + 1) * (headWords + width) * 4 <= rowBytes;
}
