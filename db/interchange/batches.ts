import type { LineType } from './lines.ts';

/** A line that was read. */
interface LineRead {
  readonly type: LineType;
  readonly letters: number;
  /** Whether it waits to be written; else it brings nothing. */
  readonly waits: boolean;
}

/** Tells when lines are written that wait to be. */
interface Batches {
  /** Takes the next line, and tells whether those that wait are to be written now. */
  isFullWith(line: LineRead): boolean;
  /** Told how long it took to write them. */
  tookMs(ms: number): void;
}

// A transaction holds up whoever else writes for as long as it runs.
const transactionMs = 25;
const shortAtMost = 250;

/** As many lines as are written in a short time, by how long those of their types took before. */
export class ShortBatches implements Batches {
  readonly #msOf = new Map<LineType, number>();
  readonly #types = new Set<LineType>();
  #lines = 0;
  #expectedMs = 0;

  isFullWith({ type, waits }: LineRead): boolean {
    if (!waits) return false;
    this.#types.add(type);
    this.#lines += 1;
    this.#expectedMs += this.#msOf.get(type) ?? transactionMs;
    return this.#expectedMs >= transactionMs || this.#lines >= shortAtMost;
  }

  tookMs(ms: number): void {
    // At most twice as many lines as before, however fast these were.
    const factor = Math.max(ms / Math.max(this.#expectedMs, 1), 0.5);
    for (const type of this.#types) {
      this.#msOf.set(type, (this.#msOf.get(type) ?? transactionMs) * factor);
    }
    this.#types.clear();
    [this.#lines, this.#expectedMs] = [0, 0];
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

  isFullWith({ letters }: LineRead): boolean {
    this.#lines += 1;
    this.#letters += letters;
    const isFull = this.#lines >= this.#most || this.#letters >= lettersAtOnce;
    if (isFull) [this.#lines, this.#letters] = [0, 0];
    return isFull;
  }

  tookMs(): void {}
}
