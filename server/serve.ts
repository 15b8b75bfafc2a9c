import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../db/client.ts';
import { databaseLocation } from '../db/file/location.ts';
import { socketOf } from '../db/file/startup-error.ts';
import { createAddressOf } from './address.ts';
import { createErrorCoder, type ErrorCoder } from './coded-errors.ts';
import type { Config } from './config.ts';
import { createAllowsOrigin } from './cors.ts';
import { createEntrance, type Entrance } from './entrance.ts';
import { EventFeed } from './feed/feed.ts';
import { openWakeUp, type WakeUp } from './feed/wake-up.ts';
import { createBodyAllowance } from './limits/body-allowance.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import { createMetricsEntrance } from './metrics/metrics-entrance.ts';
import type { Watched } from './metrics/watch-state.ts';
import { keepExtractors } from './reading/extractors.ts';
import { secondReaderOf } from './second-reader/second-reader-of.ts';
import { listenAsOwner } from './socket-owner.ts';
import { Connections } from './sockets/connections.ts';
import { connectionsWithin, descriptorLimit } from './sockets/descriptors.ts';
import { createTokenUses } from './token-uses.ts';
import type { TrustedDocument } from './trusted/manifest.ts';
import { createHandler } from './yoga.ts';

export interface ServeOptions {
  readonly config: Config;
  /** What may be asked for by its hash, besides what is shipped. */
  readonly documents?: readonly TrustedDocument[];
  /** Stays open when the server stops. */
  readonly db: Database;
  readonly log: Log;
  /** What is told at the port for metrics; nothing is, unless given. */
  readonly metrics?: Metrics | undefined;
}

export interface Serving {
  /** The address of the graph, as a program or a browser on this machine reaches it. */
  readonly url: string;
  /** The address of the metrics; null where none are told. */
  readonly metricsUrl: string | null;
  /** Turns new requests away, lets running ones finish and streams complete, then closes all connections. */
  stop(): Promise<void>;
}

/** The address is taken, or may not be listened on. */
export class CannotListen extends Error {
  readonly code = 'CANNOT_LISTEN';

  /** Before `PORT` and `HOST` stands what their settings begin with. */
  constructor(address: string, cause: unknown, prefix = '') {
    super(`Cannot listen on ${address}: ${reasonOf(cause, prefix)}.`, { cause });
    this.name = 'CannotListen';
  }
}

/**
 * Serves the record over HTTP and WebSocket and, beside an embedded database, on a unix socket for its owner.
 * @throws CannotListen
 */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { config, db, documents = [], log, metrics } = options;
  let draining = false;
  const isDraining = (): boolean => draining;
  const plainCoder = createErrorCoder({ ...config, log });
  const coder = metrics ? metrics.counting(plainCoder) : plainCoder;
  const feed = openFeed(options, coder);
  const wakeUp = await wakeEachOther(options, feed);
  const tokenUses = createTokenUses(db, {
    onError: (error) => log.warn({ err: error }, 'the use of tokens could not be noted'),
  });
  const extractors = keepExtractors({
    weights: config.weights,
    openSecondReader: secondReaderOf(options),
  });
  const shared = {
    handler: createHandler({
      ...config,
      db,
      documents,
      feed,
      log,
      metrics,
      isDraining,
      noteToken: tokenUses.note,
      openExtractor: extractors.open,
    }),
    coder,
    log,
    addressOf: createAddressOf(config.trustedProxyHops),
    isBehindProxy: config.trustedProxyHops > 0,
    allowsOrigin: createAllowsOrigin(config),
    isDraining,
    allowance: createBodyAllowance(db, config.limits),
    limits: config.limits,
    idleMs: config.socketIdleSeconds * 1_000,
    metrics,
  };
  const connections = connectionsOf(options);
  const forMetrics = tellMetrics(options, { connections, feed, keeper: shared.handler.keeper });
  const entrances = [
    createEntrance({ ...shared, connections, isOwner: false }),
    createEntrance({ ...shared, connections: new Connections(ofOwner), isOwner: true }),
    ...(forMetrics ? [forMetrics] : []),
  ] as const;
  const drain = async (): Promise<void> => {
    draining = true;
    feed.close();
    await wakeUp?.close();
    await untilIdle(entrances);
    await Promise.all(entrances.map((entrance) => entrance.close()));
    await extractors.close();
    await tokenUses.close();
  };
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= drain());

  try {
    const metricsUrl = forMetrics && (await listenForMetrics(forMetrics, config));
    const url = await listenOn(entrances[0], config);
    await listenBeside(entrances[1], { config, log });
    return { url: `${url}/graphql`, metricsUrl, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function openFeed({ config, db, log }: ServeOptions, coder: ErrorCoder): EventFeed {
  return new EventFeed({
    db,
    coder,
    log,
    limits: {
      inAll: config.maxStreams,
      perAddress: config.maxStreamsPerAddress,
      perToken: config.maxStreamsPerToken,
    },
    lifetimeMs: config.streamMinutes * 60_000,
  });
}

/** The owner works through few connections. */
const ofOwner = { inAll: 64, perAddress: 64 } as const;

/** The connections from afar, as many as are allowed and there are descriptors for. */
function connectionsOf({ config, log }: Pick<ServeOptions, 'config' | 'log'>): Connections {
  const descriptors = descriptorLimit();
  const inAll = Math.min(config.maxSockets, connectionsWithin(descriptors));
  if (inAll < config.maxSockets)
    log.info({ descriptors, connections: inAll }, 'descriptors allow fewer connections than set');
  return new Connections({ inAll, perAddress: config.maxSocketsPerAddress });
}

function tellMetrics(
  options: ServeOptions,
  watched: Pick<Watched, 'connections' | 'feed' | 'keeper'>,
): Entrance | null {
  const { config, db, log, metrics } = options;
  if (metrics === undefined) return null;
  metrics.watch({ db, databaseUrl: config.databaseUrl, ...watched });
  return createMetricsEntrance(metrics, log);
}

/** Processes that share a database tell each other by Redis when there is something to look at. */
async function wakeEachOther(
  { config, db, log }: ServeOptions,
  feed: EventFeed,
): Promise<WakeUp | null> {
  const { redisUrl } = config;
  if (redisUrl === undefined || db.isLocal) return null;
  const wakeUp = await openWakeUp({
    url: redisUrl,
    channel: `onrecord:${db.epoch}`,
    onWake: () => feed.look(),
    onTrouble(reason) {
      if (reason === null) log.info('Redis is back');
      else log.warn({ err: reason }, 'without Redis the events of other processes come later');
    },
  });
  db.onCommit(() => wakeUp.tell());
  return wakeUp;
}

const patienceMs = 4_000;

async function untilIdle(entrances: readonly Entrance[]): Promise<void> {
  const until = performance.now() + patienceMs;
  while (!entrances.every((entrance) => entrance.isIdle()) && performance.now() < until)
    await pause(20);
}

async function listenForMetrics(
  entrance: Entrance,
  { metricsHost: host, metricsPort: port = 0 }: Config,
): Promise<string> {
  return `${await listenOn(entrance, { host, port }, 'METRICS_')}/metrics`;
}

/** Answers where that is, as this machine reaches it. */
async function listenOn(
  { server }: Entrance,
  { host, port }: Pick<Config, 'host' | 'port'>,
  prefix?: string,
): Promise<string> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new CannotListen(addressOf(host, port), error, prefix);
  }
  const bound = server.address();
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const boundPort = bound !== null && typeof bound === 'object' ? bound.port : port;
  return `http://${addressOf(isEverywhere ? 'localhost' : host, boundPort)}`;
}

async function listenBeside(
  { server }: Entrance,
  { config, log }: Pick<ServeOptions, 'config' | 'log'>,
): Promise<void> {
  const location = databaseLocation(config.databaseUrl);
  if (location.kind !== 'file') return;
  const socket = socketOf(location.path);
  const warn = (facts: object): void =>
    log.warn(
      facts,
      'no socket beside the database: commands need --url and --token to work through this server',
    );
  if (socket === null) warn({ reason: 'its path is too long for a socket' });
  else await listenAsOwner(server, socket).catch((error: unknown) => warn({ err: error, socket }));
}

function addressOf(host: string, port: number): string {
  return isIPv6(host) ? `[${host}]:${port}` : `${host}:${port}`;
}

function reasonOf(cause: unknown, prefix: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return `another process listens there; stop it, or give another ${prefix}PORT`;
  if (code === 'EACCES') return `this user may not; give a ${prefix}PORT above 1023`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `this machine has no such address; give another ${prefix}HOST`;
  return cause instanceof Error ? cause.message : String(cause);
}
