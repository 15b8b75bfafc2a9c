import type { EventOnRecord } from '../../db/queries/event.ts';
import type { Delivery } from './delivery.ts';
import type { Batch, LogTail } from './log-tail.ts';
import type { Rendering } from './rendering.ts';

/** One who is told with a cohort. */
export interface Member {
  /** Tells it, where it stands at `from`; where it does not, or nothing is ready for it, it catches up by itself. */
  take(delivery: Delivery | undefined, from: number, to: number): void;
}

export interface CohortOptions {
  readonly tail: LogTail;
  readonly rendering: Rendering;
  readonly selects: (event: EventOnRecord) => boolean;
}

/** The subscribers who asked for the same, with the same permissions. What one of them is told is told to all. */
export class Cohort {
  readonly members = new Set<Member>();
  readonly rendering: Rendering;
  readonly selects: (event: EventOnRecord) => boolean;
  readonly tail: LogTail;

  constructor({ rendering, selects, tail }: CohortOptions) {
    this.rendering = rendering;
    this.selects = selects;
    this.tail = tail;
  }

  /** What of a batch is for this cohort. */
  share(batch: Batch): Promise<Delivery> {
    return this.rendering.deliver(batch.filter(this.selects), this.tail.head);
  }

  /** Nothing but a place in the log. */
  checkpoint(seq: number): Promise<Delivery> {
    return this.rendering.deliver([{ seq }], this.tail.head);
  }
}
