import { setImmediate as nextTurn } from 'node:timers/promises';

const turnMs = 5;

/** Leaves room for whatever else the process does, while something is done that waits for nothing. */
export class LoopTurns {
  #since = performance.now();

  /** The next turn of the event loop, where this one took its time. */
  leaveRoom(): void | Promise<void> {
    if (performance.now() - this.#since > turnMs) return this.#nextTurn();
  }

  async #nextTurn(): Promise<void> {
    await nextTurn();
    this.#since = performance.now();
  }
}
