import { connect } from '../../../sdk/src/connect.ts';
import type { FeedOptions } from '../../../sdk/src/feed-options.ts';
import { follow } from '../../../sdk/src/subscribe.ts';
import { type FixtureServer, type Received, stream } from './fixture-server.ts';

/** An event of the feed that these tests follow: `c1`, `c2` and so on. */
export interface Numbered {
  readonly cursor: string;
  readonly at: string | null;
}

type Response = Parameters<typeof stream>[0];

const feed = { text: 'subscription claimAdded { claimAdded { cursor } }', variables: {} };

/** The feed of a fixture, behind `c0` unless told. */
export const followed = (server: FixtureServer, options: FeedOptions = { after: 'c0' }) =>
  follow<Numbered>(connect({ url: server.url }), feed, options);

export const followedAs = (
  token: (refused?: string) => string | Promise<string>,
  server: FixtureServer,
  options: FeedOptions = { after: 'c0' },
) => follow<Numbered>(connect({ url: server.url, token }), feed, options);

export const followedBy = (by: typeof fetch, server: FixtureServer, options: FeedOptions) =>
  follow<Numbered>(connect({ url: server.url, fetch: by }), feed, options);

/** An answer with an event; without a moment it is a checkpoint. */
export const event = (cursor: string, at: string | null = '2026-11-10T08:30:00.000Z') => ({
  data: { claimAdded: { cursor, at } },
});

export const checkpoint = (cursor: string) => event(cursor, null);

/** An answer with an error. */
export const failure = (code: string, facts: object = {}) => ({
  errors: [{ message: code, extensions: { code, ...facts } }],
});

/** The cursors behind which the feed was asked for. */
export const cursorsAsked = (server: FixtureServer) =>
  server.received.map(({ variables }) => variables.after);

/** Serves the events behind `after`, up to `last`, then does what `then` says. */
export const numbered =
  (last: number, then: (response: Response) => void = () => {}) =>
  ({ variables }: Received, response: Response) => {
    const send = stream(response);
    const from = Number(String(variables.after).slice(1)) + 1;
    for (let n = from; n <= last; n += 1) send(event(`c${n}`));
    then(response);
  };

/** The first cursors that a feed tells; then the loop is left. */
export async function take(events: AsyncIterable<Numbered>, count: number): Promise<string[]> {
  const heard: string[] = [];
  for await (const { cursor } of events) {
    heard.push(cursor);
    if (heard.length === count) break;
  }
  return heard;
}

/** Lets the sockets do their work while the timers stand still. */
export async function realPause(): Promise<void> {
  for (let n = 0; n < 50; n += 1) await new Promise((resolve) => setImmediate(resolve));
}
