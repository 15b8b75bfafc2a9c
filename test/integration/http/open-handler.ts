import { Writable } from 'node:stream';
import type { Database } from '../../../db/client.ts';
import { createToken, newToken } from '../../../db/commands/create-token.ts';
import type { Role } from '../../../db/rules/vocabulary.ts';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { createLog } from '../../../server/log.ts';
import { keepExtractors } from '../../../server/reading/extractors.ts';
import type { RequestFacts } from '../../../server/request-facts.ts';
import {
  createHandler,
  type Handler,
  type HandlerOptions,
  type Plugins,
} from '../../../server/yoga.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { openRecord, type RecordOptions } from '../../kit/open-record.ts';
import { write } from '../../kit/owner.ts';
import { patience } from '../../kit/patience.ts';

/** The handler over an empty record of its own, and what it logged. */
export interface OpenHandler extends AsyncDisposable {
  readonly handler: Handler;
  readonly db: Database;
  readonly path: string;
  readonly log: readonly Record<string, unknown>[];
  /** A POST with JSON, as clients send it. */
  ask(
    body: object | string,
    headers?: Record<string, string>,
    facts?: Pick<RequestFacts, 'address' | 'isOwner'>,
  ): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

/** The usual ones, on a machine that may be slow. */
const patientLimits = { ...defaultLimits, requestMs: patience.timeout };

// Of one thread for all tests of a file: it takes a second to start.
const extractors = keepExtractors({ patienceMs: patience.timeout });

/** The usual handler over a record that is open already; it ends without closing the record. */
export function handlerOver(db: Database, options: Partial<HandlerOptions> = {}) {
  const feed = openFeed(db);
  const log: Record<string, unknown>[] = [];
  const handler = createHandler({
    db,
    feed,
    log: createLog({ level: 'error', stream: collector(log) }),
    corsOrigins: [],
    publicTexts: false,
    openExtractor: extractors.open,
    production: false,
    limits: { ...patientLimits, cost: 1_000_000 },
    ...options,
  });
  return {
    /** The errors that it logged. */
    log,
    get: async (path: string) => handler.fetch(`http://localhost:4000${path}`),
    async ask(
      body: object,
      headers: Record<string, string> = {},
      signal?: AbortSignal,
    ): Promise<Response> {
      return handler.fetch('http://localhost:4000/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: JSON.stringify(body),
        ...(signal && { signal }),
      });
    },
    async [Symbol.asyncDispose](): Promise<void> {
      feed.close();
    },
  };
}

/** `choose` leaves out, or replaces, what the handler is made of. */
export async function openHandler(
  { filled, ...options }: Partial<HandlerOptions> & Pick<RecordOptions, 'filled'> = {},
  choose?: (plugins: Plugins) => Partial<Plugins>,
): Promise<OpenHandler> {
  const record = await openRecord({ filled });
  const log: Record<string, unknown>[] = [];
  const feed = openFeed(record.db);
  const handler = createHandler(
    {
      db: record.db,
      feed,
      log: createLog({ level: 'info', stream: collector(log) }),
      corsOrigins: [],
      publicTexts: false,
      openExtractor: extractors.open,
      production: false,
      limits: patientLimits,
      ...options,
    },
    choose,
  );
  return {
    handler,
    db: record.db,
    path: record.path,
    log,
    async ask(body, headers = {}, facts = {}) {
      const request = {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      };
      return handler.fetch('http://localhost:4000/graphql', request, facts);
    },
    async get(path, headers = {}) {
      return handler.fetch(`http://localhost:4000${path}`, { headers });
    },
    async [Symbol.asyncDispose]() {
      feed.close();
      await record[Symbol.asyncDispose]();
    },
  };
}

export interface Answer {
  readonly extensions?: { readonly cost: number };
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string; readonly requestId: string };
  }[];
}

/** What was answered, as JSON. */
export async function answerOf(response: Response | Promise<Response>): Promise<Answer> {
  return (await response).json();
}

/** The code of the first error. */
export async function codeOf(response: Response | Promise<Response>): Promise<string | undefined> {
  return (await answerOf(response)).errors?.[0]?.extensions.code;
}

/** Puts a token on record, and tells it as an Authorization header. */
export async function bearer(
  db: Database,
  facts: { role: Role; name?: string; expiresAt?: number },
): Promise<string> {
  const { token, hash } = newToken();
  await write(db, createToken, { name: 'a desk', ...facts, hash });
  return `Bearer ${token}`;
}

function collector(lines: Record<string, unknown>[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
}
