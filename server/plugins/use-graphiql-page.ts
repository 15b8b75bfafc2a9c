import type { Plugin } from 'graphql-yoga';
import { createGraphiqlPage, encodingFor } from '../graphiql/page.ts';
import type { Log } from '../log.ts';

/** Answers a browser that opens `/graphql`, or is led there from `/`, with GraphiQL. */
export function useGraphiqlPage(log: Log): Plugin {
  const openPage = createGraphiqlPage();

  const respond = async (request: Request, ResponseOf: typeof Response): Promise<Response> => {
    const page = await openPage();
    const encoding = encodingFor(request.headers.get('accept-encoding'));
    const etag = `${page.etag.slice(0, -1)}-${encoding}"`;
    const headers = {
      etag,
      'cache-control': 'no-cache',
      vary: 'accept, accept-encoding',
      'content-security-policy': page.contentSecurityPolicy,
    };
    if (request.headers.get('if-none-match')?.includes(etag))
      return new ResponseOf(null, { status: 304, headers });
    return new ResponseOf(await page.bodyIn(encoding), {
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
      },
    });
  };

  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== 'GET' || !request.headers.get('accept')?.includes('text/html')) return;
      if (url.pathname === '/graphql') {
        const failed = (error: unknown): Response => {
          log.error({ err: error }, 'GraphiQL cannot be shown');
          return new fetchAPI.Response('GraphiQL cannot be shown. The log tells why.', {
            status: 500,
          });
        };
        return respond(request, fetchAPI.Response).catch(failed).then(endResponse);
      }
      if (url.pathname === '/')
        endResponse(
          new fetchAPI.Response(null, { status: 302, headers: { location: '/graphql' } }),
        );
    },
  };
}
