import type { Database } from '../db/client.ts';
import { Cancellation, type Leaving } from '../schema/cancellation.ts';
import type { GraphContext, OpenExtractor, Viewer } from '../schema/context.ts';
import { confirmedBy } from './confirming.ts';
import type { RequestFacts } from './request-facts.ts';
import { createTurns } from './turns.ts';
import { owner, viewerOf } from './viewer.ts';

/** What is known of whoever asks; what comes over a socket is no HTTP request. */
export type Asked = RequestFacts & { readonly request?: Request };

/** Tells for each operation what its resolvers may reach; a promise only where a token is looked up. */
export type ContextOf = (asked: Asked) => GraphContext | Promise<GraphContext>;

export interface ContextOptions {
  readonly db: Database;
  readonly publicTexts: boolean;
  /** Who reads articles. */
  readonly openExtractor: OpenExtractor;
  /** Told of each use of a token that is in force. */
  readonly noteToken?: (token: number) => void;
}

export function createContextOf(options: ContextOptions): ContextOf {
  const { db, noteToken, openExtractor, publicTexts } = options;
  const { reader } = db;
  const turn = createTurns();
  return (asked) => {
    const { isOwner, request, authorization = request?.headers.get('authorization') } = asked;
    const contextFor = (viewer: Viewer | null): GraphContext => {
      const cancellation = new Cancellation(leavingOf(asked));
      const mayReadOn = (): boolean => asked.bill?.mayReadOn(aside.spentMs) ?? true;
      const aside = db.aside(() => cancellation.isRequested || !mayReadOn());
      return {
        db: viewer?.confirm ? confirmedBy(viewer.confirm, db) : db,
        reader: db.isLocal ? reader : aside,
        aside,
        turn,
        charge: (points) => asked.bill?.charge(points),
        viewer,
        publicTexts,
        lastEventId: request?.headers.get('last-event-id') || null,
        cancellation,
        openExtractor,
      };
    };
    const contextForHolder = (holder: Viewer): GraphContext => {
      if (holder.token !== null) noteToken?.(holder.token);
      return contextFor(holder);
    };
    if (isOwner) return contextFor(owner);
    if (asked.viewer) return contextForHolder(asked.viewer);
    const viewer = viewerOf(db, authorization);
    return viewer === null ? contextFor(null) : viewer.then(contextForHolder);
  };
}

function leavingOf({ leaving, request }: Asked): Leaving {
  if (leaving !== undefined) return leaving;
  return {
    hasLeft: () => request?.signal.aborted ?? false,
    signal: () => request && nodeSignal(request.signal),
  };
}

/** Aborts with the signal of a request, which is none of Node's own: from Node 24 on `AbortSignal.any` takes no other. */
function nodeSignal(ofRequest: AbortSignal): AbortSignal {
  const own = new AbortController();
  const abort = (): void => own.abort(ofRequest.reason);
  if (ofRequest.aborted) abort();
  else ofRequest.addEventListener('abort', abort, { once: true });
  return own.signal;
}
