import type { Database } from '../db/client.ts';
import type { Feed, GraphContext, Viewer } from '../schema/context.ts';
import type { RequestFacts } from './request-facts.ts';
import { owner, viewerOf } from './viewer.ts';

/** What is known of whoever asks; what comes over a socket is no HTTP request. */
type Asked = RequestFacts & { readonly request?: Request };

/** Tells for each operation what its resolvers may reach; a promise only where a token is looked up. */
export type ContextOf = (asked: Asked) => GraphContext | Promise<GraphContext>;

export function createContextOf(shared: {
  db: Database;
  feed: Feed;
  publicTexts: boolean;
}): ContextOf {
  const { db, feed, publicTexts } = shared;
  const { reader } = db;
  return (asked) => {
    const { isOwner, request, authorization = request?.headers.get('authorization') } = asked;
    const signal = request?.signal;
    const contextFor = (viewer: Viewer | null): GraphContext => ({
      db,
      reader,
      viewer,
      publicTexts,
      feed,
      signal,
    });
    if (isOwner) return contextFor(owner);
    const viewer = viewerOf(reader, authorization);
    return viewer ? viewer.then(contextFor) : contextFor(null);
  };
}
