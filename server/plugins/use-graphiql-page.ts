import type { Plugin } from 'graphql-yoga';
import { createGraphiqlPage, filesPath, pagePath } from '../graphiql/page.ts';
import { encodingFor, type SentFile } from '../graphiql/sent-file.ts';
import type { Log } from '../log.ts';

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

async function responseOf(
  file: SentFile,
  request: Request,
  ResponseOf: typeof Response,
): Promise<Response> {
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  const etag = `${file.etag.slice(0, -1)}-${encoding}"`;
  const headers = { ...file.headers, etag };
  if (request.headers.get('if-none-match')?.includes(etag))
    return new ResponseOf(null, { status: 304, headers });
  const encodingTold = encoding === 'identity' ? {} : { 'content-encoding': encoding };
  return new ResponseOf(await file.bodyIn(encoding), { headers: { ...headers, ...encodingTold } });
}
