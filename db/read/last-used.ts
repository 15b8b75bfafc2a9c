/** What was made for a key, made once: so many of them are kept, those used last. */
export class LastUsed<Key, Made> {
  readonly #kept = new Map<Key, Made>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key, make: () => Made): Made {
    const found = this.#kept.get(key);
    if (found !== undefined) this.#kept.delete(key);
    const made = found ?? make();
    this.#kept.set(key, made);
    const [oldest] = this.#kept.size > this.#most ? this.#kept.keys() : [];
    if (oldest !== undefined) this.#kept.delete(oldest);
    return made;
  }
}
