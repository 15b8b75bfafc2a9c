import type { Plugin } from 'graphql-yoga';
import { createGraphiqlPage, filesPath, pagePath } from '../graphiql/page.ts';
import type { Log } from '../log.ts';
import { responseOf } from '../sent-file.ts';

export interface GraphiqlPageOptions {
  readonly log: Log;
  /** Whether whoever opens the page may read the schema without a token. */
  readonly schemaIsPublic: boolean;
}

/** Answers a browser that opens `/graphql`, or is led there from `/`, with GraphiQL, and tells it the page's files. */
export function useGraphiqlPage({ log, schemaIsPublic }: GraphiqlPageOptions): Plugin {
  const openPage = createGraphiqlPage(schemaIsPublic);

  const respond = async (
    request: Request,
    pathname: string,
    ResponseOf: typeof Response,
  ): Promise<Response | undefined> => {
    try {
      const file = (await openPage()).get(pathname);
      return file && (await responseOf(file, request, ResponseOf));
    } catch (error) {
      log.error({ err: error }, 'GraphiQL cannot be shown');
      return new ResponseOf('GraphiQL cannot be shown. The log tells why.', { status: 500 });
    }
  };

  return {
    async onRequest({ request, url: { pathname }, endResponse, fetchAPI }) {
      if (request.method !== 'GET') return;
      const isForPeople = request.headers.get('accept')?.includes('text/html');
      if (pathname.startsWith(filesPath) || (isForPeople && pathname === pagePath)) {
        const response = await respond(request, pathname, fetchAPI.Response);
        if (response) endResponse(response);
      } else if (isForPeople && pathname === '/') {
        const headers = { location: pagePath };
        endResponse(new fetchAPI.Response(null, { status: 302, headers }));
      }
    },
  };
}
