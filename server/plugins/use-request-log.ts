import type { Plugin } from 'graphql-yoga';
import type { Log } from '../log.ts';
import type { RequestFacts } from '../request-facts.ts';
import { logAnswer, nameRequest } from '../request-line.ts';

/** Names each request, in its log line and in `x-request-id`, and logs one line when it is answered. */
export function useRequestLog(log: Log): Plugin<object, RequestFacts> {
  return {
    onRequest({ request, serverContext }) {
      nameRequest(serverContext, request.headers.get('x-request-id'));
    },
    onResponse({ request: { method, url }, response, serverContext }) {
      response.headers.set('x-request-id', serverContext.requestId);
      const asked = serverContext.isHead ? 'HEAD' : method;
      logAnswer(log, serverContext, { method: asked, url, status: response.status });
    },
  };
}
