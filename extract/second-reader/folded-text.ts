import type { Span } from '../words/span.ts';

const written = /\s+|\.{3}|[“”„‟«»″]|[‘’‚‛′´`]|[‐‑‒–—―−]/gu;

function plainForm(mark: string): string {
  if (/\s/u.test(mark)) return ' ';
  if (mark === '...') return '…';
  if (/[“”„‟«»″]/u.test(mark)) return '"';
  return /[‘’‚‛′´`]/u.test(mark) ? "'" : '-';
}

/** Words as they are compared: a model writes quotation marks, dashes and spaces as it likes. */
export function foldedWords(words: string): string {
  return words.normalize('NFC').replace(written, plainForm).trim();
}

/** A text in which words are found letter for letter, whatever their quotation marks, dashes and spaces are. */
export class FoldedText {
  readonly #text: string;
  /** Where each letter stands in the text, and where the text ends. */
  readonly #places: readonly number[];

  constructor(text: string) {
    const places: number[] = [];
    let [folded, from] = ['', 0];
    const keep = (end: number) => {
      for (let at = from; at < end; at++) places.push(at);
      folded += text.slice(from, end);
    };
    for (const match of text.matchAll(written)) {
      keep(match.index);
      folded += plainForm(match[0]);
      places.push(match.index);
      from = match.index + match[0].length;
    }
    keep(text.length);
    places.push(text.length);
    this.#text = folded;
    this.#places = places;
  }

  /** The first place, at or behind `from`, where the words stand whole, none of them a part of another; null where there is none. */
  find(words: string, { start, end }: Span, from = start): Span | null {
    const wanted = foldedWords(words);
    if (!/[\p{L}\p{N}]/u.test(wanted)) return null;
    let at = this.#text.indexOf(wanted, this.#foldedAt(from));
    for (; at >= 0; at = this.#text.indexOf(wanted, at + 1)) {
      const place = { start: this.#places[at] ?? 0, end: this.#places[at + wanted.length] ?? 0 };
      if (place.end > end) return null;
      if (this.#isWhole(at, at + wanted.length)) return place;
    }
    return null;
  }

  #isWhole(start: number, end: number): boolean {
    const isWithin = (at: number) => /^[\p{L}\p{N}]{2}$/u.test(this.#text.slice(at - 1, at + 1));
    return !isWithin(start) && !isWithin(end);
  }

  #foldedAt(place: number): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
