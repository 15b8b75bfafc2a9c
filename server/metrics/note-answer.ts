import type { RequestFacts } from '../request-facts.ts';
import type { Answered, Metrics } from './metrics.ts';

/** Counts a request over HTTP that is answered. */
export function noteAnswer(
  metrics: Pick<Metrics, 'noteAnswer'>,
  { bill, errorCodes, isOwner, operation: noted, startedAt }: CountedFacts,
  status: number,
): void {
  // A query that is known may come past those who note what it is; whatever is executed has its bill.
  const operation = noted ?? (bill === undefined ? 'none' : 'query');
  metrics.noteAnswer({
    operation,
    transport: isOwner ? 'owner' : operation === 'subscription' ? 'sse' : 'http',
    codes: errorCodes ?? (status === 503 ? ['UNAVAILABLE'] : []),
    ms: performance.now() - startedAt,
  });
}

/** A request, with what it turned out to ask for. */
export type CountedFacts = RequestFacts & { operation?: Answered['operation'] };
