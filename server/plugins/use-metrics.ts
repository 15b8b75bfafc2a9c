import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Answered, Metrics } from '../metrics/metrics.ts';
import { operationIn } from '../metrics/operation-in.ts';
import type { RequestFacts } from '../request-facts.ts';

/** A request, with what it turned out to ask for. */
type Counted = RequestFacts & { operation?: Answered['operation'] };

/** Counts every request over HTTP when it is answered, and every stream when it begins. */
export function useMetrics(metrics: Metrics): Plugin<Counted, Counted> {
  const note = ({ args }: { readonly args: ExecutionArgs & { contextValue?: Counted } }): void => {
    if (args.contextValue) args.contextValue.operation = operationIn(args);
  };
  return {
    onExecute: note,
    onSubscribe: note,
    onResponse({ response, serverContext }) {
      const { bill, errorCodes, isOwner, startedAt } = serverContext;
      // A query that is known comes past the other plugins; whatever is executed has its bill.
      const operation = serverContext.operation ?? (bill === undefined ? 'none' : 'query');
      metrics.noteAnswer({
        operation,
        transport: isOwner ? 'owner' : operation === 'subscription' ? 'sse' : 'http',
        codes: errorCodes ?? (response.status === 503 ? ['UNAVAILABLE'] : []),
        ms: performance.now() - startedAt,
      });
    },
  };
}
