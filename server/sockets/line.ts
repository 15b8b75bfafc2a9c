import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Server as Engine } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Log } from '../log.ts';
import { Inbox } from './inbox.ts';
import { Outbox } from './outbox.ts';

/** A WebSocket that was opened, and what is known of whoever opened it. */
export interface Line {
  readonly request: IncomingMessage;
  readonly requestId: string;
  readonly socket: WebSocket;
  readonly inbox: Inbox;
  readonly outbox: Outbox;
  /** What runs on it, by the ids that the client gave. */
  operations: Readonly<Record<string, unknown>>;
  /** How long the last message was. */
  letters: number;
  /** When an operation last began or ran, by `performance.now()`. */
  usedAt: number;
}

export interface LineOptions {
  readonly log: Log;
  /** How long a line may stay open on which nothing runs. */
  readonly idleMs: number;
  /** Takes so many units from what this client may send; answers 0, or in how many seconds to ask again. */
  readonly charge: (units: number) => number;
}

/** Whether nothing runs on it, whatever its client does to show that it is there. */
export function isIdle({ operations }: Line): boolean {
  return Object.keys(operations).length === 0;
}

/** Lets the engine speak over a socket until that closes. */
export function openLine(
  engine: Engine<Line>,
  { request, socket }: Pick<Line, 'request' | 'socket'>,
  options: LineOptions,
): Line {
  const { charge, log } = options;
  const requestId = randomUUID();
  const failed = (error: unknown): void => {
    log.error({ requestId, err: error }, 'unexpected error');
    socket.close(1011, 'Internal error');
  };
  let take = async (_text: string): Promise<void> => {};
  const outbox = new Outbox(socket);
  const takeCounted = (text: string): Promise<void> => {
    line.letters = text.length;
    return take(text).catch(failed);
  };
  const inbox = new Inbox({ charge, outbox, socket, take: takeCounted });
  const usedAt = performance.now();
  const line: Line = {
    request,
    requestId,
    socket,
    inbox,
    outbox,
    operations: {},
    letters: 0,
    usedAt,
  };
  const closed = engine.opened(
    {
      protocol: socket.protocol,
      async send(text) {
        await outbox.untilRoom();
        outbox.send(text);
      },
      close: (code, reason) => socket.close(code, reason),
      onMessage(engineTakes) {
        take = engineTakes;
      },
    },
    line,
  );
  socket.on('message', (message, isBinary) => {
    if (socket.readyState !== socket.OPEN) return;
    const text = String(message);
    // Text was found to be UTF-8; bytes would be mended.
    if (isBinary) hangUp(socket, 1003, 'Text only');
    else if (isTooLong(text)) hangUp(socket, 1009, 'Only a subscribe message may be so long');
    else if (endsOneOf(line.operations, text)) inbox.overtake(text);
    else inbox.add(text);
  });
  socket.on('ping', (data) => inbox.addPing(data));
  // What a client does wrong, such as sending too much: the socket closes itself.
  socket.on('error', ({ message }) => log.info({ requestId, reason: message }, 'socket refused'));
  const stopTending = tend(line, options);
  socket.once('close', (code, reason) => {
    stopTending();
    closed(code, String(reason)).catch(failed);
  });
  return line;
}

/** Closes a socket without reading what else comes: a client that does not listen is not listened to. */
function hangUp(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  socket.pause();
}

/** How many characters any message may have that asks for nothing. */
const mostOfOthers = 4_096;

function isTooLong(text: string): boolean {
  if (text.length <= mostOfOthers) return false;
  try {
    return JSON.parse(text).type !== 'subscribe';
  } catch {
    // It is for the engine to say what is no message at all.
    return false;
  }
}

function endsOneOf(operations: Line['operations'], text: string): boolean {
  // Most messages are no such: they need not be parsed twice.
  if (text.length > mostOfOthers || !text.includes('"complete"')) return false;
  try {
    const { id, type } = JSON.parse(text);
    return type === 'complete' && Object.hasOwn(operations, id);
  } catch {
    return false;
  }
}

const heartbeatMs = 12_000;
/** How long a client may leave unread what was sent to it. */
const patienceMs = 60_000;

/** Ends a line that answers no ping, is not read, or is used for nothing. The function lets it be. */
function tend(line: Line, { idleMs, log }: LineOptions): () => void {
  const { inbox, outbox, requestId, socket } = line;
  let isAlive = true;
  const heartbeat = setInterval(() => {
    const now = performance.now();
    if (!isIdle(line)) line.usedAt = now;
    if (outbox.behindMs >= patienceMs) {
      log.info({ requestId }, 'a socket was not read');
      return socket.terminate();
    }
    if (now - line.usedAt >= idleMs) return socket.close(1001, 'Nothing was asked for long');
    // What is not read now may be the answer to a ping, and what does not leave may be the ping.
    if (!inbox.isReading || !outbox.hasRoom) return;
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, heartbeatMs);
  socket.on('pong', () => {
    isAlive = true;
    inbox.addFrame();
  });
  return () => clearInterval(heartbeat);
}
