import { once } from 'node:events';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { createLog } from '../../server/log.ts';
import { openEntrance } from '../kit/open-entrance.ts';
import { type Attack, attack } from './attack.ts';
import { type Listening, openBareSockets } from './bare-sockets.ts';
import { isAnswered, openSocket, resetAtUpgrade, subscribe } from './socket-client.ts';

/** A server that keeps what it logs. */
interface Logged extends Listening {
  readonly log: readonly { readonly level: number; readonly err?: object }[];
}

const long = '{ __schema { types { description fields { description args { description } } } } }';
const asking = (query: string, accept = 'application/json'): string => {
  const body = JSON.stringify({ query });
  const head = [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    `accept: ${accept}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
};

/** What clients have said when they leave. */
const said: readonly string[] = [
  '',
  'POST /graphql HTTP/1.1\r\nhost: local',
  asking('{ __typename }').slice(0, -5),
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"que',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: 4000000\r\n\r\n{"que',
  asking('{ __typename }'),
  asking(long),
  asking(long).repeat(5),
  asking('subscription { recordEvents { cursor } }', 'text/event-stream'),
  'GET /graphql HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n',
];

export const leavingAttacks: readonly Attack[] = [
  attack<Logged>('clients that leave, to fill the log', {
    open: openLogged,
    openUnprotected: openBare,
    isWithstood: async ({ log, port }) => {
      for (const text of said) {
        for (let others = 0; others < 3; others += 1) await leave(port, text, others);
      }
      for (let others = 0; others < 3; others += 1) {
        await resetAtUpgrade(port, others);
        const socket = await openSocket(port);
        for (let n = 0; n < 5; n += 1) subscribe(socket, `${n}`, { query: long });
        subscribe(socket, 'feed', { query: 'subscription { recordEvents { cursor } }' });
        for (let other = 0; other < others; other += 1) await isAnswered(port);
        socket.terminate();
      }
      for (let other = 0; other < 10; other += 1) await isAnswered(port);
      return log.every(({ err, level }) => level < 40 && err === undefined);
    },
  }),
];

/** Says it, and is gone when so many others were answered: some close, others break the line. */
async function leave(port: number, text: string, others: number): Promise<void> {
  for (const isRude of [true, false]) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined);
    await once(socket, 'connect');
    await new Promise<void>((resolve) => socket.write(text, 'latin1', () => resolve()));
    for (let other = 0; other < others; other += 1) await isAnswered(port);
    if (isRude) socket.resetAndDestroy();
    else socket.destroy();
  }
}

async function openLogged(): Promise<Logged> {
  const lines: Logged['log'][number][] = [];
  const stream = new Writable({
    write(line, _encoding, done) {
      lines.push(JSON.parse(String(line)));
      done();
    },
  });
  const open = await openEntrance({ log: createLog({ level: 'debug', stream }) });
  return { ...open, log: lines };
}

async function openBare(): Promise<Logged> {
  const lines: Logged['log'][number][] = [];
  return { ...(await openBareSockets(() => void lines.push({ level: 50 }))), log: lines };
}
