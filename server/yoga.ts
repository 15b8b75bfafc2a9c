import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Database } from '../db/client.ts';
import { lastSeq } from '../db/queries/event.ts';
import type { GraphContext, OpenExtractor } from '../schema/context.ts';
import { createExecutor } from '../schema/reading/execute.ts';
import { lastSeen } from '../schema/reading/last-seen.ts';
import { schema } from '../schema/schema.ts';
import { createErrorCoder } from './coded-errors.ts';
import { createAllowsOrigin, createEmbedAccess } from './cors.ts';
import type { EventFeed } from './feed/feed.ts';
import { createContextOf } from './graph-context.ts';
import { Keeper } from './kept/keeper.ts';
import { createKnownOperations, KnownDocuments } from './known-documents.ts';
import { createLane, type Lane } from './lane/lane.ts';
import { createAdmission } from './limits/admission.ts';
import { admitted } from './limits/admitted.ts';
import { createBodyAllowance } from './limits/body-allowance.ts';
import { createHearing } from './limits/hearing.ts';
import { defaultLimits, type Limits } from './limits/limits.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { createPageAsk } from './pages/ask.ts';
import { embedDocuments, pageDocuments } from './pages/page-documents.ts';
import { createPages } from './pages/pages.ts';
import type { Site } from './pages/site.ts';
import { useAdmission } from './plugins/use-admission.ts';
import { useCodedErrors } from './plugins/use-coded-errors.ts';
import { useCors } from './plugins/use-cors.ts';
import { useDocumentLimits } from './plugins/use-document-limits.ts';
import { useEncodedAnswers } from './plugins/use-encoded-answers.ts';
import { useExecutor } from './plugins/use-executor.ts';
import { useGraphiqlPage } from './plugins/use-graphiql-page.ts';
import { useJsonRequests } from './plugins/use-json-requests.ts';
import { useKnownDocuments } from './plugins/use-known-documents.ts';
import { useMetrics } from './plugins/use-metrics.ts';
import { usePages } from './plugins/use-pages.ts';
import { usePublicAnswers } from './plugins/use-public-answers.ts';
import { useReadiness } from './plugins/use-readiness.ts';
import { useRequestLog } from './plugins/use-request-log.ts';
import { useSecurityHeaders } from './plugins/use-security-headers.ts';
import { useSubgraph } from './plugins/use-subgraph.ts';
import type { RequestFacts } from './request-facts.ts';
import { spanning } from './tracing.ts';
import type { TrustedDocument } from './trusted/manifest.ts';
import { TrustedDocuments } from './trusted/trusted-documents.ts';
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
  /** What may be asked for by its hash, besides what is shipped. */
  readonly documents?: readonly TrustedDocument[];
  /** What the pages for people tell of the server; there are none, unless given. */
  readonly pages?: Omit<Site, 'graphiql' | 'scripts' | 'styleSheet'> | undefined;
  /** Whether strangers and READERs may ask nothing else. */
  readonly onlyKnown?: boolean;
  /** Whether a gateway may ask as it asks a subgraph; it may not, unless told so. */
  readonly subgraph?: boolean;
  /** For how long caches may tell what is public without asking again; 0, unless told so. */
  readonly cacheSeconds?: number;
  /** Told of each use of a token that is in force. */
  readonly noteToken?: (token: number) => void;
  /** What is counted of requests; nothing is, unless given. */
  readonly metrics?: Metrics | undefined;
  /** Whether the process is stopping; never, unless given. */
  readonly isDraining?: () => boolean;
  /** How many bytes of answers are kept, of a local file; none, unless given. */
  readonly keptAnswers?: number;
}

// What is not GraphQL is cheap to refuse again, and would be kept whole, however long it is.
const noCache = { get: () => undefined, set: () => undefined };

type Yoga = YogaServerInstance<RequestFacts, GraphContext>;

export interface Handler
  extends Pick<Yoga, 'fetch' | 'getEnveloped' | 'handleNodeRequestAndResponse'> {
  /** A shorter way for most of what comes over node:http; none where something of the handler was left out. */
  readonly lane: Lane | null;
  /** Keeps answers for the lane; null where none are kept. */
  readonly keeper: Keeper | null;
  /** Leads from hashes to documents. */
  readonly trusted: Pick<TrustedDocuments, 'named'>;
}

/** Everything that the server answers over HTTP, without a socket: tests ask its `fetch`. */
export function createHandler(options: HandlerOptions, choose = allPlugins): Handler {
  const parts = partsOf(options);
  const yoga = createYoga<RequestFacts, GraphContext>({
    schema,
    context: parts.contextOf,
    plugins: Object.values(choose(pluginsOf(parts, options))),
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
    parserAndValidationCache: { documentCache: parts.documents.parsed, errorCache: noCache },
  });
  return {
    fetch: yoga.fetch,
    getEnveloped: yoga.getEnveloped,
    handleNodeRequestAndResponse: yoga.handleNodeRequestAndResponse,
    lane: choose === allPlugins ? createLane({ ...parts, ask: parts.askWritten }) : null,
    keeper: parts.keeper,
    trusted: parts.trusted,
  };
}

/** The behaviours of the server by their names, in their order. */
export type Plugins = ReturnType<typeof pluginsOf>;

const allPlugins = (plugins: Plugins): Partial<Plugins> => plugins;

/** What plugins and lane are made of: whatever both do is done by the same. */
function partsOf(options: HandlerOptions) {
  const { db, log, limits = defaultLimits, metrics, production, requireToken = false } = options;
  const { isDraining = () => false, keptAnswers = 0, publicIntrospection = !production } = options;
  const { cacheSeconds = 0, onlyKnown = false } = options;
  const ofPages = options.pages ? pageDocuments() : [];
  const trusted = new TrustedDocuments([...(options.documents ?? []), ...ofPages]);
  const forEmbeds = options.pages ? embedDocuments() : [];
  const documents = new KnownDocuments(trusted, forEmbeds);
  const admission = createAdmission({
    documents,
    limits,
    onlyKnown,
    publicIntrospection,
    requireToken,
  });
  const allowsOrigin = createAllowsOrigin(options);
  const contextOf = createContextOf(options);
  const admitting = { admission, ms: limits.requestMs };
  const execute = admitted(spanning(createExecutor(schema)), admitting);
  const keeper = db.isLocal && keptAnswers > 0 ? new Keeper(db, keptAnswers) : null;
  const write = createExecutor(schema, { written: true });
  const executeWritten = admitted(spanning(keeper ? keeper.executing(write) : write), admitting);
  return {
    admission,
    allowance: createBodyAllowance(db, limits),
    allowsOrigin,
    ask: createKnownOperations(contextOf, execute),
    askWritten: createKnownOperations(contextOf, executeWritten),
    cacheSeconds,
    contextOf,
    documents,
    embeds: createEmbedAccess(options.pages?.embedOrigins ?? [], allowsOrigin),
    execute,
    hear: createHearing({
      admission,
      viewerOf: (authorization) => viewerOf(db, authorization),
    }),
    isDraining,
    keeper,
    limits,
    log,
    metrics,
    noteToken: options.noteToken,
    production,
    trusted,
  };
}

function pluginsOf(parts: ReturnType<typeof partsOf>, options: HandlerOptions) {
  const { admission, documents, log, metrics, production } = parts;
  const { db, feed, graphiql = !production } = options;
  const { publicIntrospection = !production, requireToken = false } = options;
  const coder = createErrorCoder(options);
  return {
    publicAnswers: usePublicAnswers(parts),
    requestLog: useRequestLog(log),
    metrics: metrics ? useMetrics(metrics) : {},
    encodedAnswers: useEncodedAnswers(),
    cors: useCors(parts),
    securityHeaders: useSecurityHeaders(),
    readiness: useReadiness({
      isDraining: parts.isDraining,
      async askDatabase() {
        const fault = db.fileFault();
        if (fault !== null) return fault;
        await db.reader.read(lastSeq);
        return 'ok';
      },
    }),
    pages: options.pages
      ? usePages(
          createPages({
            ...parts,
            ask: createPageAsk(parts),
            now: async () => {
              const { at } = await lastSeen({ reader: db.reader, viewer: null });
              return Math.max(at ?? 0, Date.now());
            },
            site: { ...options.pages, graphiql },
          }),
          admission,
        )
      : {},
    graphiqlPage: graphiql
      ? useGraphiqlPage({ log, schemaIsPublic: publicIntrospection && !requireToken })
      : {},
    jsonRequests: useJsonRequests(parts),
    documentLimits: useDocumentLimits(parts.limits),
    executor: useExecutor(parts.execute, feed),
    admission: useAdmission(admission, parts),
    subgraph: options.subgraph ? useSubgraph(parts) : {},
    knownDocuments: useKnownDocuments(documents, parts.ask),
    codedErrors: useCodedErrors(metrics ? metrics.counting(coder) : coder),
  };
}
