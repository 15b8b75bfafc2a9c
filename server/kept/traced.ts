import { randomBytes } from 'node:crypto';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { basisOf } from '../../db/queries/basis.ts';
import { Trace } from '../../db/read/traced-reader.ts';
import type { RestsOn } from '../../db/rules/grounds.ts';
import type { GraphContext } from '../../schema/context.ts';
import { type MaybePromise, whenRead } from '../../schema/reading/edge.ts';
import type { Executor } from '../../schema/reading/execute.ts';
import { encodeFeedCursor } from '../../schema/reading/feed-cursor.ts';
import { lastSeen } from '../../schema/reading/last-seen.ts';

/** An answer, and what it rests on. */
export interface Traced {
  readonly result: ExecutionResult;
  /** Null where it is not to be kept. */
  readonly restsOn: RestsOn | null;
  /** What stands in it for the cursor of the feed; null where it tells none. */
  readonly cursor: string | null;
}

// Of a log that nobody has: nothing on record holds one of its cursors.
const noEpoch = randomBytes(8).toString('hex');

/** Executes a query and notes what its answer rests on. `version` tells one state of the record from another. */
export function traced(
  execute: Executor,
  args: ExecutionArgs,
  version: () => number,
): MaybePromise<Traced> {
  // The context of every operation is ours.
  const context = args.contextValue as GraphContext;
  const trace = new Trace(basisOf);
  let [tellsCursor, isCharged] = [false, false];
  const contextValue: GraphContext = {
    ...context,
    db: Object.create(context.db, {
      epoch: {
        get() {
          tellsCursor = true;
          return noEpoch;
        },
      },
    }),
    reader: trace.over(context.reader),
    aside: trace.over(context.aside),
    trace,
    charge(points) {
      isCharged = true;
      context.charge(points);
    },
  };
  const before = version();
  return whenRead(execute({ ...args, contextValue }), (result): MaybePromise<Traced> => {
    const isToBeKept = !result.errors && !isCharged && version() === before;
    const restsOn = isToBeKept ? trace.restsOn : null;
    if (!tellsCursor) return { result, restsOn, cursor: null };
    // Nobody could tell any more which cursors stand in it.
    if (!isToBeKept)
      return whenRead(execute(args), (again) => ({ result: again, restsOn: null, cursor: null }));
    return whenRead(lastSeen(context), ({ seq }) => {
      const cursor = encodeFeedCursor({ ...context.db, epoch: noEpoch }, seq);
      return { result, restsOn, cursor };
    });
  });
}
