import { once } from 'node:events';
import { connect } from 'node:net';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import {
  type From,
  type Listen,
  openReader,
  overSse,
  overWebSocket,
} from '../../e2e/components/feed-reader.ts';
import { neverReadSse, neverReadWebSocket } from '../never-reading.ts';

/** Subscribers that come and go, each in another manner than the one before. */
export interface Crowd extends AsyncDisposable {
  /** One more comes. Where more are there than there are to be at once, the one that came first leaves. */
  come(): Promise<void>;
  /** Waits until all have left. */
  leave(): Promise<void>;
  /** What those who read were told in place of events. */
  readonly faults: readonly string[];
}

interface Subscriber {
  leave(): void | Promise<void>;
}

type Manner = (from: From, faults: string[]) => Promise<Subscriber>;

const query =
  'subscription ($after: String) { told: recordEvents(after: $after) { cursor type subject { __typename } } }';
const atOnce = 40;

/** It saves its place, and breaks the line where it leaves. */
const reading =
  (listen: Listen): Manner =>
  async (from, faults) => {
    const reader = openReader(listen, from);
    return {
      async leave() {
        await reader[Symbol.asyncDispose]();
        faults.push(...reader.faults);
      },
    };
  };

const hangingUp =
  (subscribe: (from: From) => Promise<() => void>): Manner =>
  async (from) => ({ leave: await subscribe(from) });

/** It says that it leaves, and closes its socket. */
const polite: Manner = async ({ url, after }, faults) => {
  const client = createClient({
    url: url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const feed = client.iterate({ query, variables: { after } });
  const reading = (async () => {
    for await (const { errors } of feed) if (errors) faults.push(JSON.stringify(errors));
  })().catch((error: unknown) =>
    faults.push(`A polite subscriber failed: ${JSON.stringify(error)}`),
  );
  return {
    async leave() {
      await feed.return?.();
      await reading;
      await client.dispose();
    },
  };
};

/** It is gone before its socket is open. */
const resetting: Manner = async ({ url }) => {
  const { hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await once(socket, 'connect');
  const head = [
    `GET ${pathname} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    'connection: upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-protocol: graphql-transport-ws',
    `authorization: Bearer onr_${'y'.repeat(43)}`,
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`, () => socket.resetAndDestroy());
  return { leave: () => undefined };
};

const manners: readonly Manner[] = [
  reading(overSse),
  reading(overWebSocket),
  hangingUp(neverReadSse),
  hangingUp(neverReadWebSocket),
  polite,
  resetting,
];

/** @param placeNow where the feed ends when somebody comes */
export function gatherCrowd(url: string, placeNow: () => Promise<string>): Crowd {
  const faults: string[] = [];
  const there: Subscriber[] = [];
  let came = 0;
  const leave = async (most: number): Promise<void> => {
    const leaving = there.splice(0, Math.max(0, there.length - most));
    await Promise.all(leaving.map((subscriber) => subscriber.leave()));
  };
  return {
    faults,
    async come() {
      const manner = manners[came % manners.length];
      came += 1;
      if (manner !== undefined)
        there.push(await manner({ url, query, after: await placeNow() }, faults));
      await leave(atOnce);
    },
    leave: () => leave(0),
    [Symbol.asyncDispose]: () => leave(0),
  };
}
