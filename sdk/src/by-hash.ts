import { nameOf } from './answer.ts';
import type { ByHash, Connection } from './connect.ts';
import { ResponseError } from './errors.ts';

interface Subtle {
  digest(algorithm: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer>;
}
declare const crypto: { readonly subtle?: Subtle } | undefined;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Proxies and servers differ in what they take; this, all do. */
const longest = 2_000;

/**
 * The same connection, reading by GET, by the hash of each document, so that caches may keep the answer. What has to be posted
 * is: changes, feeds, what is too long, what the server does not know, and everything where the host makes no hashes, as on a
 * page that came over plain HTTP.
 * @example const connection = readingByGet(connect({ url: 'https://record.example/graphql' }));
 */
export function readingByGet(connection: Connection): Connection {
  return { ...connection, byHash: byHashAt(connection.url) };
}

function byHashAt(url: string): ByHash {
  /** By the text of a document its hash, or none where the server does not know it. */
  const hashes = new Map<string, string>();
  const start = `${url}${url.includes('?') ? '&' : '?'}operationName=`;
  return {
    async addressOf({ text, variables }) {
      if (!/^\s*query\b/.test(text)) return undefined;
      const sha256Hash = hashes.get(text) ?? (await sha256Of(text));
      hashes.set(text, sha256Hash);
      const persisted = JSON.stringify({ persistedQuery: { version: 1, sha256Hash } });
      const search = `variables=${encodeURIComponent(JSON.stringify(variables))}&extensions=${encodeURIComponent(persisted)}`;
      const address = `${start}${nameOf({ text }) ?? ''}&${search}`;
      return sha256Hash && address.length <= longest ? address : undefined;
    },
    isUnknown({ text }, error) {
      const isRefused = error instanceof ResponseError && error.code.startsWith('PERSISTED_QUERY_');
      if (!isRefused || !hashes.get(text)) return false;
      hashes.set(text, '');
      return true;
    },
  };
}

/** The SHA-256 of a text, in hex; empty where the host makes no hashes. */
export async function sha256Of(text: string): Promise<string> {
  const subtle = typeof crypto === 'object' ? crypto.subtle : undefined;
  if (!subtle) return '';
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
