import { createHash } from 'node:crypto';
import { type AllowsOrigin, crossOriginHeaders, type EmbedAccess, embedHeaders } from './cors.ts';
import type { RequestFacts } from './request-facts.ts';

export interface PublicAnswerOptions {
  readonly allowsOrigin: AllowsOrigin;
  readonly embeds: EmbedAccess;
  /** For how many seconds caches may tell what is public without asking again. */
  readonly cacheSeconds: number;
}

type Headers = readonly (readonly [name: string, value: string])[];

/** Who may keep the answer to a query that was read: everybody, nobody, or as it is told of any other answer. */
export function whoMayKeep(
  method: string,
  { isTrusted, viewer }: Pick<RequestFacts, 'isTrusted' | 'viewer'>,
): 'everybody' | 'nobody' | null {
  if (!isTrusted || (method !== 'GET' && method !== 'HEAD')) return null;
  return viewer === null ? 'everybody' : 'nobody';
}

/** What stands in for an answer: the same of two answers that tell the same, whatever each of them cost. `told` begins as an answer does, up to the end of its data. */
export function tagOf(...told: readonly (Buffer | string)[]): string {
  const hash = createHash('sha256');
  for (const piece of told) hash.update(piece);
  return `W/"${hash.digest('base64url')}"`;
}

/** Whether it is an answer that the pages of embeds may read: a stranger’s, to a GET of what embeds show. */
export function isReadByEmbeds(
  method: string,
  { isForEmbeds, viewer }: Pick<RequestFacts, 'isForEmbeds' | 'viewer'>,
): boolean {
  return isForEmbeds === true && !viewer && (method === 'GET' || method === 'HEAD');
}

/** What an answer that everybody may keep tells of that, and the pages of which origins may read it. */
export function publicHeaders(
  origin: string | null | undefined,
  etag: string,
  options: PublicAnswerOptions & Pick<RequestFacts, 'isForEmbeds'>,
): Headers {
  const { cacheSeconds, embeds, isForEmbeds } = options;
  const age = cacheSeconds > 0 ? `max-age=${cacheSeconds}` : 'no-cache';
  const { allowsOrigin } = isForEmbeds ? embeds : options;
  // One answer for the pages of all origins: a cache need not know them apart.
  const isForAll = allowsOrigin('*');
  const crossOrigin = isForEmbeds
    ? embedHeaders(origin, embeds)
    : crossOriginHeaders(isForAll ? '*' : origin, allowsOrigin);
  return [
    ['etag', etag],
    ['cache-control', `public, ${age}`],
    ['vary', `Accept, Authorization${isForAll ? '' : ', Origin'}`],
    ...crossOrigin.filter(([name]) => name !== 'vary'),
  ];
}

/** What an answer tells that nobody may keep. */
export const privateHeaders: Headers = [['cache-control', 'private, no-store']];

/** Whether who asks has the answer of this tag already, by its If-None-Match. */
export function isKnownTo(ifNoneMatch: string | null | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = etag.slice(etag.indexOf('"'));
  return ifNoneMatch.match(/"[^"]*"/g)?.some((tag) => tag === opaque) ?? false;
}
