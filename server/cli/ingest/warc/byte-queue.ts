import type { Gap } from './gzip-members.ts';

/** Bytes that come one stretch after the other, of which no more is held than is asked for. A gap between them is an end, until it is passed. */
export class ByteQueue {
  readonly #source: AsyncIterator<Buffer | Gap>;
  #held: Buffer = Buffer.alloc(0);
  #gap: string | null = null;
  #isOver = false;

  constructor(source: AsyncIterable<Buffer | Gap>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** What is held: at least so many bytes, unless the end or a gap comes first. */
  async peek(bytes: number): Promise<Buffer> {
    const stretches = [this.#held];
    let held = this.#held.length;
    while (held < bytes && this.#gap === null && !this.#isOver) {
      const { value, done } = await this.#source.next();
      if (done) this.#isOver = true;
      else if (Buffer.isBuffer(value)) {
        stretches.push(value);
        held += value.length;
      } else this.#gap = value.gap;
    }
    if (stretches.length > 1) this.#held = Buffer.concat(stretches);
    return this.#held;
  }

  /** Lets go of so many bytes of what is held. */
  drop(bytes: number): void {
    this.#held = this.#held.subarray(bytes);
  }

  /** Passes over so many bytes, held or not, and tells whether there were as many. */
  async skip(bytes: number): Promise<boolean> {
    let left = bytes;
    while (left > 0) {
      const held = await this.peek(1);
      if (held.length === 0) return false;
      const passed = Math.min(left, held.length);
      this.drop(passed);
      left -= passed;
    }
    return true;
  }

  /** Goes on behind a gap, once all before it is let go of; what it was, or null where there is none. */
  passGap(): string | null {
    const gap = this.#held.length === 0 ? this.#gap : null;
    if (gap !== null) this.#gap = null;
    return gap;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }
}
