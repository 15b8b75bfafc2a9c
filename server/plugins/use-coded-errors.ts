import { isAsyncIterable, mapAsyncIterator, type Plugin } from 'graphql-yoga';
import type { ErrorCoder } from '../coded-errors.ts';
import type { RequestFacts } from '../request-facts.ts';

/** Gives every error of every answer its code and the request's id, wherever on the way it arose. */
export function useCodedErrors(coder: ErrorCoder): Plugin<object, RequestFacts> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      if (isAsyncIterable(result)) {
        const { requestId } = serverContext;
        setResult(mapAsyncIterator(result, (each) => coder.codeResult(each, requestId)));
      } else if (!Array.isArray(result) && result.errors?.length) {
        const coded = coder.codeResult(result, serverContext.requestId);
        serverContext.errorCodes =
          coded.errors?.map((error) => String(error.extensions.code)) ?? [];
        setResult(coded);
      }
    },
  };
}
