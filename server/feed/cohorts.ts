import { randomUUID } from 'node:crypto';
import type { ExecutionArgs } from 'graphql';
import type { GraphContext } from '../../schema/context.ts';
import type { Followed } from '../../schema/feed/event-feed.ts';
import type { Executor } from '../../schema/reading/execute.ts';
import type { ErrorCoder } from '../coded-errors.ts';
import { Cohort } from './cohort.ts';
import type { Delivery } from './delivery.ts';
import type { Batch, LogTail } from './log-tail.ts';
import { questionOf } from './question.ts';
import { Rendering } from './rendering.ts';
import type { Asker } from './stream.ts';

/** A subscription, and who asks. */
export interface Subscription {
  readonly args: ExecutionArgs;
  /** In which its events are answered: of the asker's request it holds what all who share its cohort have in common. */
  readonly context: GraphContext;
  readonly asker: Asker;
  /** Told how many events of the past it looked at and told; answers for how many milliseconds it has to rest. */
  readonly replay?: ((events: number, told: number) => number) | undefined;
}

export interface CohortsOptions {
  readonly tail: LogTail;
  readonly execute: Executor;
  readonly coder: ErrorCoder;
}

/** Cohorts whose events are answered alike: they differ in what they select, and in nothing else. */
interface Group {
  readonly rendering: Rendering;
  readonly cohorts: Map<string, Cohort>;
}

/** All cohorts of this process. */
export class Cohorts {
  readonly #options: CohortsOptions;
  readonly #groups = new Map<string, Group>();

  constructor(options: CohortsOptions) {
    this.#options = options;
  }

  /** The cohort for all who ask this with these permissions. */
  of(subscription: Subscription, { sees, selects }: Followed): Cohort {
    const { args, context } = subscription;
    const { answer, selection } = questionOf(args);
    const name = `${context.viewer?.role ?? ''} ${answer}`;
    const group = this.#groups.get(name) ?? this.#open(subscription);
    this.#groups.set(name, group);
    const { tail } = this.#options;
    const cohort =
      group.cohorts.get(selection) ??
      new Cohort({ tail, sees, selects, rendering: group.rendering });
    group.cohorts.set(selection, cohort);
    return cohort;
  }

  /** Makes a batch ready for every cohort: each event that anybody selects is answered once. */
  async prepare(batch: Batch): Promise<(from: number, to: number) => void> {
    this.prune();
    const deliveries = new Map<Cohort, Delivery>();
    const prepareGroup = async ({ rendering, cohorts }: Group): Promise<void> => {
      const selected = batch.filter((event) => anySelects(cohorts.values(), event));
      await rendering.deliver(selected, this.#options.tail.head);
      for (const cohort of [...cohorts.values()]) deliveries.set(cohort, await cohort.share(batch));
    };
    // Where it fails, the streams find out themselves: each tries once more, then ends with the error.
    await Promise.allSettled([...this.#groups.values()].map(prepareGroup));
    return (from, to) => {
      for (const { cohorts } of this.#groups.values()) {
        for (const cohort of cohorts.values()) {
          const passed = { from, to, seen: cohort.seenIn(batch) };
          for (const stream of cohort.members) stream.take(deliveries.get(cohort), passed);
        }
      }
    };
  }

  /** Lets go of cohorts whose last member has left. */
  prune(): void {
    for (const [name, { cohorts }] of this.#groups) {
      for (const [selection, { members }] of cohorts) {
        if (members.size === 0) cohorts.delete(selection);
      }
      if (cohorts.size === 0) this.#groups.delete(name);
    }
  }

  #open({ args, context }: Subscription): Group {
    const { coder, execute } = this.#options;
    const options = { coder, execute, requestId: randomUUID(), db: context.db };
    return {
      rendering: new Rendering({ ...options, args: { ...args, contextValue: context } }),
      cohorts: new Map(),
    };
  }
}

function anySelects(cohorts: Iterable<Cohort>, event: Parameters<Cohort['selects']>[0]): boolean {
  for (const cohort of cohorts) if (cohort.selects(event)) return true;
  return false;
}
