import { once } from 'node:events';
import { connect } from 'node:net';

/** What a reader asks for, where, and what becomes of each event as it came, byte by byte. */
export interface Following {
  readonly port: number;
  readonly path: string;
  readonly query: string;
  readonly variables: object;
  readonly onEvent: (event: string) => void;
  /** The stream ended, and not because its reader left. */
  readonly onEnd: () => void;
}

/** Ends a stream from the reader's side. */
export type Leave = () => Promise<void>;

/** Follows over SSE, on a bare socket so that reading costs little; resolves once the answer has begun. */
export async function followStream(following: Following): Promise<Leave> {
  const { port, onEvent, onEnd } = following;
  const socket = connect(port, '127.0.0.1').setNoDelay();
  await once(socket, 'connect');
  const begun = new Promise<void>((resolve, reject) => {
    const body = readBody(resolve, reject);
    let events = '';
    socket.on('data', (bytes) => {
      const blocks = (events + body(bytes)).split('\n\n');
      events = blocks.pop() ?? '';
      for (const block of blocks) if (/^event: next$/m.test(block)) onEvent(block);
    });
    socket.on('error', reject);
  });
  socket.on('close', onEnd);
  socket.write(requestOf(following));
  await begun;
  return async () => {
    socket.off('close', onEnd).destroy();
    await once(socket, 'close');
  };
}

function requestOf({ port, path, query, variables }: Following): string {
  const body = JSON.stringify({ query, variables });
  return [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'accept: text/event-stream',
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');
}

/** Takes an answer as it comes, and gives what there is of its body: each byte as one character. */
function readBody(begun: () => void, refused: (error: Error) => void): (bytes: Buffer) => string {
  let head = '';
  let unchunk: ((bytes: Buffer) => string) | undefined;
  return (bytes) => {
    if (unchunk !== undefined) return unchunk(bytes);
    head += bytes.toString('latin1');
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return '';
    if (!head.startsWith('HTTP/1.1 200 ')) refused(new Error(`No stream but: ${head}`));
    const isChunked = /^transfer-encoding: *chunked/im.test(head.slice(0, end));
    unchunk = isChunked ? createUnchunk() : (rest) => rest.toString('latin1');
    begun();
    return unchunk(Buffer.from(head.slice(end + 4), 'latin1'));
  };
}

/** Takes off what chunked encoding puts around each piece. */
function createUnchunk(): (bytes: Buffer) => string {
  let rest = '';
  return (bytes) => {
    rest += bytes.toString('latin1');
    let body = '';
    for (;;) {
      const start = rest.indexOf('\r\n') + 2;
      const end = start + Number.parseInt(rest, 16);
      if (start < 2 || rest.length < end + 2) return body;
      body += rest.slice(start, end);
      rest = rest.slice(end + 2);
    }
  };
}
