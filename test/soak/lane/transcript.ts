import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Exchange } from './exchange.ts';

/** An answer as it came, but for what is another one each time: when it was sent, and the names that the server gave. */
export interface AnswerTold {
  readonly status: string;
  readonly headers: readonly string[];
  readonly body: string;
}

const patienceMs = 20_000;

/** Sends what is to be sent, and answers with all that came back until the connection was closed. */
export async function transcript(port: number, exchange: Exchange): Promise<readonly AnswerTold[]> {
  return answersIn(await bytesFor(port, exchange), exchange.methods);
}

async function bytesFor(port: number, { ending, pauseMs, pieces }: Exchange): Promise<Buffer> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const received: Buffer[] = [];
  socket.on('data', (piece: Buffer) => received.push(piece));
  const closed = new Promise<void>((resolve) => {
    // A connection that is reset has told what it told.
    socket.on('error', () => undefined).once('close', () => resolve());
  });
  socket.setTimeout(patienceMs, () => {
    received.push(Buffer.from('It was not closed.'));
    socket.destroy();
  });
  for (const piece of pieces) {
    if (piece.length > 0 && socket.writable) socket.write(piece);
    if (pieces.length > 1) await pause(pauseMs);
  }
  if (ending === 'leave') socket.destroySoon();
  // What can be answered before it is whole is answered by then.
  if (ending === 'end' || ending === 'destroy') await pause(30);
  if (ending === 'end') socket.end();
  if (ending === 'destroy') socket.destroy();
  await closed;
  // What had come before somebody went away is a matter of time.
  return ending === 'destroy' || ending === 'leave' ? Buffer.alloc(0) : Buffer.concat(received);
}

/** Takes one answer after the other from the bytes of a connection. */
function answersIn(bytes: Buffer, methods: readonly string[]): readonly AnswerTold[] {
  const answers: AnswerTold[] = [];
  let rest = bytes;
  let place = 0;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    if (end < 0)
      return [...answers, { status: '', headers: [], body: withoutNames(rest.toString('latin1')) }];
    const [status = '', ...headers] = rest.subarray(0, end).toString('latin1').split('\r\n');
    const isInterim = status.startsWith('HTTP/1.1 1');
    const told = headers.map(headerTold).filter((header) => !header.startsWith('date:'));
    const hasNoBody =
      isInterim || methods[place] === 'HEAD' || /^HTTP\/1\.1 (204|304)/.test(status);
    const length = hasNoBody ? 0 : lengthOf(told, rest.subarray(end + 4));
    const body = rest.subarray(end + 4, end + 4 + length).toString('latin1');
    answers.push({ status, headers: told.toSorted(), body: withoutNames(body) });
    rest = rest.subarray(end + 4 + length);
    if (!isInterim) place += 1;
  }
  return answers;
}

function lengthOf(headers: readonly string[], rest: Buffer): number {
  const announced = headers.find((header) => header.startsWith('content-length:'));
  if (announced !== undefined) return Number(announced.split(':')[1]);
  const isChunked = headers.includes('transfer-encoding: chunked');
  const end = rest.indexOf('\r\n0\r\n\r\n');
  if (isChunked && rest.subarray(0, 5).equals(Buffer.from('0\r\n\r\n'))) return 5;
  return isChunked && end >= 0 ? end + 7 : rest.length;
}

function headerTold(line: string): string {
  const colon = line.indexOf(':');
  return withoutNames(line.slice(0, colon).toLowerCase() + line.slice(colon));
}

/** Without the names that the server gave to requests and to what was recorded, and without how long to wait: they are as long as each other. */
function withoutNames(text: string): string {
  return text
    .replaceAll(/(retry-after: |"retryAfter":|Try again in )\d+/gi, '$1(some)')
    .replaceAll(
      /(?<![\da-f])[\da-f]{8}-[\da-f]{4}-[47][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}\b/g,
      '(a name)',
    );
}
