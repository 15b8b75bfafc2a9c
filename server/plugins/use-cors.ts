import type { Plugin } from 'graphql-yoga';
import { crossOriginHeaders, embedHeaders } from '../cors.ts';
import { isReadByEmbeds, type PublicAnswerOptions } from '../public-answer.ts';
import type { RequestFacts } from '../request-facts.ts';

const preflight = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers':
    'authorization, content-type, last-event-id, onrecord-read-after, traceparent, tracestate, x-request-id',
  'access-control-max-age': '600',
} as const;

/** Lets the pages of some origins read answers, never with the browser's own credentials. */
export function useCors({
  allowsOrigin,
  embeds,
}: Omit<PublicAnswerOptions, 'cacheSeconds'>): Plugin<object, RequestFacts> {
  return {
    onRequest({ request, endResponse, fetchAPI }) {
      if (request.method !== 'OPTIONS') return;
      const origin = request.headers.get('origin');
      const headers = origin && allowsOrigin(origin) ? preflight : { allow: 'GET, POST' };
      endResponse(new fetchAPI.Response(null, { status: 204, headers: { ...headers } }));
    },
    onResponse({ request, response: { headers }, serverContext }) {
      // What everybody may keep tells it with the rest.
      if (serverContext.etag !== undefined) return;
      const origin = request.headers.get('origin');
      const told = isReadByEmbeds(request.method, serverContext)
        ? embedHeaders(origin, embeds)
        : crossOriginHeaders(origin, allowsOrigin);
      for (const [name, value] of told) headers.append(name, value);
    },
  };
}
