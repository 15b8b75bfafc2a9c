import type { SourceLine } from './source.ts';

/** Tells when lines are written that wait to be. */
interface Batches {
  /** Called with each line that was read, and how many wait by now. */
  isFull(at: SourceLine, waiting: number): boolean;
  /** Told how long it took to write so many lines. */
  tookMs(lines: number, tookMs: number): void;
}

// A transaction holds up whoever writes for as long as it runs.
const transactionMs = 25;
const shortAtMost = 250;

/** As many lines as are written in a short time. */
export class ShortBatches implements Batches {
  #atOnce = 1;

  isFull(_at: SourceLine, waiting: number): boolean {
    return waiting >= this.#atOnce;
  }

  /** How many lines fit into the next transaction, after one of so many lines took so long. */
  tookMs(lines: number, tookMs: number): void {
    const fit = Math.floor((lines * transactionMs) / Math.max(tookMs, 1));
    this.#atOnce = Math.min(Math.max(fit, 1), lines * 2, shortAtMost);
  }
}

const lettersAtOnce = 8_000_000;

/**
 * So many lines, the same ones whether or not some of them were written before: an import that goes on writes as one that was
 * not broken off.
 */
export class WholeBatches implements Batches {
  readonly #most: number;
  #lines = 0;
  #letters = 0;

  constructor(most: number) {
    this.#most = most;
  }

  isFull({ text }: SourceLine): boolean {
    this.#lines += 1;
    this.#letters += text.length;
    const isFull = this.#lines >= this.#most || this.#letters >= lettersAtOnce;
    if (isFull) [this.#lines, this.#letters] = [0, 0];
    return isFull;
  }

  tookMs(): void {}
}
