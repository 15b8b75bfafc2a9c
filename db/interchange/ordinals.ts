/** Numbers of lines, a bit each. */
export class Ordinals {
  #bits = new Uint8Array(1024);

  add(ordinal: number): void {
    const place = ordinal >>> 3;
    if (place >= this.#bits.length) {
      const bits = new Uint8Array(Math.max(this.#bits.length * 2, place + 1));
      bits.set(this.#bits);
      this.#bits = bits;
    }
    this.#bits[place] = (this.#bits[place] ?? 0) | (1 << (ordinal & 7));
  }

  delete(ordinal: number): void {
    const place = ordinal >>> 3;
    if (place < this.#bits.length) {
      this.#bits[place] = (this.#bits[place] ?? 0) & ~(1 << (ordinal & 7));
    }
  }

  has(ordinal: number): boolean {
    return ((this.#bits[ordinal >>> 3] ?? 0) & (1 << (ordinal & 7))) !== 0;
  }
}
