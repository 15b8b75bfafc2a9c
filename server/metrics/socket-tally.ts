import type { ExecutionArgs, GraphQLFormattedError } from 'graphql';
import type { Metrics } from './metrics.ts';
import { operationIn } from './operation-in.ts';

/** Counts what is asked over sockets, each operation once; `asked` is the message that it came with. */
export interface SocketTally {
  begin(asked: object): void;
  /** It is answered, or its stream begins; without `args` it was refused before anything was executed. */
  answered(
    asked: object,
    args: ExecutionArgs | null,
    errors: readonly GraphQLFormattedError[],
  ): void;
}

export function createSocketTally(metrics: Metrics): SocketTally {
  const begun = new WeakMap<object, number>();
  return {
    begin(asked) {
      begun.set(asked, performance.now());
    },
    answered(asked, args, errors) {
      const since = begun.get(asked);
      // The error that ends a stream is no answer of its own.
      if (since === undefined) return;
      begun.delete(asked);
      metrics.noteAnswer({
        operation: args === null ? 'none' : operationIn(args),
        transport: 'websocket',
        codes: errors.map(({ extensions }) => extensions?.code),
        ms: performance.now() - since,
      });
    },
  };
}
