import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { recordActor } from '../../db/commands/record-actor.ts';
import { openHandler } from '../integration/http/open-handler.ts';
import { openEntrance } from '../kit/open-entrance.ts';
import { openFeed } from '../kit/open-feed.ts';
import { openRecord } from '../kit/open-record.ts';
import { write } from '../kit/owner.ts';
import { type Attack, attack } from './attack.ts';
import { type Listening, listening } from './bare-sockets.ts';

const repeated = 10;
const descriptions = Array.from({ length: repeated }, (_, n) => `a${n}: description`).join(' ');
const subscription = JSON.stringify({
  query: `subscription { recordEvents { subject { ... on Actor { ${descriptions} } } } }`,
});

/** A server whose subscribers can be given something to read. */
interface Telling extends Listening {
  tell(text: string): Promise<void>;
}

export const connectionAttacks: readonly Attack[] = [
  attack('headers that never end', {
    open: openTelling,
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
  attack('300 idle streams from one address', {
    open: () => openStreams(100),
    openUnprotected: () => openStreams(10_000),
    isWithstood: async (server) => {
      const headers = { accept: 'text/event-stream' };
      // Whose answer is forgotten has left: its body is cancelled when it is collected.
      const answers: Response[] = [];
      for (let n = 0; n < 300; n += 1)
        answers.push(await server.ask(subscription, headers, { address: '203.0.113.7' }));
      const statuses = answers.map(({ status }) => status);
      return statuses.indexOf(429) === 100 && statuses.at(-1) === 429;
    },
  }),
  attack('a reader that never reads', {
    open: openTelling,
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

async function openTelling(): Promise<Telling> {
  const open = await openEntrance();
  return {
    ...open,
    tell: async (description) => {
      await write(open.db, recordActor, { name: 'Ada', kind: 'PERSON', description });
    },
  };
}

/** Waits for everybody for ever, and keeps for its readers whatever they have not read. */
async function openCarelessServer(): Promise<Telling> {
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
  };
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
