import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import type { Database } from '../../db/client.ts';
import { createErrorCoder } from '../../server/coded-errors.ts';
import { createEntrance, type Entrance, type EntranceOptions } from '../../server/entrance.ts';
import type { EventFeed } from '../../server/feed/feed.ts';
import { createBodyAllowance } from '../../server/limits/body-allowance.ts';
import { defaultLimits, type Limits } from '../../server/limits/limits.ts';
import { createLog } from '../../server/log.ts';
import { Connections } from '../../server/sockets/connections.ts';
import { createHandler } from '../../server/yoga.ts';
import { type AskedStatement, listenTo } from './listened.ts';
import { openFeed } from './open-feed.ts';
import { openRecord } from './open-record.ts';

/** A way in to a record of its own, on a free port of this machine, for clients that come from afar by what it is told. */
export interface OpenEntrance extends AsyncDisposable {
  readonly entrance: Entrance;
  readonly db: Database;
  /** What was asked of its database, whoever asked left out. */
  readonly asked: readonly AskedStatement[];
  readonly feed: EventFeed;
  readonly port: number;
  readonly url: string;
  /** The server's ends of the connections that were opened to it, the closed ones included. */
  readonly sockets: readonly Socket[];
}

export interface OpenEntranceOptions extends Partial<EntranceOptions> {
  readonly limits?: Limits;
}

export async function openEntrance(options: OpenEntranceOptions = {}): Promise<OpenEntrance> {
  const record = await openRecord();
  const { asked, db } = listenTo(record.db);
  const { limits = defaultLimits, log = createLog({ level: 'silent' }) } = options;
  const feed = openFeed(db);
  const handlerOptions = {
    db,
    feed,
    log,
    corsOrigins: [],
    publicTexts: false,
    production: false,
    openExtractor: async () => null,
    limits,
  };
  const entrance = createEntrance({
    handler: createHandler(handlerOptions),
    coder: createErrorCoder(handlerOptions),
    log,
    allowsOrigin: () => true,
    addressOf: () => '203.0.113.7',
    isBehindProxy: true,
    isDraining: () => false,
    isOwner: false,
    allowance: createBodyAllowance(record.db, limits),
    limits,
    idleMs: 300_000,
    connections: new Connections({ inAll: 10_000, perAddress: 10_000 }),
    ...options,
  });
  const sockets: Socket[] = [];
  entrance.server.on('connection', (socket: Socket) => sockets.push(socket));
  await once(entrance.server.listen(0, '127.0.0.1'), 'listening');
  // A server that listens on a port has an address.
  const { port } = entrance.server.address() as AddressInfo;
  return {
    entrance,
    db: record.db,
    asked,
    feed,
    port,
    sockets,
    url: `http://127.0.0.1:${port}/graphql`,
    async [Symbol.asyncDispose]() {
      feed.close();
      await entrance.close();
      await record[Symbol.asyncDispose]();
    },
  };
}
