import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Change } from './group.ts';

/** A change, which may share a transaction with others, or what is done between them. */
export type Queued = { readonly change: Change } | { readonly job: () => Promise<void> };

interface QueueOptions {
  /** Carries out a change, and what it takes of those behind it. It never fails. */
  readonly carryOut: (first: Change) => Promise<void>;
  /** Told how long each waited. */
  readonly onWait: ((waitedMs: number) => void) | undefined;
}

/** Who waits for the writer, in the order of asking. */
export class Queue {
  readonly #options: QueueOptions;
  readonly #queued: (Queued & { readonly since: number })[] = [];
  #work: Promise<void> | null = null;
  #begun = 0;

  constructor(options: QueueOptions) {
    this.#options = options;
  }

  add(queued: Queued): void {
    this.#queued.push({ ...queued, since: performance.now() });
    this.#work ??= this.#carryOut();
  }

  /** Takes the change that is next; null where there is none, or something else comes first. */
  takeChange(): Change | null {
    const [next] = this.#queued;
    if (next === undefined || 'job' in next) return null;
    this.#take();
    return next.change;
  }

  /** How many wait or are carried out. */
  get waiting(): number {
    return this.#queued.length + this.#begun;
  }

  /** Resolves once nobody waits. */
  async ended(): Promise<void> {
    await this.#work;
  }

  async #carryOut(): Promise<void> {
    while (this.#queued.length > 0) {
      // A file answers without leaving the turn: without this, a long queue would starve all else. Who else asks in this turn
      // has come into the queue then.
      await nextTurn();
      const next = this.#take();
      if (next === undefined) break;
      if ('job' in next) await next.job();
      else await this.#options.carryOut(next.change);
      this.#begun = 0;
    }
    this.#work = null;
  }

  #take(): Queued | undefined {
    const next = this.#queued.shift();
    if (next === undefined) return next;
    this.#begun += 1;
    this.#options.onWait?.(performance.now() - next.since);
    return next;
  }
}
