import { isUtf8 } from 'node:buffer';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badRequest } from '../bad-request.ts';
import type { Admission } from '../limits/admission.ts';
import type { BodyAllowance } from '../limits/body-allowance.ts';
import { bodyPoints } from '../limits/reading-prices.ts';
import type { RequestFacts } from '../request-facts.ts';

export interface JsonRequestOptions {
  readonly admission: Pick<Admission, 'refusalToTake'>;
  readonly production: boolean;
}

/** Takes operations from the URL of a GET or the JSON body of a POST, and from nothing else. */
export function useJsonRequests(
  allowance: BodyAllowance,
  { admission, production }: JsonRequestOptions,
): Plugin<object, RequestFacts> {
  return {
    onRequestParse({ request, serverContext, setRequestParser }) {
      if (request.method === 'GET') {
        setRequestParser((get) => {
          if (production) assertAcceptedByName(get);
          return paramsInUrl(get);
        });
      }
      if (request.method === 'POST')
        setRequestParser((post) => paramsInBody(post, serverContext, { admission, allowance }));
    },
  };
}

// What accepts anything may be an image, a script or a link of any page.
function assertAcceptedByName({ headers }: Request): void {
  const named = /\b(application\/(graphql-response\+)?json|text\/event-stream)\b/;
  if (named.test(headers.get('accept') ?? '')) return;
  throw badRequest(
    406,
    'A GET accepts application/json, application/graphql-response+json or text/event-stream by name.',
  );
}

function paramsInUrl(request: Request): GraphQLParams {
  const start = request.url.indexOf('?');
  const text = start < 0 ? '' : request.url.slice(start);
  if (!isUtf8InUrl(text)) throw badRequest(400, 'The address is not UTF-8.');
  const search = new URLSearchParams(text);
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

/** URLSearchParams would mend what is not. */
function isUtf8InUrl(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

async function paramsInBody(
  request: Request,
  facts: RequestFacts,
  { admission, allowance }: Pick<JsonRequestOptions, 'admission'> & { allowance: BodyAllowance },
): Promise<GraphQLParams> {
  const mediaType = request.headers.get('content-type') ?? 'none';
  if (!/^application\/json(?:\s*;\s*charset=("?)utf-8\1)?\s*$/i.test(mediaType)) {
    throw badRequest(415, 'A POST has the content type application/json, in UTF-8.');
  }
  const body = await bytesOf(request, facts, allowance);
  const refused = admission.refusalToTake(facts, bodyPoints(body.length));
  if (refused) throw refused;
  if (!isUtf8(body)) throw badRequest(400, 'The body is not UTF-8.');
  return parseJson(body.toString(), 'The body is not JSON.');
}

async function bytesOf(
  request: Request,
  facts: RequestFacts,
  { anybody, of }: BodyAllowance,
): Promise<Buffer> {
  const announced = request.headers.get('content-length');
  // Node's HTTP parser holds a body to the length that was announced.
  if (announced !== null && Number(announced) <= anybody) {
    return Buffer.from(await request.arrayBuffer().catch(brokenOff));
  }
  const most = await of({ ...facts, authorization: request.headers.get('authorization') });
  const tooLarge = () => badRequest(413, `A body may have ${most} bytes.`);
  if (Number(announced) > most) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of piecesOf(request)) {
    length += chunk.byteLength;
    if (length > most) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function* piecesOf({ body }: Request): AsyncGenerator<Uint8Array> {
  try {
    yield* body ?? [];
  } catch {
    brokenOff();
  }
}

/** Whoever sent it has left, which is no fault of the server. */
function brokenOff(): never {
  throw badRequest(400, 'The body was broken off.');
}

function parseJson(text: string, refusal: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest(400, refusal);
  }
}
