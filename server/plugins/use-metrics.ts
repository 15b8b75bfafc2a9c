import type { ExecutionArgs } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Metrics } from '../metrics/metrics.ts';
import { type CountedFacts, noteAnswer } from '../metrics/note-answer.ts';
import { operationIn } from '../metrics/operation-in.ts';

/** Counts every request over HTTP when it is answered, and every stream when it begins. */
export function useMetrics(metrics: Metrics): Plugin<CountedFacts, CountedFacts> {
  const note = ({
    args,
  }: {
    readonly args: ExecutionArgs & { contextValue?: CountedFacts };
  }): void => {
    if (args.contextValue) args.contextValue.operation = operationIn(args);
  };
  return {
    onExecute: note,
    onSubscribe: note,
    onResponse: ({ response, serverContext }) =>
      noteAnswer(metrics, serverContext, response.status),
  };
}
