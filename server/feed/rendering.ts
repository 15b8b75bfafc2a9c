import type { ExecutionArgs, ExecutionResult, GraphQLError } from 'graphql';
import type { Database } from '../../db/client.ts';
import { type Checkpoint, type EventOnRecord, feedEvents } from '../../db/queries/event.ts';
import type { Executor } from '../../schema/reading/execute.ts';
import { encodeFeedCursor } from '../../schema/reading/feed-cursor.ts';
import type { ErrorCoder } from '../coded-errors.ts';
import { Delivery } from './delivery.ts';

/** What is told: an event, or a place in the log that is caught up with. */
export type Tellable = EventOnRecord | Checkpoint;

export interface RenderingOptions {
  /** The subscription of the first who asked it: all others are answered alike. */
  readonly args: ExecutionArgs;
  readonly execute: Executor;
  readonly coder: ErrorCoder;
  /** Under which the log tells what goes wrong. */
  readonly requestId: string;
  readonly db: Database;
}

const keptAtOnce = 200;

const serverFailures: ReadonlySet<unknown> = new Set(['INTERNAL', 'UNAVAILABLE']);

/** The answers to one subscription: each event is executed and serialised once, for all who are told of it. */
export class Rendering {
  readonly #options: RenderingOptions;
  readonly #answers = new Map<string, string | Promise<string>>();
  readonly #deliveries = new Map<string, Promise<Delivery>>();
  #head = 0;

  constructor(options: RenderingOptions) {
    this.#options = options;
  }

  /** These events, told as the record is now that the log ends at `head`. */
  deliver(told: readonly Tellable[], head: number): Promise<Delivery> {
    this.#forget(head);
    const name = told.map(nameOf).join();
    const known = this.#deliveries.get(name);
    if (known) return known;
    const delivery = this.#delivery(told);
    this.#deliveries.set(name, delivery);
    // What fails now may be told later: whoever asks again has it tried again.
    delivery.catch(() => this.#clear());
    return delivery;
  }

  /** An error as an answer. */
  refuse(error: GraphQLError): string {
    const { coder, requestId } = this.#options;
    return JSON.stringify({ errors: [coder.codeError(error, requestId)] });
  }

  /** Nothing is kept for longer than the record stays as it is, nor more than those who come together have use for. */
  #forget(head: number): void {
    const isMuch = this.#answers.size > keptAtOnce || this.#deliveries.size > keptAtOnce;
    if (this.#head === head && !isMuch) return;
    this.#clear();
    this.#head = head;
  }

  #clear(): void {
    this.#answers.clear();
    this.#deliveries.clear();
  }

  async #delivery(told: readonly Tellable[]): Promise<Delivery> {
    const { db } = this.#options;
    const answers = await this.#answer(told);
    return new Delivery(
      told.map(({ seq }, index) => ({
        cursor: encodeFeedCursor(db, seq),
        answer: answers[index] ?? '',
      })),
    );
  }

  #answer(told: readonly Tellable[]): Promise<readonly string[]> {
    const missing = told.filter((each) => !this.#answers.has(nameOf(each)));
    for (const [index, row] of feedEvents(missing).entries()) {
      const { args, execute } = this.#options;
      const result = execute({ ...args, rootValue: row });
      const answer =
        result instanceof Promise ? result.then((each) => this.#told(each)) : this.#told(result);
      const event = missing[index];
      if (event !== undefined) this.#answers.set(nameOf(event), answer);
    }
    return Promise.all(told.map((each) => this.#answers.get(nameOf(each)) ?? ''));
  }

  /** The answer as JSON. An event that could not be read is not told: its cursor would say that it was. */
  #told(result: ExecutionResult): string {
    const { coder, requestId } = this.#options;
    const { errors, ...answer } = coder.codeResult(result, requestId);
    const failure = errors?.find(({ extensions }) => serverFailures.has(extensions.code));
    if (failure) throw failure;
    return JSON.stringify(errors ? { ...answer, errors } : answer);
  }
}

/** A checkpoint is told after the event with its number. */
function nameOf(told: Tellable): string {
  return 'type' in told ? `${told.seq}` : `after ${told.seq}`;
}
