import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { recordActor } from '../../db/commands/record-actor.ts';
import { createErrorCoder } from '../../server/coded-errors.ts';
import { createEntrance } from '../../server/entrance.ts';
import { createBodyAllowance } from '../../server/limits/body-allowance.ts';
import { defaultLimits } from '../../server/limits/limits.ts';
import { createLog } from '../../server/log.ts';
import { openHandler } from '../integration/http/open-handler.ts';
import { openFeed } from '../kit/open-feed.ts';
import { openRecord } from '../kit/open-record.ts';
import { write } from '../kit/owner.ts';
import { type Attack, attack } from './attack.ts';

const repeated = 10;
const descriptions = Array.from({ length: repeated }, (_, n) => `a${n}: description`).join(' ');
const subscription = JSON.stringify({
  query: `subscription { recordEvents { subject { ... on Actor { ${descriptions} } } } }`,
});

/** A server on a free port, the sockets that were opened to it, and a way to give its subscribers something to read. */
interface Listening extends AsyncDisposable {
  readonly port: number;
  readonly sockets: readonly Socket[];
  tell(text: string): Promise<void>;
}

export const connectionAttacks: readonly Attack[] = [
  attack('headers that never end', {
    open: openEntrance,
    openUnprotected: openCarelessServer,
    isWithstood: async ({ port }, isProtected) => {
      const socket = connect(port, '127.0.0.1').on('error', () => {});
      socket.write('POST /graphql HTTP/1.1\r\nhost: localhost\r\n');
      const drip = setInterval(() => socket.write('x-slow: 1\r\n'), 500);
      socket.resume();
      const closed = once(socket, 'close').then(() => true);
      const isClosed = await Promise.race([closed, pause(isProtected ? 100_000 : 17_000, false)]);
      clearInterval(drip);
      socket.destroy();
      return isClosed;
    },
  }),
  attack('1,000 idle streams from one address', {
    open: () => openStreams(100),
    openUnprotected: () => openStreams(10_000),
    isWithstood: async (server) => {
      const headers = { accept: 'text/event-stream' };
      const statuses: number[] = [];
      for (let n = 0; n < 1_000; n += 1) {
        const response = await server.ask(subscription, headers, { address: '203.0.113.7' });
        statuses.push(response.status);
      }
      return statuses.indexOf(429) === 100 && statuses.at(-1) === 429;
    },
  }),
  attack('a reader that never reads', {
    open: openEntrance,
    openUnprotected: openCarelessServer,
    isWithstood: async ({ port, sockets, tell }) => {
      const reader = connect(port, '127.0.0.1').on('error', () => {});
      const head = [
        'POST /graphql HTTP/1.1',
        'host: localhost',
        'accept: text/event-stream',
        'content-type: application/json',
        `content-length: ${Buffer.byteLength(subscription)}`,
      ];
      reader.write(`${head.join('\r\n')}\r\n\r\n${subscription}`);
      await once(reader, 'readable');
      for (let n = 0; n < 80; n += 1) await tell('x'.repeat(19_000));
      const [socket] = sockets;
      reader.destroy();
      return socket !== undefined && socket.writableLength < 2_000_000;
    },
  }),
];

async function openEntrance(): Promise<Listening> {
  const record = await openRecord();
  const feed = openFeed(record.db);
  const inner = await openHandler({ db: record.db, feed });
  const log = createLog({ level: 'silent' });
  const entrance = createEntrance({
    handler: inner.handler,
    coder: createErrorCoder({ log, production: false }),
    log,
    allowsOrigin: () => true,
    addressOf: () => '203.0.113.7',
    isDraining: () => false,
    isOwner: false,
    allowance: createBodyAllowance(record.db.reader, defaultLimits),
  });
  return {
    ...(await listening(entrance.server)),
    tell: async (description) => {
      await write(record.db, recordActor, { name: 'Ada', kind: 'PERSON', description });
    },
    async [Symbol.asyncDispose]() {
      feed.close();
      await entrance.close();
      await inner[Symbol.asyncDispose]();
      await record[Symbol.asyncDispose]();
    },
  };
}

/** Waits for everybody for ever, and keeps for its readers whatever they have not read. */
async function openCarelessServer(): Promise<Listening> {
  const patient = { headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0 };
  const readers = new Set<(text: string) => void>();
  const server = createServer(patient, (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
    readers.add((text) => void response.write(`data: ${text}\n\n`));
  });
  return {
    ...(await listening(server)),
    tell: async (text) => {
      for (const read of readers) read(text.repeat(repeated));
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listening(server: Server): Promise<Pick<Listening, 'port' | 'sockets'>> {
  const sockets: Socket[] = [];
  server.on('connection', (socket: Socket) => sockets.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an address.
  return { port: (server.address() as AddressInfo).port, sockets };
}

async function openStreams(perAddress: number) {
  const record = await openRecord();
  const limits = { inAll: 10_000, perAddress, perToken: 10_000 };
  const feed = openFeed(record.db, { limits });
  const server = await openHandler({ db: record.db, feed });
  return {
    ...server,
    async [Symbol.asyncDispose]() {
      feed.close();
      await server[Symbol.asyncDispose]();
      await record[Symbol.asyncDispose]();
    },
  };
}
