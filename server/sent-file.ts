import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Encoding = 'br' | 'gzip' | 'identity';
type Bytes = Uint8Array<ArrayBuffer>;

/** A file as browsers are sent it, compressed once for each encoding that is asked for. */
export interface SentFile {
  readonly etag: string;
  readonly headers: Readonly<Record<string, string>>;
  bodyIn(encoding: Encoding): Promise<Bytes>;
}

export function sentFile(identity: Bytes, headers: SentFile['headers']): SentFile {
  const bodies = new Map<Encoding, Promise<Bytes>>([['identity', Promise.resolve(identity)]]);
  return {
    etag: `"${createHash('sha256').update(identity).digest('base64url')}"`,
    headers,
    bodyIn(encoding) {
      const body = bodies.get(encoding) ?? compressed(identity, encoding);
      bodies.set(encoding, body);
      return body;
    },
  };
}

/** The file as this request accepts it; nothing of it for who has it already, and for who asks for its head alone. */
export async function responseOf(
  file: SentFile,
  request: Pick<Request, 'headers' | 'method'>,
  ResponseOf: typeof Response,
): Promise<Response> {
  const encoding = encodingFor(request.headers.get('accept-encoding'));
  const etag = `${file.etag.slice(0, -1)}-${encoding}"`;
  const headers = { ...file.headers, etag };
  if (request.headers.get('if-none-match')?.includes(etag))
    return new ResponseOf(null, { status: 304, headers });
  const encodingTold = encoding === 'identity' ? {} : { 'content-encoding': encoding };
  const body = request.method === 'HEAD' ? null : await file.bodyIn(encoding);
  return new ResponseOf(body, { headers: { ...headers, ...encodingTold } });
}

/** The smallest encoding that a client accepts. */
function encodingFor(acceptEncoding: string | null): Encoding {
  const accepted = (acceptEncoding ?? '').split(',').map((each) => each.replaceAll(/\s/g, ''));
  const accepts = (name: string) =>
    accepted.some(
      (each) => each === name || (each.startsWith(`${name};q=`) && !/q=0(\.0*)?$/.test(each)),
    );
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

async function compressed(body: Bytes, encoding: Encoding): Promise<Bytes> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 6,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  return new Uint8Array(
    encoding === 'gzip'
      ? await promisify(gzip)(body)
      : await promisify(brotliCompress)(body, { params }),
  );
}
