import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { type Database, openDatabase } from '../../../db/client.ts';
import { exportLines } from '../../../db/interchange/export.ts';
import { importFiles } from '../../../db/interchange/import.ts';
import { sampleRecord } from '../../../db/sample/sample.ts';
import { createErrorCoder } from '../../../server/coded-errors.ts';
import { createAllowsOrigin } from '../../../server/cors.ts';
import { createEntrance } from '../../../server/entrance.ts';
import { createBodyAllowance } from '../../../server/limits/body-allowance.ts';
import { defaultLimits } from '../../../server/limits/limits.ts';
import { createLog } from '../../../server/log.ts';
import { createMetrics } from '../../../server/metrics/metrics.ts';
import { Connections } from '../../../server/sockets/connections.ts';
import { owner } from '../../../server/viewer.ts';
import { createHandler, type Handler, type HandlerOptions } from '../../../server/yoga.ts';
import { bearer } from '../../integration/http/open-handler.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { openRecord } from '../../kit/open-record.ts';
import { changeDocuments } from './changes.ts';
import { trustedDocuments } from './questions.ts';

/** A way in to a record, on a port of its own. */
export interface Way extends AsyncDisposable {
  readonly port: number;
  /** How many requests the lane answered. */
  readonly answeredByLane: () => number;
  /** How many of them changed the record, or would have. */
  readonly changesByLane: () => number;
  /** How often each line was logged, without what is another one each time. */
  readonly logged: ReadonlyMap<string, number>;
  /** All that is on record, but for when it was recorded. */
  readonly recorded: () => Promise<readonly string[]>;
  /** What was counted of requests and errors. */
  readonly counted: () => Promise<readonly string[]>;
}

/** Ways in to two records that begin as the same: one way that has the lane, and one that has Yoga alone. */
export interface Ways extends AsyncDisposable {
  readonly lane: Way;
  readonly yoga: Way;
  /** Authorization headers of tokens of several roles. */
  readonly tokens: readonly string[];
}

export type Told = Pick<HandlerOptions, 'production' | 'requireToken' | 'onlyKnown'>;

/** What somebody has who has few points: all of them are gone after one request. */
const limits = { ...defaultLimits, costPerMinute: 1, editorCostPerMinute: 1e9 };

const roles = ['READER', 'EDITOR', 'EDITOR', 'REVIEWER'] as const;

export async function openWays(told: Told): Promise<Ways> {
  const record = await openRecord({
    filled: async (db) => {
      await importFiles(db, [sampleRecord], { author: { token: null } });
    },
  });
  const tokens: string[] = [];
  for (const role of roles) tokens.push(await bearer(record.db, { role }));
  const copy = `${record.path}.copy`;
  await record.db.backUp(copy);
  // With the log of its own that a record of the kit gets, its cursors would be others.
  const other = await openDatabase({ url: `file:${copy}` });
  const lane = await openWay(record.db, told, (options) => createHandler(options));
  const yoga = await openWay(other, told, (options) =>
    createHandler(options, (plugins) => ({ ...plugins })),
  );
  return {
    lane,
    yoga,
    tokens,
    async [Symbol.asyncDispose]() {
      await lane[Symbol.asyncDispose]();
      await yoga[Symbol.asyncDispose]();
      await other.close();
      await record[Symbol.asyncDispose]();
    },
  };
}

async function openWay(
  db: Database,
  told: Told,
  create: (options: HandlerOptions) => Handler,
): Promise<Way> {
  const logged = new Map<string, number>();
  const log = createLog({ level: 'info', stream: tallying(logged) });
  const feed = openFeed(db);
  const metrics = createMetrics();
  const options: HandlerOptions = {
    ...told,
    db,
    feed,
    log,
    metrics,
    corsOrigins: ['https://page.example'],
    publicTexts: true,
    graphiql: false,
    documents: trustedDocuments,
    openExtractor: async () => null,
    limits,
  };
  const { lane, ...yoga } = create(options);
  // The others are first asked for by somebody.
  const { parse, schema, validate } = yoga.getEnveloped({ isOwner: true, viewer: owner });
  for (const document of changeDocuments) validate(schema, parse(document));
  let answered = 0;
  let changes = 0;
  const counting = lane && {
    async answer(...asked: Parameters<typeof lane.answer>) {
      const isAnswered = await lane.answer(...asked);
      const [, , { operation }] = asked;
      if (isAnswered) answered += 1;
      if (isAnswered && operation === 'mutation') changes += 1;
      return isAnswered;
    },
  };
  const entrance = createEntrance({
    handler: { ...yoga, lane: counting },
    coder: createErrorCoder(options),
    log,
    allowsOrigin: createAllowsOrigin(options),
    // From this machine, whoever asks pays nothing.
    addressOf: ({ headers }) => String(headers['x-from'] ?? '127.0.0.1'),
    isBehindProxy: true,
    isDraining: () => false,
    isOwner: false,
    allowance: createBodyAllowance(db, limits),
    limits,
    idleMs: 300_000,
    connections: new Connections({ inAll: 1_000, perAddress: 1_000 }),
  });
  await once(entrance.server.listen(0, '127.0.0.1'), 'listening');
  return {
    // A server that listens on a port has an address.
    port: (entrance.server.address() as AddressInfo).port,
    answeredByLane: () => answered,
    changesByLane: () => changes,
    logged,
    recorded: () => all(exportLines(db.reader)),
    counted: async () => counts(await metrics.registry.metrics()),
    async [Symbol.asyncDispose]() {
      feed.close();
      await entrance.close();
    },
  };
}

function tallying(tally: Map<string, number>): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      const { time, ms, requestId, ...line } = JSON.parse(String(chunk));
      const text = JSON.stringify(line);
      tally.set(text, (tally.get(text) ?? 0) + 1);
      done();
    },
  });
}

function counts(metrics: string): readonly string[] {
  const lines = metrics.split('\n');
  return lines.filter((line) => /^onrecord_(requests|errors|request_seconds_count)/.test(line));
}

async function all(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const told: string[] = [];
  // Of a stance that is told by no words it is known when it was recorded.
  for await (const line of lines) told.push(line.replace(/"knownBy":"[^"]*"/, ''));
  return told;
}
