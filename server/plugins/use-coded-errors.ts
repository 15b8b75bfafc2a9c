import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { ErrorCoder } from '../coded-errors.ts';
import type { RequestFacts } from '../request-facts.ts';

/** Gives every error of every answer its code and the request's id, wherever on the way it arose. */
export function useCodedErrors(coder: ErrorCoder): Plugin<object, RequestFacts> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      // What a stream tells has its codes already.
      if (!isAsyncIterable(result) && !Array.isArray(result) && result.errors?.length) {
        const coded = coder.codeResult(result, serverContext.requestId);
        serverContext.errorCodes =
          coded.errors?.map((error) => String(error.extensions.code)) ?? [];
        setResult(coded);
      }
    },
  };
}
