import { once } from 'node:events';
import { isIPv6 } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../db/client.ts';
import { databaseLocation } from '../db/location.ts';
import { socketOf } from '../db/startup-error.ts';
import { createAddressOf } from './address.ts';
import { createErrorCoder } from './coded-errors.ts';
import type { Config } from './config.ts';
import { createAllowsOrigin } from './cors.ts';
import { createEntrance, type Entrance } from './entrance.ts';
import { EventFeed } from './feed/feed.ts';
import { openWakeUp, type WakeUp } from './feed/wake-up.ts';
import type { Log } from './log.ts';
import { listenAsOwner } from './socket-owner.ts';
import { createTokenUses } from './token-uses.ts';
import { createHandler, maxRequestBytes } from './yoga.ts';

export interface ServeOptions {
  readonly config: Config;
  /** Stays open when the server stops. */
  readonly db: Database;
  readonly log: Log;
}

export interface Serving {
  /** The address of the graph, as a program or a browser on this machine reaches it. */
  readonly url: string;
  /** Turns new requests away, lets running ones finish and streams complete, then closes all connections. */
  stop(): Promise<void>;
}

/** The address is taken, or may not be listened on. */
export class CannotListen extends Error {
  readonly code = 'CANNOT_LISTEN';

  constructor(address: string, cause: unknown) {
    super(`Cannot listen on ${address}: ${reasonOf(cause)}.`, { cause });
    this.name = 'CannotListen';
  }
}

/**
 * Serves the record over HTTP and WebSocket and, beside an embedded database, on a unix socket for its owner.
 * @throws CannotListen
 */
export async function serve({ config, db, log }: ServeOptions): Promise<Serving> {
  let draining = false;
  const isDraining = (): boolean => draining;
  const coder = createErrorCoder({ ...config, log });
  const feed = new EventFeed({
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
  const wakeUp = wakeEachOther({ config, db, log }, feed);
  const tokenUses = createTokenUses(db, {
    onError: (error) => log.warn({ err: error }, 'the use of tokens could not be noted'),
  });
  const shared = {
    handler: createHandler({ ...config, db, feed, log, isDraining, noteToken: tokenUses.note }),
    coder,
    log,
    addressOf: createAddressOf(config.trustedProxyHops),
    allowsOrigin: createAllowsOrigin(config),
    isDraining,
    maxBytes: maxRequestBytes,
  };
  const entrances = [
    createEntrance({ ...shared, isOwner: false }),
    createEntrance({ ...shared, isOwner: true }),
  ] as const;
  const drain = async (): Promise<void> => {
    draining = true;
    feed.close();
    await wakeUp?.close();
    await untilIdle(entrances);
    await Promise.all(entrances.map((entrance) => entrance.close()));
    await tokenUses.close();
  };
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= drain());

  try {
    const url = await listenOn(entrances[0], config);
    await listenBeside(entrances[1], { config, log });
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Stops at SIGTERM and SIGINT, and leaves the process within five seconds, whatever still runs. A second signal leaves
 * at once.
 */
export function stopAtSignal(stop: () => Promise<void>, log: Log): void {
  let isStopping = false;
  const onSignal = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(0), 4_800).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the server did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** Processes that share a database tell each other by Redis when there is something to look at. */
function wakeEachOther({ config, db, log }: ServeOptions, feed: EventFeed): WakeUp | null {
  const { redisUrl } = config;
  if (redisUrl === undefined || db.isLocal) return null;
  const wakeUp = openWakeUp({
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

async function listenOn({ server }: Entrance, { host, port }: Config): Promise<string> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    throw new CannotListen(addressOf(host, port), error);
  }
  const bound = server.address();
  const isEverywhere = host === '0.0.0.0' || host === '::';
  const boundPort = bound !== null && typeof bound === 'object' ? bound.port : port;
  return `http://${addressOf(isEverywhere ? 'localhost' : host, boundPort)}/graphql`;
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

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') return 'another process listens there; stop it, or give another PORT';
  if (code === 'EACCES') return 'this user may not; give a PORT above 1023';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return 'this machine has no such address; give another HOST';
  return cause instanceof Error ? cause.message : String(cause);
}
