import type { ExecutionResult, GraphQLError } from 'graphql';
import { Written } from '../../schema/writing/written.ts';
import type { Purse, Rates, Wait } from './rates.ts';
import { asidePoints, eventPoints, requestPoints } from './weights.ts';

export interface BillOptions {
  /** What the operation costs as far as it is known before it is carried out. */
  readonly points: number;
  /** What was taken for the request before. */
  readonly before: number;
  /** What it uses that is deprecated. */
  readonly deprecations: readonly string[];
  /** Whether texts are in its answer whose length nobody knows beforehand. */
  readonly letterRate: number;
  readonly purses: readonly Purse[];
  readonly rates: Rates;
  readonly refuse: (wait: Wait) => GraphQLError;
}

export interface Extensions {
  readonly cost: number;
  readonly deprecations?: readonly string[];
}

/** What an operation costs that nobody knows before it is carried out: it is taken as it comes up, and may be owed. */
export class Bill {
  readonly points: number;
  readonly #options: BillOptions;
  #total: number;
  #paidMs = 0;
  #forTexts = 0;
  #refusal: GraphQLError | null = null;

  constructor(options: BillOptions) {
    this.points = options.points;
    this.#options = options;
    this.#total = options.before;
  }

  /** What was taken for the request in all. */
  get total(): number {
    return Math.ceil(this.#total);
  }

  /**
   * Takes what was read aside since it was last asked, by how long all of it has kept a processor. Nothing more may be
   * read aside for whoever owes something then.
   */
  mayReadOn(spentMs: number): boolean {
    const { purses, rates, refuse } = this.#options;
    this.#payAside(spentMs);
    const wait = rates.owed(purses);
    if (wait !== null) this.#refusal ??= refuse(wait);
    return wait === null;
  }

  /** Takes what it cost a stream to look at so many events of the past, and to tell so many. Answers for how many milliseconds it rests. */
  replayed(events: number, told: number): number {
    const { purses, rates } = this.#options;
    this.charge(events * eventPoints + told * (this.points - requestPoints));
    return 1_000 * (rates.owed(purses)?.seconds ?? 0);
  }

  /** Takes so many points for what nobody could know of beforehand. */
  charge(points: number): void {
    this.#options.rates.owe(this.#options.purses, points);
    this.#total += points;
  }

  /** What is told beside an answer: what it cost and, where it uses something deprecated, what. */
  get extensions(): Extensions {
    const { deprecations } = this.#options;
    const cost = this.total;
    return deprecations.length > 0 ? { cost, deprecations } : { cost };
  }

  /** What was taken for the texts in the answer. */
  get forTexts(): number {
    return this.#forTexts;
  }

  /** Takes what it costs to tell an answer again for whose texts so much was taken; tells what is told beside it. */
  tellAgain(forTexts: number): Extensions {
    this.charge(forTexts);
    return this.extensions;
  }

  /** The answer with what it cost, or why there is none. */
  settle(result: ExecutionResult, spentMs: number): ExecutionResult {
    this.#payAside(spentMs);
    if (this.#options.letterRate > 0)
      this.#forTexts = Math.floor(this.#options.letterRate * lengthOf(result));
    this.charge(this.#forTexts);
    const extensions = { ...this.extensions };
    if (this.#refusal) return { errors: [this.#refusal], extensions };
    // Whoever executed it lets go of it; a copy is dear.
    result.extensions = extensions;
    return result;
  }

  #payAside(spentMs: number): void {
    if (spentMs > this.#paidMs) this.charge(asidePoints(spentMs - this.#paidMs));
    this.#paidMs = spentMs;
  }
}

/** How long an answer is as JSON, written already or not. */
function lengthOf({ data }: ExecutionResult): number {
  return data instanceof Written ? data.text.length : JSON.stringify(data ?? null).length;
}
