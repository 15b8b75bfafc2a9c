import type { EventOnRecord } from '../../db/queries/event.ts';
import type { Delivery } from './delivery.ts';
import type { Batch, LogTail } from './log-tail.ts';
import type { Rendering } from './rendering.ts';

/** A stretch of the log, as a cohort passes it. */
export interface Passed {
  readonly from: number;
  readonly to: number;
  /** The number of the last event in it of which the cohort may know; null without any. */
  readonly seen: number | null;
}

/** One who is told with a cohort. */
export interface Member {
  /** Tells it, where it stands at `from`; where it does not, or nothing is ready for it, it catches up by itself. */
  take(delivery: Delivery | undefined, passed: Passed): void;
}

export interface CohortOptions {
  readonly tail: LogTail;
  readonly rendering: Rendering;
  readonly sees: (event: EventOnRecord) => boolean;
  readonly selects: (event: EventOnRecord) => boolean;
}

/** The subscribers who asked for the same, with the same permissions. What one of them is told is told to all. */
export class Cohort {
  readonly members = new Set<Member>();
  readonly rendering: Rendering;
  readonly selects: (event: EventOnRecord) => boolean;
  readonly tail: LogTail;
  readonly #sees: (event: EventOnRecord) => boolean;

  constructor({ rendering, sees, selects, tail }: CohortOptions) {
    this.rendering = rendering;
    this.#sees = sees;
    this.selects = selects;
    this.tail = tail;
  }

  /** What of a batch is for this cohort. */
  share(batch: Batch): Promise<Delivery> {
    return this.rendering.deliver(batch.filter(this.selects), this.tail.head);
  }

  /** The number of the last event of a batch of which the cohort may know; null without any. */
  seenIn(batch: Batch): number | null {
    return batch.findLast(this.#sees)?.seq ?? null;
  }

  /** Nothing but the place behind an event. */
  checkpoint(seq: number): Promise<Delivery> {
    return this.rendering.deliver([{ seq }], this.tail.head);
  }
}
