import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { badRequest } from '../bad-request.ts';
import {
  assertAcceptedByName,
  brokenOff,
  isJson,
  paramsInBody,
  paramsInUrl,
} from '../json-request.ts';
import type { Admission } from '../limits/admission.ts';
import type { BodyAllowance } from '../limits/body-allowance.ts';
import type { RequestFacts } from '../request-facts.ts';
import type { TrustedDocuments } from '../trusted/trusted-documents.ts';

export interface JsonRequestOptions {
  readonly admission: Pick<Admission, 'refusalToTake'>;
  readonly allowance: BodyAllowance;
  readonly production: boolean;
  readonly trusted: Pick<TrustedDocuments, 'named'>;
}

/** Takes operations from the URL of a GET or the JSON body of a POST, and from nothing else. */
export function useJsonRequests({
  admission,
  allowance,
  production,
  trusted,
}: JsonRequestOptions): Plugin<object, RequestFacts> {
  return {
    onRequestParse({ request, serverContext, setRequestParser }) {
      if (request.method === 'GET') {
        setRequestParser(({ headers, url }) => {
          if (production) assertAcceptedByName(headers.get('accept'));
          return trusted.named(paramsInUrl(url));
        });
      }
      if (request.method === 'POST') {
        setRequestParser(async (post): Promise<GraphQLParams> => {
          if (!isJson(post.headers.get('content-type')))
            throw badRequest(415, 'A POST has the content type application/json, in UTF-8.');
          const body = await bytesOf(post, serverContext, allowance);
          return trusted.named(paramsInBody(body, serverContext, admission));
        });
      }
    },
  };
}

async function bytesOf(
  request: Request,
  facts: RequestFacts,
  { anybody, of }: BodyAllowance,
): Promise<Buffer> {
  const announced = request.headers.get('content-length');
  // Node's HTTP parser holds a body to the length that was announced.
  if (announced !== null && Number(announced) <= anybody) {
    const body = await request.arrayBuffer().catch(() => {
      throw brokenOff();
    });
    return Buffer.from(body);
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
    throw brokenOff();
  }
}
