import type { ServerResponse } from 'node:http';
import type { Leaving } from '../schema/cancellation.ts';

/** Whether nobody waits any more for an answer over HTTP. */
export class LeavingAsker implements Leaving {
  readonly #response: ServerResponse;

  constructor(response: ServerResponse) {
    this.#response = response;
  }

  hasLeft(): boolean {
    return this.#response.destroyed;
  }

  signal(): AbortSignal {
    const leaving = new AbortController();
    if (this.hasLeft()) leaving.abort();
    else this.#response.once('close', () => leaving.abort());
    return leaving.signal;
  }
}
