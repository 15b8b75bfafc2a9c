import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import {
  isKnownTo,
  type PublicAnswerOptions,
  privateHeaders,
  publicHeaders,
  tagOf,
  whoMayKeep,
} from '../public-answer.ts';
import type { RequestFacts } from '../request-facts.ts';

/**
 * Tells caches which answers to a GET they may keep, and whoever has one already that it is still so. A HEAD is answered as
 * its GET, without the body.
 */
export function usePublicAnswers(options: PublicAnswerOptions): Plugin<object, RequestFacts> {
  return {
    onRequest({ request, serverContext, setRequest, fetchAPI, url }) {
      if (request.method !== 'HEAD' || url.pathname !== '/graphql') return;
      serverContext.isHead = true;
      const { headers, signal } = request;
      setRequest(new fetchAPI.Request(request.url, { headers, signal }));
    },
    onResultProcess({ request, result, serverContext }) {
      if (isAsyncIterable(result) || Array.isArray(result) || result.errors) return;
      const keeps = whoMayKeep(request.method, serverContext);
      if (keeps === 'everybody')
        serverContext.etag = tagOf(`{"data":${JSON.stringify(result.data)}`);
      serverContext.isPrivate = keeps === 'nobody';
    },
    onResponse({ request, response, serverContext, setResponse, fetchAPI }) {
      const { etag, isForEmbeds, isHead, isPrivate } = serverContext;
      const told =
        etag === undefined
          ? []
          : publicHeaders(request.headers.get('origin'), etag, { ...options, isForEmbeds });
      const isKnown = etag !== undefined && isKnownTo(request.headers.get('if-none-match'), etag);
      const { headers, status } = response;
      const answer = isKnown
        ? new fetchAPI.Response(null, { status: 304 })
        : isHead
          ? new fetchAPI.Response(null, { status, headers })
          : response;
      for (const [name, value] of isPrivate ? privateHeaders : told)
        answer.headers.set(name, value);
      if (answer !== response) setResponse(answer);
    },
  };
}
