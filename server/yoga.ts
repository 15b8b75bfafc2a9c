import type { DocumentNode } from 'graphql';
import { createLRUCache, createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Database } from '../db/client.ts';
import { lastSeq } from '../db/queries/event.ts';
import type { GraphContext, OpenExtractor } from '../schema/context.ts';
import { createExecutor } from '../schema/reading/execute.ts';
import { schema } from '../schema/schema.ts';
import { createErrorCoder } from './coded-errors.ts';
import { createAllowsOrigin } from './cors.ts';
import type { EventFeed } from './feed/feed.ts';
import { createContextOf } from './graph-context.ts';
import { createAdmission } from './limits/admission.ts';
import { admitted } from './limits/admitted.ts';
import { createBodyAllowance } from './limits/body-allowance.ts';
import { defaultLimits, type Limits } from './limits/limits.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { useAdmission } from './plugins/use-admission.ts';
import { useCodedErrors } from './plugins/use-coded-errors.ts';
import { useCors } from './plugins/use-cors.ts';
import { useDocumentLimits } from './plugins/use-document-limits.ts';
import { useEncodedAnswers } from './plugins/use-encoded-answers.ts';
import { useExecutor } from './plugins/use-executor.ts';
import { useGraphiqlPage } from './plugins/use-graphiql-page.ts';
import { useJsonRequests } from './plugins/use-json-requests.ts';
import { type KnownDocumentOptions, useKnownDocuments } from './plugins/use-known-documents.ts';
import { useMetrics } from './plugins/use-metrics.ts';
import { useReadiness } from './plugins/use-readiness.ts';
import { useRequestLog } from './plugins/use-request-log.ts';
import { useSecurityHeaders } from './plugins/use-security-headers.ts';
import type { RequestFacts } from './request-facts.ts';
import { viewerOf } from './viewer.ts';

export interface HandlerOptions {
  readonly db: Database;
  readonly feed: EventFeed;
  readonly log: Log;
  readonly corsOrigins: readonly string[];
  readonly publicTexts: boolean;
  /** Who reads articles. */
  readonly openExtractor: OpenExtractor;
  readonly production: boolean;
  /** Whether strangers may read nothing; they may, unless told so. */
  readonly requireToken?: boolean;
  /** Whether browsers are shown GraphiQL, strangers the schema, and errors suggest names; not in production, unless told so. */
  readonly graphiql?: boolean;
  readonly publicIntrospection?: boolean;
  readonly suggestions?: boolean;
  readonly limits?: Limits;
  /** Told of each use of a token that is in force. */
  readonly noteToken?: (token: number) => void;
  /** What is counted of requests; nothing is, unless given. */
  readonly metrics?: Metrics | undefined;
  /** Whether the process is stopping; never, unless given. */
  readonly isDraining?: () => boolean;
}

const keptDocuments = 500;

// What is not GraphQL is cheap to refuse again, and would be kept whole, however long it is.
const noCache = { get: () => undefined, set: () => undefined };

export type Handler = YogaServerInstance<RequestFacts, GraphContext>;

/** Everything that the server answers over HTTP, without a socket: tests ask its `fetch`. */
export function createHandler(options: HandlerOptions, choose = allPlugins): Handler {
  const contextOf = createContextOf(options);
  const documents = createLRUCache<DocumentNode>({ max: keptDocuments, ttl: 0 });
  const known = { contextOf, documents, good: new WeakSet<DocumentNode>() };

  return createYoga<RequestFacts, GraphContext>({
    schema,
    context: contextOf,
    plugins: Object.values(choose(pluginsOf(options, known))),
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

/** The behaviours of the server by their names, in their order. */
export type Plugins = ReturnType<typeof pluginsOf>;

const allPlugins = (plugins: Plugins): Partial<Plugins> => plugins;

function pluginsOf(options: HandlerOptions, known: Omit<KnownDocumentOptions, 'execute'>) {
  const { db, log, limits = defaultLimits, metrics, production, requireToken = false } = options;
  const { graphiql = !production, publicIntrospection = !production } = options;
  const admission = createAdmission({ limits, publicIntrospection, requireToken });
  const execute = admitted(createExecutor(schema), { admission, ms: limits.requestMs });
  const coder = createErrorCoder(options);
  return {
    requestLog: useRequestLog(log),
    metrics: metrics ? useMetrics(metrics) : {},
    encodedAnswers: useEncodedAnswers(),
    cors: useCors(createAllowsOrigin(options)),
    securityHeaders: useSecurityHeaders(),
    readiness: useReadiness({
      isDraining: options.isDraining ?? (() => false),
      async askDatabase() {
        await db.reader.read(lastSeq);
        return db.fileFault() ?? 'ok';
      },
    }),
    graphiqlPage: graphiql ? useGraphiqlPage(log) : {},
    jsonRequests: useJsonRequests(createBodyAllowance(db, limits), { admission, production }),
    documentLimits: useDocumentLimits(limits),
    executor: useExecutor(execute, options.feed),
    admission: useAdmission(admission, {
      ...known,
      viewerOf: (authorization) => viewerOf(db, authorization),
    }),
    knownDocuments: useKnownDocuments({ ...known, execute }),
    codedErrors: useCodedErrors(metrics ? metrics.counting(coder) : coder),
  };
}
