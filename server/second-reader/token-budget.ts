import { ReaderFault } from './reader-fault.ts';

/** What was asked and answered, in tokens; estimated where a server does not tell. */
export interface Tokens {
  readonly input: number;
  readonly output: number;
  readonly areEstimated: boolean;
}

export const noTokens: Tokens = { input: 0, output: 0, areEstimated: false };

export function plusTokens(a: Tokens, b: Tokens): Tokens {
  return {
    input: a.input + b.input,
    output: a.output + b.output,
    areEstimated: a.areEstimated || b.areEstimated,
  };
}

/** Four letters a token, as English has them with most models. */
export const estimatedTokens = (text: string): number => Math.ceil(text.length / 4);

const dayMs = 86_400_000;

/** The tokens of a day, which begins at midnight, UTC. What this process spent is known, and not what another one did. */
export class TokenBudget {
  readonly #perDay: number;
  readonly #now: () => number;
  #day = 0;
  #spent = 0;

  constructor(perDay = Number.POSITIVE_INFINITY, now: () => number = Date.now) {
    this.#perDay = perDay;
    this.#now = now;
  }

  /** @throws ReaderFault where none are left: what was begun before may go beyond */
  assertLeft(): void {
    this.#turnDay();
    if (this.#spent >= this.#perDay) throw new ReaderFault('READER_OVER_BUDGET');
  }

  spend({ input, output }: Tokens): void {
    this.#turnDay();
    this.#spent += input + output;
  }

  #turnDay(): void {
    const day = Math.floor(this.#now() / dayMs);
    if (day !== this.#day) this.#spent = 0;
    this.#day = day;
  }
}
