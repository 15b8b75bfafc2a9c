import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { Writable } from 'node:stream';
import { createYoga } from 'graphql-yoga';
import { schema } from '../../schema/schema.ts';
import { createLog } from '../../server/log.ts';
import { openEntrance } from '../kit/open-entrance.ts';
import { type Attack, attack } from './attack.ts';
import { type Listening, listening } from './bare-sockets.ts';

/** Beginnings of requests that nobody can make an address of, or that are no HTTP. */
export const brokenHeads: readonly string[] = [
  'GET /graphql HTTP/1.1\r\nhost: a b<>"\r\n\r\n',
  'GET /graphql HTTP/1.1\r\nhost: a@b\r\n\r\n',
  'GET /graphql HTTP/1.1\r\nhost: localhost:99999\r\n\r\n',
  'GET /graphql HTTP/1.1\r\nhost: [::1\r\n\r\n',
  'GET /graphql HTTP/1.1\r\nhost: http://localhost\r\n\r\n',
  'GET /graphql HTTP/1.1\r\nhost: localhost/x\r\n\r\n',
  'GET /graphql HTTP/1.1\r\n\r\n',
  'GET http:// HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET http://a<b>/graphql HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET ftp://localhost/graphql HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET graphql HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'GET /graphql HTTP/9.9\r\nhost: localhost\r\n\r\n',
  'GET /graphql\r\n\r\n',
  'NONSENSE /graphql HTTP/1.1\r\nhost: localhost\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: many\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n',
  'POST /graphql HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  `GET /graphql HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`,
  'GET /graphql HTTP/1.1\r\nhost: localhost\r\nx y: 1\r\n\r\n',
  'GET /graphql HTTP/1.1\r\nhost: a b\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  'GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
  'CONNECT localhost:80 HTTP/1.1\r\nhost: localhost\r\n\r\n',
  '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003',
];

interface Logged extends Listening {
  /** How often something was logged as an error. */
  errors(): number;
}

export const requestHeadAttacks: readonly Attack[] = [
  attack('requests that are for no address', {
    open: openLogged,
    openUnprotected: openBare,
    isWithstood: async ({ errors, port }) => {
      const answers = await Promise.all(brokenHeads.map((head) => answerTo(head, port)));
      return answers.every(isCodedRefusal) && errors() === 0;
    },
  }),
];

/** All that is answered until the connection is closed. */
export async function answerTo(head: string, port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  let answer = '';
  socket.setEncoding('utf8').on('data', (piece) => {
    answer += piece;
  });
  socket.end(head, 'latin1');
  await once(socket, 'close');
  return answer;
}

/** Whether it is a status from 400 to 499, with an error that has a code. */
export function isCodedRefusal(answer: string): boolean {
  return /^HTTP\/1\.1 4\d\d [\s\S]+\r\n\r\n\{"errors":\[\{"message":.+"code":"BAD_USER_INPUT"/.test(
    answer,
  );
}

async function openLogged(): Promise<Logged> {
  let errors = 0;
  const stream = new Writable({
    write(line, _encoding, done) {
      if (JSON.parse(String(line)).level >= 50) errors += 1;
      done();
    },
  });
  const open = await openEntrance({ log: createLog({ level: 'info', stream }) });
  return { ...open, errors: () => errors };
}

async function openBare(): Promise<Logged> {
  const yoga = createYoga({ schema, logging: false });
  return { ...(await listening(createServer(yoga))), errors: () => 0 };
}
