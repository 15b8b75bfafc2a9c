import { randomUUID } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';
import { type Log, nameInLog } from '../log.ts';
import type { RequestFacts } from '../request-facts.ts';

/** Names each request, in its log line and in `x-request-id`, and logs one line when it is answered. */
export function useRequestLog(log: Log): Plugin<object, RequestFacts> {
  return {
    onRequest({ request, serverContext }) {
      serverContext.requestId = requestIdFrom(request.headers.get('x-request-id'));
      serverContext.startedAt = performance.now();
    },
    onResponse({ request, response, serverContext }) {
      response.headers.set('x-request-id', serverContext.requestId);
      const line = {
        requestId: serverContext.requestId,
        method: request.method,
        path: pathOf(request.url),
        operation: nameInLog(serverContext.params?.operationName),
        token: serverContext.viewer?.token ?? undefined,
        status: response.status,
        codes: serverContext.errorCodes,
        ms: Math.round((performance.now() - serverContext.startedAt) * 100) / 100,
      };
      log.info(line, 'request');
    },
  };
}

/** Keeps the id that a proxy gave, where it is one that can stand in a log. */
function requestIdFrom(given: string | null): string {
  return given && /^[\w.:-]{8,100}$/.test(given) ? given : randomUUID();
}

/** Without the query string, which may hold variables. */
function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.indexOf('?', start);
  return url.slice(start, end < 0 ? undefined : end);
}
