import type { Connection } from './connect.ts';
import { ResponseError } from './errors.ts';

interface Subtle {
  digest(algorithm: 'SHA-256', bytes: Uint8Array): Promise<ArrayBuffer>;
}
declare const crypto: { readonly subtle?: Subtle } | undefined;
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** Proxies and servers differ in what they take; this, all do. */
const longest = 2_000;

/** What the server is asked. */
interface Asked {
  readonly text: string;
  readonly variables: object;
}

/**
 * Where a query is read by GET, named by the hash of its document: caches may keep the answer. Undefined for what has to be
 * posted: changes, feeds, what is too long, what the server does not know, and everything where the host makes no hashes, as
 * on a page that came over plain HTTP.
 */
export async function addressOf(
  { hashes, url }: Connection,
  { text, variables }: Asked,
  operationName: string | undefined,
): Promise<string | undefined> {
  const subtle = typeof crypto === 'object' ? crypto.subtle : undefined;
  if (!hashes || !subtle || !/^\s*query\b/.test(text)) return undefined;
  const sha256Hash = hashes.get(text) ?? (await hashOf(text, subtle));
  hashes.set(text, sha256Hash);
  const persisted = `{"persistedQuery":{"version":1,"sha256Hash":"${sha256Hash}"}}`;
  const search = `variables=${encodeURIComponent(JSON.stringify(variables))}&extensions=${encodeURIComponent(persisted)}`;
  const address = `${url}${url.includes('?') ? '&' : '?'}operationName=${operationName ?? ''}&${search}`;
  return sha256Hash && address.length <= longest ? address : undefined;
}

/** Whether the server has just said that it does not know the document: from then on it is posted. */
export function isUnknown({ hashes }: Connection, { text }: Asked, error: unknown): boolean {
  const isRefused = error instanceof ResponseError && error.code.startsWith('PERSISTED_QUERY_');
  if (!isRefused || !hashes?.get(text)) return false;
  hashes.set(text, '');
  return true;
}

async function hashOf(text: string, subtle: Subtle): Promise<string> {
  const hash = new Uint8Array(await subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
