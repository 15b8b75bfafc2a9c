import { createLRUCache, createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Database } from '../db/client.ts';
import { lastSeq } from '../db/queries/event.ts';
import type { Feed, GraphContext, Viewer } from '../schema/context.ts';
import { createExecutor } from '../schema/execute.ts';
import { schema } from '../schema/schema.ts';
import { createErrorCoder } from './coded-errors.ts';
import { createAllowsOrigin } from './cors.ts';
import type { Log } from './log.ts';
import { useCodedErrors } from './plugins/use-coded-errors.ts';
import { useCors } from './plugins/use-cors.ts';
import { useDocumentLimits } from './plugins/use-document-limits.ts';
import { useExecutor } from './plugins/use-executor.ts';
import { useGraphiqlPage } from './plugins/use-graphiql-page.ts';
import { useJsonRequests } from './plugins/use-json-requests.ts';
import { useReadiness } from './plugins/use-readiness.ts';
import { useRequestLog } from './plugins/use-request-log.ts';
import { useSecurityHeaders } from './plugins/use-security-headers.ts';
import type { RequestFacts } from './request-facts.ts';
import { owner, viewerOf } from './viewer.ts';

export interface HandlerOptions {
  readonly db: Database;
  readonly feed: Feed;
  readonly log: Log;
  readonly corsOrigins: readonly string[];
  readonly publicTexts: boolean;
  readonly production: boolean;
  /** Whether the process is stopping; never, unless given. */
  readonly isDraining?: () => boolean;
}

/** What the body of a request may hold: a thousand lines of import, or an article of a megabyte. */
export const maxRequestBytes = 4 * 1024 * 1024;

const keptDocuments = 500;

// What is not GraphQL is cheap to refuse again, and would be kept whole, however long it is.
const noCache = { get: () => undefined, set: () => undefined };

export type Handler = YogaServerInstance<RequestFacts, GraphContext>;

/** Everything that the server answers over HTTP, without a socket: tests ask its `fetch`. */
export function createHandler(options: HandlerOptions): Handler {
  const { db, feed, log, publicTexts } = options;
  const graphContext = (viewer: Viewer | null, signal: AbortSignal | undefined): GraphContext => ({
    db,
    reader: db.reader,
    viewer,
    publicTexts,
    feed,
    signal,
  });

  return createYoga<RequestFacts, GraphContext>({
    schema,
    // A socket has no request.
    context: (facts: RequestFacts & { readonly request?: Request }) => {
      const { request, authorization = request?.headers.get('authorization') } = facts;
      const viewer = facts.isOwner ? owner : viewerOf(db.reader, authorization);
      if (viewer instanceof Promise) return viewer.then((known) => graphContext(known, request?.signal));
      return graphContext(viewer, request?.signal);
    },
    plugins: [
      useRequestLog(log),
      useCors(createAllowsOrigin(options)),
      useSecurityHeaders(),
      useReadiness({
        isDraining: options.isDraining ?? (() => false),
        askDatabase: async () => void (await db.reader.read(lastSeq)),
      }),
      useGraphiqlPage(),
      useJsonRequests({ maxBytes: maxRequestBytes }),
      useDocumentLimits(),
      useExecutor(createExecutor(schema)),
      useCodedErrors(createErrorCoder(options)),
    ],
    // What Yoga brings of these is replaced by the plugins above.
    cors: false,
    graphiql: false,
    landingPage: false,
    logging: false,
    maskedErrors: false,
    maxRequestBodySize: false,
    multipart: false,
    // No address ends so: `/healthz` is ours.
    healthCheckEndpoint: ' ',
    parserAndValidationCache: { documentCache: createLRUCache({ max: keptDocuments }), errorCache: noCache },
  });
}
