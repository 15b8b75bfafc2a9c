import type { Plugin } from 'graphql-yoga';
import type { Admission } from '../limits/admission.ts';
import type { PagesForPeople } from '../pages/pages.ts';
import type { RequestFacts } from '../request-facts.ts';

/** Answers whoever opens the address of a page, whatever token they show: a page is the same for all. */
export function usePages(
  pages: PagesForPeople,
  admission: Admission,
): Plugin<object, RequestFacts> {
  return {
    async onRequest({ request, serverContext, url, endResponse, fetchAPI }) {
      if (request.method !== 'GET' && request.method !== 'HEAD') return;
      if (!pages.has(url.pathname)) return;
      const { Response: ResponseOf } = fetchAPI;
      serverContext.viewer = null;
      if (admission.refusalToHear(serverContext)) {
        endResponse(pages.notice(429, ResponseOf));
        return;
      }
      endResponse(await pages.answer({ request, url, facts: serverContext, ResponseOf }));
    },
  };
}
