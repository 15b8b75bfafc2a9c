import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { headersIn } from './warc-records.ts';

/** What a server answered, as an archive keeps it. */
export interface HttpResponse {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Whether as much was kept as was sent, as far as that is told. Archives that keep what they decoded have more. */
  readonly isWhole: boolean;
  /** What was sent, without how it was sent: neither in chunks nor compressed. */
  body(): Buffer;
}

/** Null where it is no answer of HTTP. `body` throws where it cannot be decoded, or is larger than `largest` then. */
export function httpResponse(bytes: Buffer, largest: number): HttpResponse | null {
  const head = bytes.toString('latin1', 0, 64 * 1024);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head);
  const end = /\r?\n\r?\n/.exec(head);
  if (status === null) return null;
  const headers = headersIn(end === null ? head : head.slice(0, end.index));
  const sent =
    end === null ? bytes.subarray(bytes.length) : bytes.subarray(end.index + end[0].length);
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const length = Number(headers.get('content-length') ?? 0);
  return {
    status: Number(status[1]),
    headers,
    isWhole: isChunked || Number.isNaN(length) || length <= sent.length,
    body: () => {
      const whole = isChunked ? unchunked(sent) : sent;
      return uncompressed(whole, headers.get('content-encoding') ?? '', largest);
    },
  };
}

/** Some archives keep the header and not the chunks: what begins as none is whole. */
function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const size = /^([\da-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/i.exec(
      bytes.toString('latin1', at, at + 1024),
    );
    if (size === null && at === 0) return bytes;
    if (size === null) throw new Error('a chunk of it has no length');
    const [line, digits = ''] = size;
    const length = Number.parseInt(digits, 16);
    if (length === 0) break;
    const from = at + line.length;
    if (from + length > bytes.length) throw new Error('its chunks are cut off');
    parts.push(bytes.subarray(from, from + length));
    const isReturn = bytes[from + length] === 0x0d;
    at = from + length + (isReturn ? 2 : 1);
  }
  return Buffer.concat(parts);
}

/** Some archives keep the header and not the compression, too: what is no gzip is taken as it stands. */
function uncompressed(bytes: Buffer, encodings: string, largest: number): Buffer {
  const limit = { maxOutputLength: largest };
  const applied = encodings
    .toLowerCase()
    .split(',')
    .map((one) => one.trim());
  return applied.reduceRight((rest, encoding) => {
    if (encoding === '' || encoding === 'identity' || rest.length === 0) return rest;
    if (encoding === 'gzip' || encoding === 'x-gzip') {
      return rest[0] === 0x1f && rest[1] === 0x8b ? gunzipSync(rest, limit) : rest;
    }
    if (encoding === 'deflate') {
      const isWrapped = ((rest[0] ?? 0) & 0x0f) === 8 && rest.readUInt16BE(0) % 31 === 0;
      return isWrapped ? inflateSync(rest, limit) : inflateRawSync(rest, limit);
    }
    if (encoding === 'br') return startsAsMarkup(rest) ? rest : brotliDecompressSync(rest, limit);
    throw new Error(`it is compressed as ${JSON.stringify(encoding)}`);
  }, bytes);
}

const startsAsMarkup = (bytes: Buffer): boolean => /^\s*</.test(bytes.toString('latin1', 0, 100));
