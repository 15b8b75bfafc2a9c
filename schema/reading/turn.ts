import type { GraphContext } from '../context.ts';
import type { MaybePromise } from './edge.ts';

/**
 * Does what takes a while, such as reading a list, when its turn comes: at once, unless others were kept waiting.
 * @throws ReadCancelled where nobody waits for the answer any more
 */
export function inTurn<A>(
  { cancellation, turn }: GraphContext,
  work: () => MaybePromise<A>,
): MaybePromise<A> {
  cancellation.throwIfRequested();
  return (
    turn()?.then(() => {
      cancellation.throwIfRequested();
      return work();
    }) ?? work()
  );
}
