import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';

/** A record of a web archive, as crawlers write them. */
export function warcRecord(
  headers: Readonly<Record<string, string | number>>,
  body: Buffer | string,
): Buffer {
  const bytes = Buffer.from(body);
  const told = { 'Content-Length': bytes.length, ...headers };
  const lines = Object.entries(told).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `WARC/1.0\r\n${lines.join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n\r\n')]);
}

interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
}

/** The record of an answer to a request for a page. */
export function warcResponse(url: string, { status = 200, headers, body }: Answer): Buffer {
  const told = { 'Content-Type': 'text/html; charset=utf-8', ...headers };
  const lines = Object.entries(told).map(([name, value]) => `${name}: ${value}\r\n`);
  const http = Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} Anything\r\n${lines.join('')}\r\n`),
    Buffer.from(body),
  ]);
  const type = { 'WARC-Type': 'response', 'Content-Type': 'application/http; msgtype=response' };
  return warcRecord({ ...type, 'WARC-Target-URI': url, 'WARC-Date': '2024-11-12T09:30:00Z' }, http);
}

/** Each record in a member of its own, as archives are compressed. */
export const zipped = (records: readonly Buffer[]): Buffer =>
  Buffer.concat(records.map((record) => gzipSync(record)));

/** In chunks of so many bytes, as servers send them. */
export function inChunks(body: Buffer | string, size: number): Buffer {
  const bytes = Buffer.from(body);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    const part = bytes.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)};note=any\r\n`), part, Buffer.from('\r\n'));
  }
  return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')]);
}

/** Ways to send a body. */
export const encodings = {
  gzip: (body: Buffer) => gzipSync(body),
  'x-gzip': (body: Buffer) => gzipSync(body),
  deflate: (body: Buffer) => deflateSync(body),
  'Deflate ': (body: Buffer) => deflateRawSync(body),
  br: (body: Buffer) => brotliCompressSync(body),
  'gzip, br': (body: Buffer) => brotliCompressSync(gzipSync(body)),
  identity: (body: Buffer) => body,
} as const;
