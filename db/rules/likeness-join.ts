import { leastShared, shareEnough } from './likeness.ts';

/** What a text is compared by with all others at once. */
export interface Compared {
  /** The hash of the folded text. */
  readonly folded: string;
  readonly shingles: Float64Array;
}

/**
 * Every pair of these texts that is alike, by their places, each once: the same pairs as comparing each with each, and none is guessed.
 * Of two that are alike the smaller has four fifths of its shingles in the larger, so that of any fifth of them and one more, one is
 * there: that many of each text, the rarest, lead to it from whatever text has one of them.
 */
export function* pairsAlike(texts: readonly Compared[]): Generator<readonly [number, number]> {
  const leading = leadingTo(texts);
  const byFolding = new Map<string, number[]>();
  const lookedAt = new Int32Array(texts.length).fill(-1);
  for (const [place, text] of texts.entries()) {
    const same = byFolding.get(text.folded) ?? [];
    for (const other of same) {
      lookedAt[other] = place;
      yield [other, place];
    }
    byFolding.set(text.folded, [...same, place]);
    for (const number of text.shingles) {
      for (const other of leading.from(number)) {
        const [smaller, larger] = [texts[other], text];
        if (smaller === undefined || lookedAt[other] === place) continue;
        lookedAt[other] = place;
        if (!comesBefore(other, place, texts) || smaller.folded === larger.folded) continue;
        if (shareEnough(smaller.shingles, larger.shingles)) yield [other, place];
      }
    }
  }
}

/** Of two texts the one with fewer shingles leads to the other; of two with as many, the first. */
function comesBefore(one: number, other: number, texts: readonly Compared[]): boolean {
  const [few, many] = [texts[one]?.shingles.length ?? 0, texts[other]?.shingles.length ?? 0];
  return few < many || (few === many && one < other);
}

interface Leading {
  /** The texts that this number leads to. */
  from(number: number): Iterable<number>;
}

function leadingTo(texts: readonly Compared[]): Leading {
  const commonness = commonnessIn(texts);
  const entries = texts.reduce((sum, { shingles }) => sum + leadingOf(shingles.length), 0);
  const table = new NumberTable(entries);
  for (const [place, { shingles }] of texts.entries()) {
    const rarest = [...shingles].sort((a, b) => commonness(a) - commonness(b) || a - b);
    for (const number of rarest.slice(0, leadingOf(shingles.length))) table.add(number, place);
  }
  return table;
}

/** How many shingles of so many lead to their text. */
function leadingOf(shingles: number): number {
  const least = leastShared(shingles, shingles);
  return least === null ? 0 : shingles - least + 1;
}

const countedBits = 22;

/** How many texts have a shingle, counted with those that look like it: enough to know the rare ones. */
function commonnessIn(texts: readonly Compared[]): (number: number) => number {
  const counts = new Uint32Array(2 ** countedBits);
  for (const { shingles } of texts) {
    for (const number of shingles) {
      const place = number % counts.length;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return (number) => counts[number % counts.length] ?? 0;
}

/** Places by numbers that are spread evenly, in arrays: millions of them are too many for a Map. */
class NumberTable implements Leading {
  readonly #numbers: Float64Array;
  readonly #lasts: Int32Array;
  readonly #places: Int32Array;
  readonly #befores: Int32Array;
  #length = 0;

  constructor(entries: number) {
    const slots = 2 ** Math.ceil(Math.log2(entries * 2 + 1));
    this.#numbers = new Float64Array(slots).fill(-1);
    this.#lasts = new Int32Array(slots).fill(-1);
    this.#places = new Int32Array(entries);
    this.#befores = new Int32Array(entries);
  }

  add(number: number, place: number): void {
    const slot = this.#slotOf(number);
    this.#numbers[slot] = number;
    this.#places[this.#length] = place;
    this.#befores[this.#length] = this.#lasts[slot] ?? -1;
    this.#lasts[slot] = this.#length;
    this.#length += 1;
  }

  from(number: number): readonly number[] {
    const places: number[] = [];
    let at = this.#lasts[this.#slotOf(number)] ?? -1;
    for (; at >= 0; at = this.#befores[at] ?? -1) places.push(this.#places[at] ?? 0);
    return places;
  }

  /** Where the number stands, or the free slot where it belongs. */
  #slotOf(number: number): number {
    const numbers = this.#numbers;
    let slot = number % numbers.length;
    while (numbers[slot] !== -1 && numbers[slot] !== number) slot = (slot + 1) % numbers.length;
    return slot;
  }
}
