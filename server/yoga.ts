import type { DocumentNode } from 'graphql';
import { createLRUCache, createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Database } from '../db/client.ts';
import { lastSeq } from '../db/queries/event.ts';
import type { Feed, GraphContext } from '../schema/context.ts';
import { createExecutor } from '../schema/execute.ts';
import { schema } from '../schema/schema.ts';
import { createErrorCoder } from './coded-errors.ts';
import { createAllowsOrigin } from './cors.ts';
import { createContextOf } from './graph-context.ts';
import type { Log } from './log.ts';
import { useCodedErrors } from './plugins/use-coded-errors.ts';
import { useCors } from './plugins/use-cors.ts';
import { useDocumentLimits } from './plugins/use-document-limits.ts';
import { useEncodedAnswers } from './plugins/use-encoded-answers.ts';
import { useExecutor } from './plugins/use-executor.ts';
import { useGraphiqlPage } from './plugins/use-graphiql-page.ts';
import { useJsonRequests } from './plugins/use-json-requests.ts';
import { useKnownDocuments } from './plugins/use-known-documents.ts';
import { useReadiness } from './plugins/use-readiness.ts';
import { useRequestLog } from './plugins/use-request-log.ts';
import { useSecurityHeaders } from './plugins/use-security-headers.ts';
import type { RequestFacts } from './request-facts.ts';

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
  const { db, log } = options;
  const contextOf = createContextOf(options);
  const execute = createExecutor(schema);
  const documents = createLRUCache<DocumentNode>({ max: keptDocuments, ttl: 0 });

  return createYoga<RequestFacts, GraphContext>({
    schema,
    context: contextOf,
    plugins: [
      useRequestLog(log),
      useEncodedAnswers(),
      useCors(createAllowsOrigin(options)),
      useSecurityHeaders(),
      useReadiness({
        isDraining: options.isDraining ?? (() => false),
        askDatabase: async () => void (await db.reader.read(lastSeq)),
      }),
      useGraphiqlPage(log),
      useJsonRequests({ maxBytes: maxRequestBytes }),
      useDocumentLimits(),
      useExecutor(execute),
      useKnownDocuments({ documents, contextOf, execute }),
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
    parserAndValidationCache: { documentCache: documents, errorCache: noCache },
  });
}
