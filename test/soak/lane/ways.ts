import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import type { Database } from '../../../db/client.ts';
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
import { createHandler, type Handler, type HandlerOptions } from '../../../server/yoga.ts';
import { bearer } from '../../integration/http/open-handler.ts';
import { openFeed } from '../../kit/open-feed.ts';
import { openRecord } from '../../kit/open-record.ts';

/** A way in to a record, on a port of its own. */
interface Way extends AsyncDisposable {
  readonly port: number;
  /** How many requests the lane answered. */
  readonly answeredByLane: () => number;
  /** How often each line was logged, without what is another one each time. */
  readonly logged: ReadonlyMap<string, number>;
  /** What was counted of requests and errors. */
  readonly counted: () => Promise<string>;
}

/** Two ways in to one record: one that has the lane, and one that has Yoga alone. */
export interface Ways extends AsyncDisposable {
  readonly lane: Way;
  readonly yoga: Way;
  /** Authorization headers of a reader and of an editor. */
  readonly tokens: readonly string[];
}

export type Told = Pick<HandlerOptions, 'production' | 'requireToken'>;

/** What somebody has who has few points: all of them are gone after one request. */
const limits = { ...defaultLimits, costPerMinute: 1, editorCostPerMinute: 1e9 };

export async function openWays(told: Told): Promise<Ways> {
  const record = await openRecord({
    filled: async (db) => {
      await importFiles(db, [sampleRecord], { author: { token: null } });
    },
  });
  const { db } = record;
  const lane = await openWay(db, told, (options) => createHandler(options));
  const yoga = await openWay(db, told, (options) =>
    createHandler(options, (plugins) => ({ ...plugins })),
  );
  return {
    lane,
    yoga,
    tokens: await Promise.all(
      ['EDITOR', 'REVIEWER'].map((role) => bearer(db, { role: role as 'EDITOR' })),
    ),
    async [Symbol.asyncDispose]() {
      await lane[Symbol.asyncDispose]();
      await yoga[Symbol.asyncDispose]();
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
    openExtractor: async () => null,
    limits,
  };
  const { lane, ...yoga } = create(options);
  let answered = 0;
  const counting = lane && {
    async answer(...asked: Parameters<typeof lane.answer>) {
      const isAnswered = await lane.answer(...asked);
      if (isAnswered) answered += 1;
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
    logged,
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

function counts(metrics: string): string {
  const lines = metrics.split('\n');
  return lines
    .filter((line) => /^onrecord_(requests|errors|request_seconds_count)/.test(line))
    .join('\n');
}
