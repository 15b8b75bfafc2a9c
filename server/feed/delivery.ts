/** One event, as it is told. */
export interface EventAnswer {
  readonly cursor: string;
  /** The answer to the subscription, as JSON. */
  readonly answer: string;
}

/** What a stream is told at once: each event is the text of an answer, the same for all who asked for it. */
export class Delivery {
  readonly told: readonly EventAnswer[];
  #block: Buffer | undefined;
  #chunk: Buffer | undefined;

  constructor(told: readonly EventAnswer[]) {
    this.told = told;
  }

  /** How many characters the answers have. */
  get length(): number {
    return this.told.reduce((sum, { answer }) => sum + answer.length, 0);
  }

  /** As server-sent events. */
  get block(): Buffer {
    this.#block ??= Buffer.from(
      this.told
        .map(({ answer, cursor }) => `event: next\nid: ${cursor}\ndata: ${answer}\n\n`)
        .join(''),
    );
    return this.#block;
  }

  /** The same as a chunk of an HTTP response. */
  get chunk(): Buffer {
    this.#chunk ??= Buffer.concat([
      Buffer.from(`${this.block.length.toString(16)}\r\n`),
      this.block,
      Buffer.from('\r\n'),
    ]);
    return this.#chunk;
  }
}

/** Where a stream is told: an HTTP response, or an operation on a socket. */
export interface Sink {
  /** Whether it can be told now; where not, the stream is told that there is room as soon as there is. */
  hasRoom(): boolean;
  /** Hands over what is told. False where the reader is behind, and must be told no more until there is room. */
  write(delivery: Delivery): boolean;
  /** Shows the reader that the line is alive. */
  keepAlive(): void;
  /** Says that there is no more, and why where it is for an error: the JSON of an answer. */
  complete(error: string | null): void;
  /** Breaks the line. */
  destroy(): void;
}
