import { isUtf8 } from 'node:buffer';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badRequest } from '../bad-request.ts';

/** Takes operations from the URL of a GET or the JSON body of a POST, and from nothing else. */
export function useJsonRequests(options: { maxBytes: number }): Plugin {
  return {
    onRequestParse({ request, setRequestParser }) {
      if (request.method === 'GET') setRequestParser(paramsInUrl);
      if (request.method === 'POST')
        setRequestParser((post) => paramsInBody(post, options.maxBytes));
    },
  };
}

function paramsInUrl(request: Request): GraphQLParams {
  const start = request.url.indexOf('?');
  const search = new URLSearchParams(start < 0 ? '' : request.url.slice(start));
  const params: GraphQLParams = {};
  const query = search.get('query');
  if (query) params.query = query;
  const operationName = search.get('operationName');
  if (operationName) params.operationName = operationName;
  for (const name of ['variables', 'extensions'] as const) {
    const json = search.get(name);
    if (json) params[name] = parseJson(json, `The parameter ${name} is not JSON.`);
  }
  return params;
}

async function paramsInBody(request: Request, maxBytes: number): Promise<GraphQLParams> {
  const mediaType = request.headers.get('content-type') ?? 'none';
  if (!/^application\/json(?:\s*;\s*charset=("?)utf-8\1)?\s*$/i.test(mediaType)) {
    throw badRequest(415, 'A POST has the content type application/json, in UTF-8.');
  }
  const body = await bytesOf(request, maxBytes);
  if (!isUtf8(body)) throw badRequest(400, 'The body is not UTF-8.');
  return parseJson(body.toString(), 'The body is not JSON.');
}

async function bytesOf(request: Request, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => badRequest(413, `A body may have ${maxBytes} bytes.`);
  const announced = request.headers.get('content-length');
  if (announced !== null) {
    if (Number(announced) > maxBytes) throw tooLarge();
    // Node's HTTP parser holds a body to the length that was announced.
    return Buffer.from(await request.arrayBuffer());
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function parseJson(text: string, refusal: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(400, refusal);
  }
}
