import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import type { ServerError } from '../../../sdk/src/index.ts';

/** An event, as a subscriber is told of it. */
export interface Told {
  readonly cursor: string;
  /** What is selected of it beside the cursor. */
  readonly what: string;
}

/** From where on a subscription is read, and what of it. */
export interface From {
  readonly url: string;
  /** A subscription that takes `$after`; its field is called `told`, and has `cursor` and what is of interest. */
  readonly query: string;
  readonly after: string;
}

/** One connection: what it is told, until the line ends. */
export type Listen = (from: From, signal: AbortSignal) => AsyncIterable<Told>;

/** A client that saves its cursor after each event, and resumes from it whenever its line has ended. */
export interface FeedReader extends AsyncDisposable {
  readonly heard: readonly Told[];
  /** What no reconnection heals. */
  readonly faults: readonly string[];
}

/** New claims: `what` is the text of one. */
export const newClaims =
  'subscription($after: String) { told: claimAdded(after: $after) { cursor claim { text } } }';

/** The server answered with an error in place of an event. */
class ErrorTold extends Error {
  /** Whether the server asks to be tried again later, as it does while its database is away. */
  readonly passes: boolean;

  constructor(errors: readonly ServerError[], { isPlaced = false } = {}) {
    super(JSON.stringify(errors));
    // Whoever resumes behind an error that has a place in the log has lost the event of that place.
    this.passes = !isPlaced && errors.every(({ extensions }) => extensions?.code === 'UNAVAILABLE');
  }
}

export function openReader(listen: Listen, from: From): FeedReader {
  const heard: Told[] = [];
  const faults: string[] = [];
  const leaving = new AbortController();
  const follow = async (): Promise<void> => {
    let { after } = from;
    while (!leaving.signal.aborted && faults.length === 0) {
      try {
        for await (const told of listen({ ...from, after }, leaving.signal)) {
          heard.push(told);
          after = told.cursor;
        }
      } catch (error) {
        if (error instanceof ErrorTold && !error.passes) faults.push(error.message);
      }
      await pause(50);
    }
  };
  const ended = follow();
  return {
    heard,
    faults,
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await ended;
    },
  };
}

/** Server-sent events, over nothing but fetch. */
export async function* overSse({ url, query, after }: From, signal: AbortSignal) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query, variables: { after } }),
    signal,
  });
  if (!response.ok || !response.body) return;
  let rest = '';
  for await (const piece of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + piece).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, id, data] = /^event: next\n(?:id: (.+)\n)?data: (.+)$/m.exec(block) ?? [];
      if (data) yield toldIn(JSON.parse(data), id);
    }
  }
}

/** graphql-transport-ws, spoken by hand. */
export async function* overWebSocket({ url, query, after }: From, signal: AbortSignal) {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  const messages = messagesOf(socket);
  // One that leaves before it is connected hears that it was not.
  socket.on('error', () => {});
  const leave = (): void => socket.terminate();
  signal.addEventListener('abort', leave);
  const send = (message: object): void => socket.send(JSON.stringify(message));
  try {
    await once(socket, 'open', { signal });
    send({ type: 'connection_init' });
    for await (const { type, payload } of messages) {
      if (type === 'connection_ack')
        send({ id: 'one', type: 'subscribe', payload: { query, variables: { after } } });
      if (type === 'ping') send({ type: 'pong' });
      if (type === 'next') yield toldIn(payload, undefined);
      if (type === 'error') throw new ErrorTold(Object(payload));
      if (type === 'complete') return;
    }
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}

/** What a socket receives, until it is closed. */
async function* messagesOf(
  socket: WebSocket,
): AsyncGenerator<{ readonly type: string; readonly payload: unknown }> {
  const received: string[] = [];
  let wake = (): void => undefined;
  socket.on('error', () => undefined);
  socket.on('close', () => wake());
  socket.on('message', (message) => {
    received.push(String(message));
    wake();
  });
  for (;;) {
    const message = received.shift();
    if (message !== undefined) yield JSON.parse(message);
    else if (socket.readyState === WebSocket.CLOSED) return;
    else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}

function toldIn(answer: unknown, id: string | undefined): Told {
  const { data, errors } = Object(answer);
  if (errors) throw new ErrorTold(errors, { isPlaced: Boolean(id || data) });
  const { cursor, ...selected } = data.told;
  return { cursor, what: JSON.stringify(selected) };
}
