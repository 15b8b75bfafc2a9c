import type { ExecutionResult, subscribe as graphqlSubscribe } from 'graphql';

type Subscribe = typeof graphqlSubscribe;
type Results = AsyncGenerator<ExecutionResult, void, void>;

/**
 * Subscribes with a signal of its own in the context, which aborts when the reader leaves. A generator that waits for
 * the next event would hear of `return()` only after that event; the signal reaches it at once.
 */
export function endsWithReader(subscribe: Subscribe): Subscribe {
  return async (args) => {
    const context = args.contextValue;
    if (typeof context !== 'object' || context === null) return subscribe(args);
    const request =
      'signal' in context && context.signal instanceof AbortSignal ? context.signal : undefined;
    const reader = new AbortController();
    const leave = (): void => {
      request?.removeEventListener('abort', leave);
      reader.abort();
    };
    if (request?.aborted) leave();
    else request?.addEventListener('abort', leave);

    const results = await subscribe({
      ...args,
      contextValue: { ...context, signal: reader.signal },
    });
    if (Symbol.asyncIterator in results) return untilLeft(results, leave);
    leave();
    return results;
  };
}

function untilLeft(results: Results, leave: () => void): Results {
  return {
    async next() {
      const result = await results.next();
      if (result.done) leave();
      return result;
    },
    return() {
      leave();
      return results.return();
    },
    throw(error) {
      leave();
      return results.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
