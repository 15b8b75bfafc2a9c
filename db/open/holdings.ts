/** Something that is let go of in the end. */
export interface Held {
  close(): void | Promise<void>;
}

/** What an open database holds. What was taken last goes first. */
export class Holdings {
  readonly #held: Held[] = [];

  hold<T extends Held>(one: T): T {
    this.#held.push(one);
    return one;
  }

  async close(): Promise<void> {
    for (const one of this.#held.splice(0).reverse()) await one.close();
  }
}
