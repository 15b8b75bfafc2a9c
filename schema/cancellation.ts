import { ReadCancelled } from '../db/read/storage-error.ts';

/** How it is known whether whoever asked has left. */
export interface Leaving {
  readonly hasLeft: () => boolean;
  /** Aborts when they leave; undefined where nothing tells. */
  readonly signal?: () => AbortSignal | undefined;
}

const nobodyLeaves: Leaving = { hasLeft: () => false };

/** Whether the answer to an operation is still waited for: looked at between its statements, so that it costs nothing to have. */
export class Cancellation {
  readonly #leaving: Leaving;
  #signal: AbortSignal | undefined;
  #isRequested = false;
  #untimed = 0;
  #stoodStillUntil = Number.NEGATIVE_INFINITY;

  constructor(leaving: Leaving = nobodyLeaves) {
    this.#leaving = leaving;
  }

  /** Whether nobody waits any more: whoever asked has left, or it was requested. */
  get isRequested(): boolean {
    return this.#isRequested || this.#leaving.hasLeft();
  }

  /** Aborts when whoever asked leaves: for what cannot look by itself. It is made when it is first asked for. */
  get signal(): AbortSignal | undefined {
    this.#signal ??= this.#leaving.signal?.();
    return this.#signal;
  }

  /** Until when somebody else worked on the answer in a time of their own: that of the operation stood still. */
  get stoodStillUntil(): number {
    return this.#untimed > 0 ? performance.now() : this.#stoodStillUntil;
  }

  /** Waits for work that is bounded in time by itself. */
  async untimed<Value>(work: Promise<Value>): Promise<Value> {
    this.#untimed += 1;
    try {
      return await work;
    } finally {
      this.#untimed -= 1;
      this.#stoodStillUntil = performance.now();
    }
  }

  request(): void {
    this.#isRequested = true;
  }

  /** @throws ReadCancelled */
  throwIfRequested(): void {
    if (this.isRequested) throw new ReadCancelled();
  }
}
