import { setImmediate as nextTurn } from 'node:timers/promises';

const turnMs = 10;

/** Leaves room for whatever else the process does, while something is worked out that waits for nothing. */
export class LoopTurns {
  #since = performance.now();

  /** Waits for the next turn of the event loop, where this one took its time. */
  async leaveRoom(): Promise<void> {
    if (performance.now() - this.#since < turnMs) return;
    await nextTurn();
    this.#since = performance.now();
  }
}
